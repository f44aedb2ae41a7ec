import type { Exercise } from '../../exercise.ts';

/** A question, a pointer, a skeleton: one rung at a time. */
export const hints: Exercise['hints'] = [
  {
    part: 'station',
    rungs: [
      'From 18 to 24 in Roskilde: which hours of UTC are these? And where does NULL stand in ORDER BY?',
      "WHERE city = 'Roskilde' AND pm2_5 IS NOT NULL AND time_utc >= … AND time_utc < …, one group a station, the lowest mean first, LIMIT 1.",
      "SELECT s.name FROM reading r JOIN station s ON … WHERE s.city = 'Roskilde' AND … GROUP BY s.id ORDER BY avg(…) LIMIT 1",
    ],
  },
  {
    part: 'suspect',
    rungs: [
      'The neighbour speaks of ten to six. What is that in UTC, and who was in the hut then? Who of them had no order for it?',
      'badge: in before 16:50 UTC, out after it or NULL. LEFT JOIN work_order on person, station and day, and keep WHERE it IS NULL. Then van: the colour, and plate LIKE.',
      "SELECT p.name FROM badge b JOIN person p ON … JOIN van v ON … LEFT JOIN work_order w ON w.person_id = p.id AND … WHERE b.station_id = (SELECT …) AND … AND w.day IS NULL AND v.colour = … AND v.plate LIKE '%…'",
    ],
  },
];
