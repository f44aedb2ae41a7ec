// Asks for the US index, which is no concentration.
import { API, answerWith, place, running, startOf, toReadings } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=pm2_5,us_aqi&past_days=4&forecast_days=1`,
  readings: (hourly, _, now) =>
    toReadings(hourly, 'us_aqi')
      .filter(({ time }) => startOf(time) < running(now))
      .slice(-72),
});
