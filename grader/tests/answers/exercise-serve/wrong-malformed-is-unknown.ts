// A city that was left out is looked up, and not found.
import { places, Refusal, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    required: (query, name) => query.get(name) ?? 'nothing',
    places: (name) => {
      const place = places.get(name);
      if (!place) throw new Refusal(404, 'no such city');
      return place;
    },
  });
