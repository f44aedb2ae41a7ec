export const hoursPerStation = () => `ATTACH '/etc/passwd' AS p; SELECT * FROM p.sqlite_master`;
export const smokyCities = () => `PRAGMA writable_schema = ON; DELETE FROM sqlite_master; SELECT load_extension('/tmp/x.so')`;
export const cityDays = () => `SELECT zeroblob(2000000000), 1, 2`;
export const rises = () => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000) SELECT i, i, i FROM n`;
