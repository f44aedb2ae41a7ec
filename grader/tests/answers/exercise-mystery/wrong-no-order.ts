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
      AND v.colour = 'grey' AND v.plate LIKE '%7'`;
}
