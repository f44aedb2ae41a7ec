// Takes the last 72 hours of what comes, and that ends with the forecast.
import { answerWith, toReadings } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  readings: (hourly) => toReadings(hourly).slice(-72),
});
