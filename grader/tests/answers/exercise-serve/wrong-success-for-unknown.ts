// An error with status 200, as the body says it anyway.
import { pieces, Refusal, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({ statusOf: (error) => (error instanceof Refusal && error.status === 404 ? 200 : pieces.statusOf(error)) });
