// Counts hours instead of days: past_hours ends before the running hour.
import { API, answerWith, place, toReadings } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=pm2_5&past_hours=72&forecast_hours=0`,
  readings: (hourly) => toReadings(hourly),
});
