// The school in Roskilde asks: may the children run outside today? A school in Beijing asks the same.
// Both look at fine dust, PM2.5, in µg/m³. Open-Meteo publishes it for every hour and place, free and without a key:
// https://air-quality-api.open-meteo.com/v1/air-quality?latitude=55.64&longitude=12.08&hourly=pm2_5
// Write the three functions below, for any list of cities. Grade as often as you like:  grade exercise-pm25

/** Handed to your functions, for example { name: 'Roskilde', latitude: 55.64152, longitude: 12.08035, timezone: 'Europe/Copenhagen' }. */
export interface City {
  name: string;
  latitude: number;
  longitude: number;
  timezone: string;
}

/** One hour of air. */
export interface Reading {
  /** Start of the hour in UTC: '2026-11-24T09:00Z'. */
  time: string;
  /** µg/m³, or null when the service has no value for the hour. A gap is not clean air. */
  pm25: number | null;
}

/** What the school wants to know. All but `mean24` is about the 72 hours of part 1. */
export interface CityAir {
  /** The city's name. */
  city: string;
  /** Mean of the last 24 of the 72 hours, over the hours that have a value. One decimal is enough. */
  mean24: number;
  /** Highest value. */
  max: number;
  /** When it was highest, on a clock in the city: '2026-11-23T21:00'. If several hours share it, any of them. */
  maxAt: string;
  /** Hours above 15 µg/m³, the WHO guideline for 24 hours. Exactly 15 is not above. */
  hoursAbove15: number;
  /** Share of the 72 hours that have a value: 1 is all of them, 0.5 is half. Two decimals are enough. */
  share: number;
}

/**
 * Part 1. The last 72 full hours before `now`, oldest first. An hour is full when it is over:
 * at 12:40 UTC the newest one is 11:00, which ended at 12:00.
 */
export async function hourlyPm25(city: City, now: Date): Promise<Reading[]> {
  // TODO: ask for the hours, keep the last 72 full ones.
  return [];
}

/** Part 2. The comparison, one entry for each city, in the order given. */
export async function compareCities(cities: City[], now: Date): Promise<CityAir[]> {
  // TODO: use part 1 for each city.
  return [];
}

/**
 * Part 3. The 72 hours of all cities as one Vega-Lite spec with its data in `data.values`, for people: a line for each
 * city, the time on x, PM2.5 on y with its unit in the title, and a `description` in words for those who cannot see it.
 * Or, if you prefer, the comparison as a Markdown table: a row for each city with its mean24, max, hoursAbove15 and
 * share, and a header that names the unit.
 */
export async function showCities(cities: City[], now: Date): Promise<object | string> {
  // TODO: make one list of rows for all cities, or one table.
  return {};
}
