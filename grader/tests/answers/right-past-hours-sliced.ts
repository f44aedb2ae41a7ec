// past_hours without forecast_hours: the forecast comes along and is cut off.
import { API, answerWith, place, toReadings } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=pm2_5&past_hours=72`,
  readings: (hourly) => toReadings(hourly).slice(0, 72),
});
