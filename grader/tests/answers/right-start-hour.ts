// Names the first and the last hour.
import { API, HOUR_MS, answerWith, place, running, toReadings } from './base.ts';

const hour = (ms: number) => new Date(ms).toISOString().slice(0, 13) + ':00';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city, now) =>
    `${API}?${place(city)}&hourly=pm2_5&start_hour=${hour(running(now) - 72 * HOUR_MS)}&end_hour=${hour(running(now) - HOUR_MS)}`,
  readings: (hourly) => toReadings(hourly),
});
