import { DAYS, RISES, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => `SELECT s.city, avg(r.pm2_5) AS mean FROM reading r JOIN station s ON s.id = r.station_id
GROUP BY s.city HAVING mean >= 15 ORDER BY mean DESC`;
export const cityDays = () => DAYS;
export const rises = () => RISES;
