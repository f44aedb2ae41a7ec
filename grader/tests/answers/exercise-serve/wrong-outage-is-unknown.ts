// Everything that fails is a 404.
import { Refusal, serverWith } from './base.ts';

export const makeServer = () => serverWith({ statusOf: (error) => (error instanceof Refusal ? error.status : 404) });
