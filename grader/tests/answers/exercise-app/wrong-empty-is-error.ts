// A search without hits is a 404.
import { appWith, Refusal } from './base.ts';

export const makeApp = () => appWith({
  empty: (places) => {
    if (places.length === 0) throw new Refusal(404, 'nothing found');
    return places;
  },
});
