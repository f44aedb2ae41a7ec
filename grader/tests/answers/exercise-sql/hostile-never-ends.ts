import { DAYS, RISES, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*), 1 FROM n`;
export const cityDays = () => DAYS;
export const rises = () => RISES;
