/** The tables of the lesson, as its first cells make them. */
export const SCHEMA = `
CREATE TABLE station (
  id INTEGER PRIMARY KEY, city TEXT NOT NULL, name TEXT NOT NULL,
  UNIQUE (city, name)
);
CREATE TABLE reading (
  station_id INTEGER NOT NULL REFERENCES station(id),
  time_utc TEXT NOT NULL,
  pm2_5 REAL CHECK (pm2_5 >= 0),
  PRIMARY KEY (station_id, time_utc)
);`;
