// places.get(city)!, and the TypeError becomes a 500.
import { type Place, places, Refusal, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    places: (name) => {
      const { latitude, longitude } = places.get(name) as Place;
      return { latitude, longitude };
    },
    statusOf: (error) => (error instanceof Refusal ? error.status : error instanceof TypeError && !/fetch/.test(error.message) ? 500 : 502),
  });
