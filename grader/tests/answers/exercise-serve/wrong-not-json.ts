// JSON.stringify alone: no Content-Type.
import { serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({ send: (response, status, body) => void response.writeHead(status).end(JSON.stringify(body)) });
