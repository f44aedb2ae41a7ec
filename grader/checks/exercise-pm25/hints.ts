import type { Exercise } from '../../exercise.ts';

/** A question, a pointer, a skeleton: one rung at a time. */
export const hints: Exercise['hints'] = [
  {
    part: 'hourly',
    rungs: [
      'Open the URL in the story in a browser. Which hour does the list begin with, which does it end with, and in which time zone are they?',
      'Ask for past_days=4 and leave out timezone, then times are UTC. Keep the hours before the running one (new Date(now).setUTCMinutes(0, 0, 0)), then slice(-72).',
      `const url = 'https://air-quality-api.open-meteo.com/v1/air-quality?' +
  \`latitude=\${city.latitude}&longitude=\${city.longitude}&hourly=pm2_5&past_days=4&forecast_days=1\`;
const { hourly }: any = await (await fetch(url)).json();
return hourly.time
  .map((time, i) => ({ time: time + 'Z', pm25: hourly.pm2_5[i] }))
  .filter((reading) => /* over before the running hour began */)
  .slice(-72);`,
    ],
  },
  {
    part: 'compare',
    rungs: [
      'What should the mean of 8, null and 10 be? And what does a clock in Beijing show when it is 13:00 in UTC?',
      "Filter the nulls out before you add or take Math.max; divide by how many are left. For the clock: toLocaleString('sv-SE', { timeZone: city.timezone }). And the service fails at times: give fetch a signal, AbortSignal.timeout(5000), and try again after the seconds that its retry-after header asks for.",
      `const readings = await hourlyPm25(city, now);
const known = readings.filter((reading) => reading.pm25 !== null);
const day = /* the known ones of readings.slice(-24) */;
const top = /* the known reading with the highest pm25 */;
return {
  city: city.name,
  mean24: /* sum of day / day.length */,
  max: top.pm25,
  maxAt: new Date(top.time).toLocaleString('sv-SE', { timeZone: city.timezone }).slice(0, 16).replace(' ', 'T'),
  hoursAbove15: /* how many known ones are > 15 */,
  share: known.length / readings.length,
};`,
    ],
  },
  {
    part: 'show',
    rungs: [
      'What must a reader see to compare two cities at a glance: which field goes on x, which on y, and what tells the cities apart?',
      'Make one flat list of rows { time, pm25, city } for all cities and put it into data.values. Encode time on x, pm25 on y with a title that has the unit, city as color and strokeDash.',
      `return {
  description: /* one sentence: what is compared, and what stands out */,
  data: { values: rows },
  mark: 'line',
  encoding: {
    x: { field: 'time', type: 'temporal', title: 'UTC' },
    y: { field: 'pm25', type: 'quantitative', title: 'PM2.5, µg/m³' },
    color: { field: 'city' },
    strokeDash: { field: 'city' },
  },
};`,
    ],
  },
];
