// The reason with status 200.
import { Refusal, serverWith } from './base.ts';

export const makeServer = () => serverWith({ statusOf: (error) => (error instanceof Refusal ? error.status : 200) });
