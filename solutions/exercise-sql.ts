// A model answer. Yours may look different: what counts is that the same rows come.

export const SCHEMA = `
CREATE TABLE city (name TEXT PRIMARY KEY, ahead_minutes INTEGER);
CREATE TABLE station (id INTEGER PRIMARY KEY, city TEXT REFERENCES city(name), name TEXT);
CREATE TABLE reading (station_id INTEGER REFERENCES station(id), time_utc TEXT, pm2_5 REAL);
`;

/**
 * LEFT JOIN keeps the station that never measured; count and avg of a column leave NULL out. Rejected: count(*). It
 * counts the row of NULLs that stands in for "no partner", so an empty station would have measured one hour.
 */
export function hoursPerStation(): string {
  return `
    SELECT s.city, s.name, count(r.pm2_5) AS hours, avg(r.pm2_5) AS mean
    FROM station s LEFT JOIN reading r ON r.station_id = s.id
    GROUP BY s.id`;
}

/** One avg over all hours of the city. Rejected: the mean of the stations' means, where few hours weigh like many. */
export function smokyCities(): string {
  return `
    SELECT s.city, avg(r.pm2_5) AS mean
    FROM reading r JOIN station s ON s.id = r.station_id
    GROUP BY s.city
    HAVING avg(r.pm2_5) > 15
    ORDER BY mean DESC`;
}

/** The day is computed first, in WITH, so that it can be compared as a day. Rejected: time_utc BETWEEN two days. */
export function cityDays(): string {
  return `
    WITH hour AS (
      SELECT c.name AS city, date(r.time_utc, c.ahead_minutes || ' minutes') AS day, r.pm2_5
      FROM reading r JOIN station s ON s.id = r.station_id JOIN city c ON c.name = s.city
    )
    SELECT city, day, avg(pm2_5) AS mean
    FROM hour
    WHERE day BETWEEN '2026-01-12' AND '2026-01-13'
    GROUP BY city, day`;
}

/** NULL - x is NULL, and NULL > 5 is not true: gaps drop out by themselves. A window cannot stand in WHERE. */
export function rises(): string {
  return `
    SELECT station_id, time_utc, pm2_5 - before AS rise
    FROM (
      SELECT *, lag(pm2_5) OVER (PARTITION BY station_id ORDER BY time_utc) AS before
      FROM reading
    )
    WHERE pm2_5 - before > 5`;
}
