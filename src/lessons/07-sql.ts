import type { Lesson } from '../teaching/lesson.ts';
import { judgePerCity } from './07-sql/cities.ts';
import { judgeLines } from './07-sql/order.ts';
import { predictions, recall } from './07-sql/questions.ts';
import { judgeSmog } from './07-sql/smog.ts';
import { judgeAddStation } from './07-sql/station.ts';

/** Lesson 07: tables with rules, questions to them, and what a transaction promises. */
export const lesson: Lesson = {
  number: '07',
  title: 'SQL and ACID',
  objectives: [
    { says: 'put text into SQL without its becoming SQL', provedBy: '7.2' },
    { says: 'join and group without losing or inventing a row', provedBy: '7.4' },
    { says: 'write all or nothing', provedBy: '7.6' },
    { says: 'find one row in many tables, step by step', provedBy: '7.9' },
    { says: 'answer questions by queries that hold on other data', provedBy: 'exercise-sql' },
  ],
  predictions,
  checks: [
    {
      id: '7.2',
      title: 'One blank: a value stays a value',
      hints: [
        'Which part of the statement is yours, and which part comes from a stranger?',
        'Write ? for each value, without quotes around it, and give a list as the second argument of run.',
        "db.run('INSERT INTO station (city, name) VALUES (?, …)', [city, …]);",
      ],
      solution: `db.run('INSERT INTO station (city, name) VALUES (?, ?)', [city, name]);
// The statement is read before the values are there, so no value can change it.
// Rejected: name.replaceAll("'", "''"). Right in SQLite, and forgotten once in a hundred places.`,
      judge: judgeAddStation,
    },
    {
      id: '7.4',
      title: 'Your own: hours and mean of each city',
      hints: [
        'Which table holds all cities, also those without a reading? And what does count(*) count?',
        'FROM station s LEFT JOIN reading r ON …, one group a city; count(r.pm2_5) and avg(r.pm2_5) leave NULL out by themselves.',
        'SELECT s.city, count(…) AS hours, avg(…) AS mean FROM station s … JOIN reading r ON … GROUP BY …',
      ],
      solution: `SELECT s.city, count(r.pm2_5) AS hours, avg(r.pm2_5) AS mean
FROM station s LEFT JOIN reading r ON r.station_id = s.id
GROUP BY s.city
-- LEFT keeps the city that never measured; count and avg of a column leave gaps out.
-- Rejected: the mean of each station first. A station of one hour would count as much as one of a year.`,
      judge: judgePerCity,
    },
    {
      id: '7.6',
      title: 'A transaction: the lines in order',
      hints: [
        'What must have happened before the work, so that it can be undone?',
        'Begin, try the work and keep it, and in the catch undo it and pass the error on.',
        "const lines = 'b__'; // two letters are missing",
      ],
      solution: `const lines = 'bac'; // BEGIN, then work and COMMIT, else ROLLBACK and the error goes on
// Rejected: d. finally also runs after an error, and would keep the half that was done.`,
      judge: judgeLines,
    },
    {
      id: '7.9',
      title: 'The missing smog',
      hints: [
        'Which station is lowest between 17:00 and 23:00 UTC, once the silent ones are left out? And ten to six in Roskilde: when is that in UTC?',
        'In the badge table: in before 16:50 UTC, and out after it or never. LEFT JOIN work_order on person, station and day; keep those WHERE it IS NULL. Then the colour and the end of the plate.',
        `SELECT p.name FROM badge b
JOIN person p ON … JOIN van v ON …
LEFT JOIN work_order w ON w.person_id = p.id AND w.station_id = b.station_id AND w.day = '2026-01-14'
WHERE b.station_id = … AND b.in_utc <= … AND (b.out_utc IS NULL OR …)
  AND w.day IS NULL AND v.colour = … AND v.plate LIKE '%…'`,
      ],
      solution: `SELECT p.name FROM badge b
JOIN person p ON p.id = b.person_id JOIN van v ON v.person_id = p.id
LEFT JOIN work_order w ON w.person_id = p.id AND w.station_id = b.station_id AND w.day = '2026-01-14'
WHERE b.station_id = (SELECT station_id FROM reading WHERE pm2_5 IS NOT NULL AND station_id < 200
    AND time_utc >= '2026-01-14T17:00Z' AND time_utc < '2026-01-14T23:00Z'
    GROUP BY station_id ORDER BY avg(pm2_5) LIMIT 1)
  AND b.in_utc <= '2026-01-14T16:50Z' AND (b.out_utc IS NULL OR b.out_utc >= '2026-01-14T16:50Z')
  AND w.day IS NULL AND v.colour = 'grey' AND v.plate LIKE '%7'
-- Ten to six in Roskilde is 16:50 UTC; the order must be for that station and that day.
-- Rejected: work_order by person alone. The one we look for has an order, for another station.`,
      judge: judgeSmog,
    },
  ],
  recall,
};
