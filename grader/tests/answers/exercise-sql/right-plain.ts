import { DAYS, RISES, SMOKY, STATIONS } from './base.ts';

export const hoursPerStation = () => STATIONS;
export const smokyCities = () => SMOKY;
export const cityDays = () => DAYS;
export const rises = () => RISES;
