import { serverWith } from './base.ts';

export const makeServer = () => serverWith({ run: (pm2_5, limit) => (pm2_5 === null ? null : pm2_5 < limit) });
