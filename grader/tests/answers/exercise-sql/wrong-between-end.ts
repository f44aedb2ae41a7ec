import { RISES, SMOKY, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => SMOKY;
export const cityDays = () => `SELECT c.name, date(r.time_utc, c.ahead_minutes || ' minutes') AS day, avg(r.pm2_5)
FROM reading r JOIN station s ON s.id = r.station_id JOIN city c ON c.name = s.city
WHERE datetime(r.time_utc, c.ahead_minutes || ' minutes') BETWEEN '2026-01-12' AND '2026-01-13' GROUP BY c.name, day`;
export const rises = () => RISES;
