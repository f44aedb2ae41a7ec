import type { World } from '../../classroom/answer.ts';
import { type City, lastFullHour, type Reading, readingOf } from '../reading.ts';

/** Hours of a city, told one after the other as if each were new. */
export interface Feed {
  readonly city: City;
  /** How many changes there will be. */
  readonly changes: number;
  readonly everyMs: number;
}

/** The n-th change, counted from 1. */
export interface Change {
  readonly n: number;
  readonly reading: Reading;
}

export const FEED_LIMITS = {
  changes: { min: 1, max: 1_000, usual: 10 },
  everyMs: { min: 10, max: 60_000, usual: 200 },
} as const;

/** The n-th change of a feed: the last one is the newest hour of the world. */
export function changeOf(world: World, { city, changes }: Feed, n: number): Change {
  return { n, reading: readingOf(world, city, lastFullHour(world) - changes + n) };
}

/** How many changes have happened when the feed is `ageMs` old. */
export function changesAfter({ changes, everyMs }: Feed, ageMs: number): number {
  return Math.max(0, Math.min(changes, Math.floor(ageMs / everyMs)));
}

/** A number of a feed as a client wrote it; undefined when it is outside the limits. */
export function feedNumber(value: unknown, name: keyof typeof FEED_LIMITS): number | undefined {
  const { min, max, usual } = FEED_LIMITS[name];
  if (value === undefined || value === 0) return usual;
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max
    ? number
    : undefined;
}

/** Who listens to a feed that is pushed. */
export interface Listener {
  /** Changes up to this one are known already. */
  readonly after?: number;
  readonly change: (n: number) => void;
  readonly end: () => void;
}

/**
 * Tells the changes as they happen, those of the past at once, and then the end. The returned function stops it.
 *
 * @example
 * const stop = play(feed, { ageMs: 0 }, { change: (n) => socket.send(String(n)), end: () => socket.close() });
 */
export function play(feed: Feed, { ageMs }: { readonly ageMs: number }, listener: Listener): () => void {
  const startMs = performance.now() - ageMs;
  const state: { n: number; isStopped: boolean; timer?: NodeJS.Timeout } = {
    n: listener.after ?? 0,
    isStopped: false,
  };
  const tell = (): void => {
    const due = changesAfter(feed, performance.now() - startMs);
    while (state.n < due && !state.isStopped) {
      state.n += 1;
      listener.change(state.n);
    }
    if (state.isStopped) return;
    if (state.n >= feed.changes) {
      listener.end();
      return;
    }
    const nextMs = startMs + (state.n + 1) * feed.everyMs;
    state.timer = setTimeout(tell, Math.max(0, nextMs - performance.now()));
  };
  tell();
  return () => {
    state.isStopped = true;
    clearTimeout(state.timer);
  };
}
