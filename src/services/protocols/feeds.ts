import type { Feed } from './feed.ts';

export interface StartedFeed extends Feed {
  readonly id: number;
  readonly startMs: number;
}

export interface Feeds {
  start(feed: Feed, nowMs: number): StartedFeed;
  find(id: number): StartedFeed | undefined;
}

const MOST_FEEDS = 200;

/** The feeds that were started; the oldest are forgotten first. */
export function createFeeds(): Feeds {
  const feeds = new Map<number, StartedFeed>();
  const last = { id: 0 };
  return {
    start: (feed, startMs) => {
      last.id += 1;
      const started = { ...feed, id: last.id, startMs };
      feeds.set(started.id, started);
      feeds.delete(started.id - MOST_FEEDS);
      return started;
    },
    find: (id) => feeds.get(id),
  };
}
