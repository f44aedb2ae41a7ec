import { RISES, SMOKY, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => SMOKY;
export const cityDays = () => `SELECT s.city, date(r.time_utc) AS day, avg(r.pm2_5) FROM reading r JOIN station s ON s.id = r.station_id
WHERE day BETWEEN '2026-01-12' AND '2026-01-13' GROUP BY s.city, day`;
export const rises = () => RISES;
