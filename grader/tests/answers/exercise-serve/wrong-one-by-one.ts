// await in a loop.
import { serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    hours: async (all, hour) => {
      const hours: Awaited<ReturnType<typeof hour>>[] = [];
      for (const place of all) hours.push(await hour(place));
      return hours;
    },
  });
