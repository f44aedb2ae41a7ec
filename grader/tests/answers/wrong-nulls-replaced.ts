// Drops the gaps first and then takes 72 values, so it reaches further back.
import { answerWith, isKnown, running, startOf, toReadings, API, place } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=pm2_5&past_days=7&forecast_days=1`,
  readings: (hourly, _, now) =>
    toReadings(hourly)
      .filter(({ time }) => startOf(time) < running(now))
      .filter(isKnown)
      .slice(-72),
});
