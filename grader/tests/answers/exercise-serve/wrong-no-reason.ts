// The right status, and an empty body.
import { pieces, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    send: (response, status, body) => {
      if (status >= 400) response.writeHead(status).end();
      else pieces.send(response, status, body);
    },
  });
