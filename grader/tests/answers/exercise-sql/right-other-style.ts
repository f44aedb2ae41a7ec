export const hoursPerStation = () => `SELECT city, name,
  (SELECT count(pm2_5) FROM reading WHERE station_id = station.id) AS n,
  (SELECT round(avg(pm2_5), 1) FROM reading WHERE station_id = station.id) AS average
FROM station ORDER BY name DESC;`;
export const smokyCities = () => `WITH m AS (SELECT city, sum(pm2_5) / count(pm2_5) AS mean FROM reading, station WHERE station.id = station_id GROUP BY city)
SELECT * FROM m WHERE mean > 15 ORDER BY 2 DESC, 1 DESC`;
export const cityDays = () => `SELECT city, day, round(avg(pm2_5), 1) FROM (
  SELECT s.city, substr(datetime(r.time_utc, c.ahead_minutes || ' minutes'), 1, 10) AS day, r.pm2_5
  FROM reading r JOIN station s ON s.id = r.station_id JOIN city c ON c.name = s.city)
WHERE day IN ('2026-01-13', '2026-01-12') AND pm2_5 IS NOT NULL GROUP BY 1, 2`;
export const rises = () => `SELECT b.station_id, b.time_utc, round(b.pm2_5 - a.pm2_5, 1)
FROM reading a JOIN reading b ON a.station_id = b.station_id
  AND datetime(a.time_utc, '+1 hour') = datetime(b.time_utc)
WHERE b.pm2_5 - a.pm2_5 > 5 ORDER BY 3`;
