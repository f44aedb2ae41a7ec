// Times as seconds since 1970, which have no time zone to get wrong.
import { API, HOUR_MS, answerWith, place, running } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=pm2_5&past_days=4&timeformat=unixtime&timezone=auto`,
  readings: (hourly, _, now) =>
    (hourly.time as unknown as number[])
      .map((seconds, i) => ({ time: new Date(seconds * 1000).toISOString(), pm25: hourly.pm2_5[i] as number | null }))
      .filter(({ time }) => Date.parse(time) + HOUR_MS <= running(now))
      .slice(-72),
});
