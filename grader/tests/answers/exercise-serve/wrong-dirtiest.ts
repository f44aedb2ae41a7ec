// b - a
import { serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    cleanest: (cities) =>
      cities.filter(({ pm2_5 }) => pm2_5 !== null).sort((a, b) => b.pm2_5! - a.pm2_5!)[0]?.city ?? null,
  });
