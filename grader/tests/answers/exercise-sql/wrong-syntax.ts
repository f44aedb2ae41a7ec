import { DAYS, SMOKY, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => SMOKY;
export const cityDays = () => DAYS;
export const rises = () => `SELECT station_id time_utc rise FORM reading`;
