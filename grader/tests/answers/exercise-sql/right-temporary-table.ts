import { DAYS, RISES, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => `CREATE TEMP TABLE m AS SELECT city, avg(pm2_5) AS mean FROM reading JOIN station ON id = station_id GROUP BY city;
SELECT city, mean FROM m WHERE mean > 15 ORDER BY mean DESC;`;
export const cityDays = () => DAYS;
export const rises = () => RISES;
