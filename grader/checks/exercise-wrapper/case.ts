import type { Finding, Outcome } from '../../exercise.ts';
import type { UpstreamRequest } from '../../sandbox/run.ts';
import { requestsTo, type Station, urlOf } from './stations.ts';

export type PartId = 'format' | 'errors' | 'connection' | 'cache';

/** One call of the answer. */
export interface Ask {
  readonly export: string;
  readonly args: readonly unknown[];
}

/** One behaviour of one layer: what is called, and what must have happened. */
export interface Case {
  /** Unique in its trial. */
  readonly id: string;
  readonly part: PartId;
  readonly asks: readonly Ask[];
  /** Pure; undefined when all is well. */
  readonly judge: (seen: Seen) => Finding | undefined;
}

/** What a case can look at. */
export interface Seen {
  /** Which data: see `World.salt`. */
  readonly salt: number;
  /** One for each call of the case; undefined when the run ended before it. */
  readonly outcomes: readonly (Outcome | undefined)[];
  /** Every request of the trial. */
  readonly requests: readonly UpstreamRequest[];
}

export interface Mistake {
  readonly id: string;
  readonly says: string;
}

/** The mistakes that students make here, each completing "consistent with …". */
export const MISTAKES = {
  nullAsZero: { id: 'null-as-zero', says: 'taking a gap (null) for clean air (0)' },
  zeroAsMissing: { id: 'zero-as-missing', says: 'testing with !value, which throws away a clean hour (0)' },
  anyBody: { id: 'any-body', says: 'taking every body for a reading' },
  hardCoded: { id: 'hard-coded', says: 'answering with the numbers of the visible data' },
  noTimeLimit: { id: 'no-time-limit', says: 'waiting without a time limit' },
  impatient: { id: 'limit-too-short', says: 'a time limit shorter than good answers need' },
  statusIgnored: { id: 'status-ignored', says: 'reading the body without looking at the status' },
  swallowed: { id: 'swallowed-error', says: 'catching the error and giving back nothing, or old data' },
  bareError: { id: 'error-without-facts', says: 'an error that does not say what was asked of whom' },
  htmlAsJson: { id: 'html-as-json', says: 'letting JSON.parse complain about a web page' },
  retriesInside: { id: 'retries-inside', says: 'asking again in the layer that asks once' },
  noRetry: { id: 'no-retry', says: 'giving up at the first trouble' },
  retriesAtOnce: { id: 'retries-at-once', says: 'asking again at once' },
  ignoresRetryAfter: { id: 'ignores-retry-after', says: 'a wait of one’s own in the place of Retry-After' },
  retryAfterAsMs: { id: 'retry-after-as-ms', says: 'reading Retry-After as milliseconds; it is in seconds' },
  retriesRefusals: { id: 'retries-refusals', says: 'repeating a question that stays wrong' },
  retriesPost: { id: 'retries-post', says: 'repeating a POST, which may act twice' },
  endless: { id: 'endless-retry', says: 'asking again without an end' },
  noCache: { id: 'no-cache', says: 'asking again for what is still fresh' },
  cacheForever: { id: 'cache-forever', says: 'keeping an answer longer than the service calls it fresh' },
  ignoresQuery: {
    id: 'cache-ignores-query',
    says: 'a cache key without the query: two questions, one answer',
  },
  cachesErrors: { id: 'caches-errors', says: 'keeping an error as if it were an answer' },
} as const satisfies Readonly<Record<string, Mistake>>;

/** What the case's own station saw. */
export const asked = (station: Station, { salt, requests }: Seen): readonly UpstreamRequest[] =>
  requestsTo(station, salt, requests);

/** How long after the first request the second came, in ms; undefined without a second. */
export function gapMs([first, second]: readonly UpstreamRequest[]): number | undefined {
  return first === undefined || second === undefined ? undefined : second.atMs - first.atMs;
}

/** A call about a station. */
export const ask = (name: 'askOnce' | 'askPatiently', method: string, url: string): Ask => ({
  export: name,
  args: [method, url],
});

/** A reading from a station, through all layers. */
export const getAir = (station: Station, salt: number, city?: string): Ask => ({
  export: 'getAir',
  args: [urlOf(station, salt, city)],
});

/** Seconds with one decimal, for `expected` and `actual`. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms % 1000 === 0 ? 0 : 3)} s`;
