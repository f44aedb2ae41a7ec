import { type Deed, parseScript } from './deeds.ts';

/** One request that the rude server saw. Times are milliseconds since the session's first request. */
export interface Seen {
  readonly n: number;
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  /** The word of the script that was played: `429`, `ok`, `moved` for the address behind a redirect. */
  readonly deed: string;
  /** Seconds that this answer asked to wait. */
  readonly retryAfterS?: number;
  /** True when it came before the wait asked for by the answer before it was over. */
  readonly early?: true;
}

export interface SessionLog {
  readonly session: string;
  /** All requests, also those that are no longer listed. */
  readonly count: number;
  /** How many came too early. */
  readonly early: number;
  readonly requests: readonly Seen[];
}

export interface Sessions {
  /** The next deed of that session and address, noted in the log. */
  play(session: string, request: Asked): Deed;
  note(session: string, request: Asked, deed: string): void;
  log(session: string): SessionLog;
  forget(session: string): void;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly script: string;
  readonly nowMs: number;
}

interface Session {
  readonly firstMs: number;
  readonly places: Map<string, { script: string; played: number; waitUntilMs: number }>;
  seen: Seen[];
  count: number;
  early: number;
}

const MOST_SESSIONS = 300;
const MOST_PLACES = 50;
const MOST_SEEN = 500;
/** Clocks of two machines, and timers, are not exact. */
const SLACK_MS = 20;

/**
 * Plays scripts: every session and address has its own place in its script, another script starts anew, and behind
 * the end of the script all is well. The sessions used least lately are forgotten first.
 */
export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  const sessionOf = (name: string, nowMs: number): Session => {
    const session = sessions.get(name) ?? { firstMs: nowMs, places: new Map(), seen: [], count: 0, early: 0 };
    sessions.delete(name);
    sessions.set(name, session);
    dropOldest(sessions, MOST_SESSIONS);
    return session;
  };
  return {
    play: (name, asked) => {
      const session = sessionOf(name, asked.nowMs);
      const place = placeOf(session, asked);
      const { deeds, words } = scriptOf(asked.script);
      const deed = deeds[place.played] ?? { kind: 'ok' };
      const word = words[place.played] ?? 'ok';
      place.played += 1;
      const early = asked.nowMs < place.waitUntilMs - SLACK_MS;
      const retryAfterS = deed.kind === 'status' ? deed.retryAfterS : undefined;
      place.waitUntilMs = retryAfterS === undefined ? 0 : asked.nowMs + retryAfterS * 1000;
      remember(session, asked, {
        deed: word,
        ...(retryAfterS === undefined ? {} : { retryAfterS }),
        ...(early ? { early: true as const } : {}),
      });
      return deed;
    },
    note: (name, asked, deed) => remember(sessionOf(name, asked.nowMs), asked, { deed }),
    log: (name) => {
      const { seen = [], count = 0, early = 0 } = sessions.get(name) ?? {};
      return { session: name, count, early, requests: seen };
    },
    forget: (name) => {
      sessions.delete(name);
    },
  };
}

function placeOf(session: Session, { path, script }: Asked) {
  const known = session.places.get(path);
  if (known?.script === script) return known;
  const place = { script, played: 0, waitUntilMs: 0 };
  session.places.set(path, place);
  dropOldest(session.places, MOST_PLACES);
  return place;
}

function scriptOf(script: string): { readonly deeds: readonly Deed[]; readonly words: readonly string[] } {
  const parsed = parseScript(script);
  if ('unknown' in parsed) return { deeds: [], words: [] };
  return {
    deeds: parsed.deeds,
    words: script
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  };
}

function remember(
  session: Session,
  { method, path, nowMs }: Asked,
  what: Pick<Seen, 'deed' | 'retryAfterS' | 'early'>,
) {
  session.count += 1;
  if (what.early) session.early += 1;
  const atMs = Math.round(nowMs - session.firstMs);
  session.seen = [...session.seen.slice(1 - MOST_SEEN), { n: session.count, atMs, method, path, ...what }];
}

function dropOldest<Value>(map: Map<string, Value>, most: number): void {
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
