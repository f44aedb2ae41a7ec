// Asks for PM10.
import { API, answerWith, place, running, startOf, toReadings } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=pm10&past_days=4&forecast_days=1`,
  readings: (hourly, _, now) =>
    toReadings(hourly, 'pm10')
      .filter(({ time }) => startOf(time) < running(now))
      .slice(-72),
});
