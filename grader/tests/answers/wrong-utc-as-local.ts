// Times are in UTC, but they are compared with what a clock in the city shows.
import { answerWith, localTime, toReadings, API, place } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=pm2_5&past_days=4&forecast_days=2`,
  readings: (hourly, city, now) => {
    const running = `${localTime(now.getTime(), city.timezone).slice(0, 13)}:00`;
    return toReadings(hourly)
      .filter(({ time }) => time.slice(0, 16) < running)
      .slice(-72);
  },
});
