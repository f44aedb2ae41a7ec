// Four questions to a database of air. Each function gives the text of one SELECT; its rows are graded, on other cities
// and other air too. Columns in the order that is asked for; their names, and the order of the rows, are free unless said.
// grade replay exercise-sql as-is  writes the database that is asked first.               Grade:  grade exercise-sql

/** What is there. A station may never have measured; a pm2_5 may be NULL, which is a gap and no clean air. */
export const SCHEMA = `
CREATE TABLE city (name TEXT PRIMARY KEY, ahead_minutes INTEGER); -- the city's clock is ahead of UTC by so much
CREATE TABLE station (id INTEGER PRIMARY KEY, city TEXT REFERENCES city(name), name TEXT);
CREATE TABLE reading (station_id INTEGER REFERENCES station(id), time_utc TEXT, pm2_5 REAL); -- '2026-01-12T05:00Z'
`;

/** Part 1. Every station: city, name, how many hours have a value, and their mean (NULL where there is none). */
export function hoursPerStation(): string {
  // TODO
  return ``;
}

/** Part 2. Cities whose mean of all hours is above 15: city, mean. The highest first. Each hour counts the same. */
export function smokyCities(): string {
  // TODO
  return ``;
}

/** Part 3. Each city, each of its own days 2026-01-12 and 2026-01-13: city, day ('2026-01-12'), mean of its hours. */
export function cityDays(): string {
  // TODO: time_utc is UTC; date(time_utc, '60 minutes') moves it
  return ``;
}

/** Part 4. Hours with more than 5 above the row before at the same station: station_id, time_utc, rise. */
export function rises(): string {
  // TODO
  return ``;
}
