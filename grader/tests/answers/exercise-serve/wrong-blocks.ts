// One visitor after the other, by a chain of promises.
import { type Hour, hourAt, type Place, serverWith } from './base.ts';

let last: Promise<unknown> = Promise.resolve();

export const makeServer = () =>
  serverWith({
    hour: (place: Place): Promise<Hour> => {
      const mine = last.then(() => hourAt(place, 'past_hours=1&forecast_hours=0'));
      last = mine.catch(() => {});
      return mine;
    },
    hours: (all) => Promise.all(all.map((place) => hourAt(place, 'past_hours=1&forecast_hours=0'))),
  });
