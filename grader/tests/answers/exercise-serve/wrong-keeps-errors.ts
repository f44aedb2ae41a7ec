// Keeps the promise, also when it has failed.
import { type Hour, hourAt, serverWith } from './base.ts';

const kept = new Map<string, Promise<Hour>>();

export const makeServer = () =>
  serverWith({
    hour: (place) => {
      const key = `${place.latitude} ${Math.floor(Date.now() / 3_600_000)}`;
      const hour = kept.get(key) ?? hourAt(place, 'past_hours=1&forecast_hours=0');
      kept.set(key, hour);
      return hour;
    },
  });
