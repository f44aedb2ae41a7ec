// The dates of the day on which it was written.
import { API, answerWith, place } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=pm2_5&start_date=2026-11-20&end_date=2026-11-24`,
  readings: (hourly) => {
    const end = hourly.time.indexOf('2026-11-24T09:00');
    return hourly.time.slice(end - 72, end).map((time, i) => ({ time: `${time}Z`, pm25: hourly.pm2_5[end - 72 + i] as number }));
  },
});
