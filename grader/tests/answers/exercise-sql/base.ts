/** Right queries; each wrong answer changes one of them. */
export const STATIONS = `SELECT s.city, s.name, count(r.pm2_5), avg(r.pm2_5)
  FROM station s LEFT JOIN reading r ON r.station_id = s.id GROUP BY s.id`;
export const SMOKY = `SELECT s.city, avg(r.pm2_5) AS mean FROM reading r JOIN station s ON s.id = r.station_id
  GROUP BY s.city HAVING avg(r.pm2_5) > 15 ORDER BY mean DESC`;
export const DAYS = `SELECT c.name, date(r.time_utc, c.ahead_minutes || ' minutes') AS day, avg(r.pm2_5)
  FROM reading r JOIN station s ON s.id = r.station_id JOIN city c ON c.name = s.city
  WHERE day BETWEEN '2026-01-12' AND '2026-01-13' GROUP BY c.name, day`;
export const RISES = `SELECT station_id, time_utc, rise FROM (SELECT *, pm2_5 - lag(pm2_5)
  OVER (PARTITION BY station_id ORDER BY time_utc) AS rise FROM reading) WHERE rise > 5`;
