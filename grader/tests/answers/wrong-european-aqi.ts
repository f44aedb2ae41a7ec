// Asks for the European index, which is no concentration.
import { API, answerWith, place, running, startOf, toReadings } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=european_aqi&past_days=4&forecast_days=1`,
  readings: (hourly, _, now) =>
    toReadings(hourly, 'european_aqi')
      .filter(({ time }) => startOf(time) < running(now))
      .slice(-72),
});
