import type { Exercise } from '../../exercise.ts';

/** A question, a pointer, a skeleton: one rung at a time. */
export const hints: Exercise['hints'] = [
  {
    part: 'stations',
    rungs: [
      'Which table has every station in it? And what does count(*) say about a station with one row of NULLs?',
      'station LEFT JOIN reading keeps those that never measured. count(pm2_5) and avg(pm2_5) leave NULL out by themselves.',
      'SELECT s.city, s.name, count(…), avg(…) FROM station s LEFT JOIN reading r ON … GROUP BY s.id',
    ],
  },
  {
    part: 'smoky',
    rungs: [
      'Is "above 15" a condition on single hours, or on the city?',
      'WHERE looks at rows before they are grouped, HAVING at groups. One avg over all hours of the city; then ORDER BY … DESC.',
      'SELECT s.city, avg(…) FROM … GROUP BY … HAVING avg(…) > 15 ORDER BY … DESC',
    ],
  },
  {
    part: 'days',
    rungs: [
      'At 2026-01-12T20:00Z, which day is it in Beijing?',
      "date(time_utc, city.ahead_minutes || ' minutes') is the day on the city's clock. Use it in SELECT, WHERE and GROUP BY. Compare days with days.",
      "SELECT c.name, date(r.time_utc, c.ahead_minutes || ' minutes') AS day, avg(…) FROM … WHERE day BETWEEN '2026-01-12' AND '2026-01-13' GROUP BY …",
    ],
  },
  {
    part: 'rises',
    rungs: [
      'How does a row see the one before it? And what is "before" for the first hour of the next station?',
      'lag(pm2_5) OVER (PARTITION BY station_id ORDER BY time_utc) is the hour before. A window cannot stand in WHERE, so put it into an inner SELECT.',
      'SELECT station_id, time_utc, pm2_5 - before FROM (SELECT *, lag(pm2_5) OVER (…) AS before FROM reading) WHERE …',
    ],
  },
];
