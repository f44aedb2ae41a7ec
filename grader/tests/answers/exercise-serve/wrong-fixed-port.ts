// Starts by itself, on 3000.
import { serverWith } from './base.ts';

export const makeServer = () => serverWith().listen(3000, '127.0.0.1');
