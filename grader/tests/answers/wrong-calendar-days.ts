// Three whole days are not the last 72 hours.
import { API, answerWith, place, toReadings } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=pm2_5&past_days=3&forecast_days=0`,
  readings: (hourly) => toReadings(hourly),
});
