import { DAYS, SMOKY, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => SMOKY;
export const cityDays = () => DAYS;
export const rises = () => `SELECT station_id, time_utc, rise FROM (SELECT *, pm2_5 - lag(pm2_5)
  OVER (ORDER BY time_utc, station_id) AS rise FROM reading) WHERE rise > 5`;
