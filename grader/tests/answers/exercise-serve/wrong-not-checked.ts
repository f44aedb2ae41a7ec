// No validation: what is missing is undefined, and goes on from there.
import { places, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    required: (query, name) => query.get(name) ?? 'Roskilde',
    body: (text) => {
      const { city = 'Roskilde', limit = 15 } = JSON.parse(text) ?? {};
      return { city, limit };
    },
  });
void places;
