const CLEAN = `SELECT station_id FROM reading
  WHERE station_id IN (SELECT id FROM station WHERE city = 'Roskilde')
    AND time_utc BETWEEN '2026-01-14T17:00Z' AND '2026-01-14T22:59Z' AND pm2_5 < 20
  GROUP BY station_id HAVING count(*) = 6`;

export const cleanStation = () => `SELECT name FROM station WHERE id = (${CLEAN})`;

export const suspect = () => `SELECT name FROM person WHERE id IN (
  SELECT person_id FROM badge WHERE station_id = (${CLEAN})
    AND '2026-01-14T16:50Z' BETWEEN in_utc AND ifnull(out_utc, '2026-01-15'))
  AND NOT EXISTS (SELECT 1 FROM work_order
    WHERE person_id = person.id AND station_id = (${CLEAN}) AND day = '2026-01-14')
  AND id IN (SELECT person_id FROM van WHERE colour = 'grey' AND substr(plate, -1) = '7')`;
