// 400 for everything that is the client's mistake.
import { Refusal, serverWith } from './base.ts';

export const makeServer = () => serverWith({ statusOf: (error) => (error instanceof Refusal ? 400 : 502) });
