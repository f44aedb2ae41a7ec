import { DAYS, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => `SELECT s.city, avg(coalesce(r.pm2_5, 0)) AS mean FROM reading r JOIN station s ON s.id = r.station_id
GROUP BY s.city HAVING mean > 15 ORDER BY mean DESC`;
export const cityDays = () => DAYS;
export const rises = () => `SELECT station_id, time_utc, rise FROM (SELECT *, coalesce(pm2_5, 0) - lag(coalesce(pm2_5, 0))
  OVER (PARTITION BY station_id ORDER BY time_utc) AS rise FROM reading) WHERE rise > 5`;
