// 15, whatever was sent.
import { pieces, serverWith } from './base.ts';

export const makeServer = () => serverWith({ body: (text) => ({ ...pieces.body(text), limit: 15 }) });
