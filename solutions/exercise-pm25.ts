// A model answer. Yours may look different: what counts is that it follows the data, keeps the gaps and survives trouble.

export interface City {
  name: string;
  latitude: number;
  longitude: number;
  timezone: string;
}

export interface Reading {
  time: string;
  pm25: number | null;
}

export interface CityAir {
  city: string;
  mean24: number;
  max: number;
  maxAt: string;
  hoursAbove15: number;
  share: number;
}

/** A reading that has a value, so that TypeScript lets us calculate with it. */
interface Known {
  time: string;
  pm25: number;
}

const HOUR_MS = 3_600_000;
const WINDOW_HOURS = 72;
const WHO_24_HOURS = 15;

/**
 * We ask for UTC (no `timezone`), because hours are compared with `now`, and UTC has no summer time.
 * We name the first and the last hour ourselves. Rejected: `past_days=4` and `slice(-72)`, which also works, but only
 * after the forecast hours are filtered out; who forgets that gets tomorrow's air.
 */
export async function hourlyPm25(city: City, now: Date): Promise<Reading[]> {
  const runningMs = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const query = new URLSearchParams({
    latitude: String(city.latitude),
    longitude: String(city.longitude),
    hourly: 'pm2_5',
    start_hour: isoMinute(runningMs - WINDOW_HOURS * HOUR_MS),
    end_hour: isoMinute(runningMs - HOUR_MS),
  });
  const { hourly } = await getJson(`https://air-quality-api.open-meteo.com/v1/air-quality?${query}`);
  // `?? null` and not `?? 0`: a gap is not clean air.
  return hourly.time.map((time, index) => ({ time: `${time}Z`, pm25: hourly.pm2_5[index] ?? null }));
}

/** The cities do not wait for each other. Two requests at once are polite; for 50 cities one request with a list would be. */
export async function compareCities(cities: City[], now: Date): Promise<CityAir[]> {
  return Promise.all(cities.map(async (city) => compare(city, await hourlyPm25(city, now))));
}

/**
 * Line and dashes tell the cities apart, so that the chart does not need colour. `null` stays in the data: Vega-Lite
 * breaks the line there, which is honest.
 */
export async function showCities(cities: City[], now: Date): Promise<object> {
  const air = await Promise.all(
    cities.map(async (city) => ({ city, readings: await hourlyPm25(city, now) })),
  );
  const says = air
    .map(({ city, readings }) => compare(city, readings))
    .map(({ city, mean24, max }) => `${city} has a mean of ${mean24.toFixed(1)} and a maximum of ${max}`)
    .join('; ');
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    description: `Fine dust in the last ${WINDOW_HOURS} hours, in µg/m³. ${says}.`,
    width: 560,
    height: 260,
    data: {
      values: air.flatMap(({ city, readings }) =>
        readings.map((reading) => ({ ...reading, city: city.name })),
      ),
    },
    mark: { type: 'line' },
    encoding: {
      x: { field: 'time', type: 'temporal', title: 'Time (UTC)' },
      y: { field: 'pm25', type: 'quantitative', title: 'PM2.5, µg/m³' },
      color: { field: 'city', title: 'City' },
      strokeDash: { field: 'city', title: 'City' },
    },
  };
}

function compare(city: City, readings: Reading[]): CityAir {
  const known = readings.filter(isKnown);
  // The last 24 hours first, then those with a value: the other way round would reach further back for every gap.
  const day = readings.slice(-24).filter(isKnown);
  const highest = known.reduce((best, reading) => (reading.pm25 > best.pm25 ? reading : best));
  return {
    city: city.name,
    mean24: day.reduce((sum, { pm25 }) => sum + pm25, 0) / day.length,
    max: highest.pm25,
    maxAt: localTime(new Date(highest.time), city.timezone),
    hoursAbove15: known.filter(({ pm25 }) => pm25 > WHO_24_HOURS).length,
    share: known.length / readings.length,
  };
}

function isKnown(reading: Reading): reading is Known {
  return reading.pm25 !== null;
}

/** Sweden writes dates as ISO 8601 does; the runtime knows every zone and its summer time. */
function localTime(time: Date, timeZone: string): string {
  return time.toLocaleString('sv-SE', { timeZone }).slice(0, 16).replace(' ', 'T');
}

function isoMinute(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 16);
}

interface AirQuality {
  hourly: { time: string[]; pm2_5: (number | null)[] };
}

const TRIES = 4;
const TIMEOUT_MS = 5_000;

/**
 * A few tries, each with a time limit, for what passes by itself: refused (429), overloaded (5xx), silent, cut off.
 * When the service says how long to wait, we wait so long. A wrong question (400) stays wrong, so it is not repeated.
 * When all fails we say so: a constant in its place would be a lie that nobody notices.
 */
async function getJson(url: string): Promise<AirQuality> {
  let trouble: unknown;
  for (let tried = 1; tried <= TRIES; tried += 1) {
    let waitMs = 500 * 2 ** tried;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      const text = await response.text();
      if (response.ok) return JSON.parse(text);
      trouble = new Error(`GET ${url} answered ${response.status}: ${text}`);
      if (response.status !== 429 && response.status < 500) break;
      const retryAfterS = Number(response.headers.get('retry-after'));
      if (retryAfterS > 0) waitMs = retryAfterS * 1000;
    } catch (error) {
      trouble = error;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  throw trouble;
}
