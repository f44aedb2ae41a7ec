// The school now reads a sensor service that is rude: it refuses, falls silent, cuts its answers, sends web pages.
// What it says on a good day:  {"city":"roskilde","time":"2026-11-24T08:00Z","pm2_5":7.4,"unit":"μg/m³"}
// Make a wrapper of four layers that the school can trust. The code below works on a good day only.
// Grade as often as you like:  grade exercise-wrapper

/** What the school uses. */
export interface Reading {
  city: string;
  time: string;
  /** µg/m³, or null when the sensor has no value. 0 is a value. */
  pm25: number | null;
}

/** One answer of the service. */
export interface Answer {
  /** The JSON, read. */
  body: unknown;
  /** For how many seconds the service calls it fresh; 0 when it does not say. */
  maxAgeS: number;
}

/** Nobody waits longer for one answer. A good answer can take 3 s. */
export const TIMEOUT_MS = 5_000;
/** Requests for one question, the first one included. */
export const MOST_TRIES = 4;

/** Given: reads `Cache-Control: max-age=60`. */
function maxAgeOf(response: Response): number {
  const control = response.headers.get('cache-control') ?? '';
  return Number(/max-age=(\d+)/.exec(control)?.[1] ?? 0);
}

/** Layer 1, format. A reading from a body that is one. Throws when it is none, for example `{ "error": true }`. */
export function readAir(body: unknown): Reading {
  // TODO: `as` believes everything, and the service calls one field by another name.
  const { city, time, pm25 } = body as Reading;
  return { city, time, pm25 };
}

/**
 * Layer 2, errors. One request, never more. Throws an Error when no JSON with a good status (2xx) came in time.
 * Its message names the method, the URL, the status if there was one, and says "not JSON" when that was the trouble.
 */
export async function askOnce(method: string, url: string): Promise<Answer> {
  // TODO: a time limit, the status, and words for what went wrong.
  const response = await fetch(url, { method });
  return { body: await response.json(), maxAgeS: maxAgeOf(response) };
}

/**
 * Layer 3, connection. Asks again, up to MOST_TRIES requests, when the trouble often passes by itself: 429, 5xx,
 * silence, a cut answer. Waits as long as Retry-After says, in seconds, else a little longer each time.
 * Never repeats a question that stays wrong (another 4xx), nor a POST, which may act twice. Throws the last error.
 */
export async function askPatiently(method: string, url: string): Promise<Answer> {
  // TODO: try again, after a pause.
  return askOnce(method, url);
}

/** Layer 4, cache. The reading at this URL. While an answer is fresh no request is made. Errors are not kept. */
export async function getAir(url: string): Promise<Reading> {
  // TODO: keep the answer for as long as it is fresh.
  const { body } = await askPatiently('GET', url);
  return readAir(body);
}
