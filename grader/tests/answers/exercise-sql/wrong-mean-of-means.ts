import { DAYS, RISES, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => `SELECT city, avg(mean) AS m FROM (SELECT s.city, avg(r.pm2_5) AS mean
  FROM reading r JOIN station s ON s.id = r.station_id GROUP BY s.id) GROUP BY city HAVING m > 15 ORDER BY m DESC`;
export const cityDays = () => DAYS;
export const rises = () => RISES;
