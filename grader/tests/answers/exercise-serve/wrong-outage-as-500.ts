// No try: fastify's own 500.
import { Refusal, serverWith } from './base.ts';

export const makeServer = () => serverWith({ statusOf: (error) => (error instanceof Refusal ? error.status : 500) });
