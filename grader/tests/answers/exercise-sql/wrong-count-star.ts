import { DAYS, RISES, SMOKY } from './base.ts';

export const hoursPerStation = () => `SELECT s.city, s.name, count(*), avg(r.pm2_5)
FROM station s LEFT JOIN reading r ON r.station_id = s.id GROUP BY s.id`;
export const smokyCities = () => SMOKY;
export const cityDays = () => DAYS;
export const rises = () => RISES;
