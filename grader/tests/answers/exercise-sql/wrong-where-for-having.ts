import { DAYS, RISES, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => `SELECT s.city, avg(r.pm2_5) AS mean FROM reading r JOIN station s ON s.id = r.station_id
WHERE r.pm2_5 > 15 GROUP BY s.city ORDER BY mean DESC`;
export const cityDays = () => DAYS;
export const rises = () => RISES;
