// An object in the place of the Map.
import { type Place, places, Refusal, serverWith } from './base.ts';

const byName: Record<string, Place> = Object.fromEntries(places);

export const makeServer = () =>
  serverWith({
    places: (name) => {
      const place = byName[name];
      if (!place) throw new Refusal(404, 'no such city');
      return place;
    },
  });
