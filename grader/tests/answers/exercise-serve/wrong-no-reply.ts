// return without an answer where the city is unknown.
import { pieces, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({ send: (response, status, body) => (status === 404 ? undefined : pieces.send(response, status, body)) });
