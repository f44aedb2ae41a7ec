import { DAYS, RISES, SMOKY } from './base.ts';

export const hoursPerStation = () => `SELECT s.city, s.name, count(r.pm2_5), avg(r.pm2_5) FROM reading r JOIN station s ON s.id = r.station_id GROUP BY s.id`;
export const smokyCities = () => SMOKY;
export const cityDays = () => DAYS;
export const rises = () => RISES;
