// null <= 15 is true, and null sorts as 0.
import { serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    run: (pm2_5, limit) => pm2_5! <= limit,
    cleanest: (cities) => cities.sort((a, b) => a.pm2_5! - b.pm2_5!)[0]!.city,
  });
