import { DAYS, RISES, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => `SELECT s.city, avg(r.pm2_5) FROM reading r JOIN station s ON s.id = r.station_id WHERE avg(r.pm2_5) > 15 GROUP BY s.city`;
export const cityDays = () => DAYS;
export const rises = () => RISES;
