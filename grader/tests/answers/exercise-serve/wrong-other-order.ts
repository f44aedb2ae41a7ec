// sort() sorts the list that is sent, too.
import { serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    finish: (body) => {
      body.cities?.sort((a: any, b: any) => a.city.localeCompare(b.city));
      return body;
    },
  });
