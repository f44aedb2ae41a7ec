// Numbers of the day on which it was written, and no request at all.
import type { City } from './base.ts';
import frozen from './frozen.json';

export const hourlyPm25 = async ({ name }: City) => frozen.hourly[name as 'Roskilde'] ?? frozen.hourly.Roskilde;
export const compareCities = async () => frozen.compare;
export const showCities = async () => frozen.show;
