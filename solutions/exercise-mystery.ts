// A model answer. Yours may look different: what counts is who is found.

/**
 * 18 to 24 in Roskilde is 17 to 23 UTC. Silent stations are left out first: avg of nothing is NULL, and NULL sorts before
 * every number. Rejected: the lowest single value. One clean hour may happen anywhere.
 */
export function cleanStation(): string {
  return `
    SELECT s.name
    FROM reading r JOIN station s ON s.id = r.station_id
    WHERE s.city = 'Roskilde' AND r.pm2_5 IS NOT NULL
      AND r.time_utc >= '2026-01-14T17:00Z' AND r.time_utc < '2026-01-14T23:00Z'
    GROUP BY s.id
    ORDER BY avg(r.pm2_5)
    LIMIT 1`;
}

/**
 * Ten to six in Roskilde is 16:50 UTC. The order must be for that person, that station and that day. Rejected: NOT IN
 * (SELECT person_id FROM work_order). One order has no person, and NOT IN a list with a NULL is never true.
 */
export function suspect(): string {
  return `
    WITH clean AS (
      SELECT s.id
      FROM reading r JOIN station s ON s.id = r.station_id
      WHERE s.city = 'Roskilde' AND r.pm2_5 IS NOT NULL
        AND r.time_utc >= '2026-01-14T17:00Z' AND r.time_utc < '2026-01-14T23:00Z'
      GROUP BY s.id
      ORDER BY avg(r.pm2_5)
      LIMIT 1
    )
    SELECT p.name
    FROM badge b
    JOIN clean ON clean.id = b.station_id
    JOIN person p ON p.id = b.person_id
    JOIN van v ON v.person_id = p.id
    LEFT JOIN work_order w
      ON w.person_id = p.id AND w.station_id = b.station_id AND w.day = '2026-01-14'
    WHERE b.in_utc <= '2026-01-14T16:50Z' AND (b.out_utc IS NULL OR b.out_utc >= '2026-01-14T16:50Z')
      AND w.day IS NULL
      AND v.colour = 'grey' AND v.plate LIKE '%7'`;
}
