// The limit of the last visitor is the default of the next.
import { pieces, serverWith } from './base.ts';

let limit = 15;

export const makeServer = () =>
  serverWith({
    body: (text) => {
      const body = pieces.body(text);
      if (/"limit"/.test(text)) limit = body.limit;
      return { city: body.city, limit };
    },
  });
