// A sentence for people in the place of data.
import { pieces, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    send: (response, status, body: any) => {
      if (status === 200 && 'time' in body) response.end(`${body.city}: ${body.pm2_5} ${body.unit} at ${body.time}`);
      else pieces.send(response, status, body);
    },
  });
