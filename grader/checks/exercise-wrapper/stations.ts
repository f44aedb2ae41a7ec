import type { UpstreamReply, UpstreamRequest } from '../../sandbox/run.ts';

/** What a station does with one request. */
export type Deed =
  | {
      readonly kind: 'ok';
      /** Seconds in Cache-Control; without it the header says `no-store`. */
      readonly maxAgeS?: number;
      readonly delayMs?: number;
    }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterS?: number }
  /** `cut`: the length agrees, so only the JSON tells. `short`: the connection ends before the promised length. */
  | { readonly kind: 'hang' | 'cut' | 'short' | 'html' };

/**
 * The script of each station: one deed a request, the last one for ever. A station is asked by one case of one trial,
 * so each case meets its trouble from the beginning.
 */
export const SCRIPTS = {
  calm: [{ kind: 'ok', maxAgeS: 45 }],
  missing: [{ kind: 'status', status: 404 }],
  busy: [{ kind: 'status', status: 429, retryAfterS: 20 }, { kind: 'ok' }],
  steady: [{ kind: 'ok', maxAgeS: 600 }],
  page: [{ kind: 'html' }],
  cut: [{ kind: 'cut' }],
  short: [{ kind: 'short' }],
  down: [{ kind: 'status', status: 503 }],
  unwanted: [{ kind: 'status', status: 422 }],
  mute: [{ kind: 'hang' }],
  marker: [{ kind: 'ok' }],
  slow: [{ kind: 'ok', delayMs: 3_000 }],
  overloaded: [{ kind: 'status', status: 503 }, { kind: 'ok' }],
  halved: [{ kind: 'cut' }, { kind: 'ok' }],
  broken: [{ kind: 'short' }, { kind: 'ok' }],
  asleep: [{ kind: 'hang' }, { kind: 'ok' }],
  bad: [{ kind: 'status', status: 400 }],
  gone: [{ kind: 'status', status: 404 }],
  posted: [{ kind: 'status', status: 503 }],
  dead: [{ kind: 'status', status: 503 }],
  brief: [{ kind: 'ok', maxAgeS: 2 }],
  pause: [{ kind: 'ok', delayMs: 3_000 }],
  unkept: [{ kind: 'ok' }],
  twins: [{ kind: 'ok', maxAgeS: 600 }],
  recovering: [
    { kind: 'status', status: 404 },
    { kind: 'ok', maxAgeS: 600 },
  ],
} as const satisfies Readonly<Record<string, readonly Deed[]>>;

/** The name of a station in the cases; the student sees a number. */
export type Station = keyof typeof SCRIPTS;

/** What a station says on a good day. */
export interface Body {
  readonly city: string;
  readonly time: string;
  readonly pm2_5: number;
  readonly unit: 'μg/m³';
}

const HOST = 'https://sensors.example';
const NAMES = Object.keys(SCRIPTS);

/** The URL of a station. Other data has other numbers, so that no answer can know a station by its number. */
export function urlOf(station: Station, salt: number, city = 'roskilde'): string {
  return `${HOST}${pathOf(station, salt)}?city=${city}`;
}

/** The requests that a station saw, in order. */
export function requestsTo(
  station: Station,
  salt: number,
  requests: readonly UpstreamRequest[],
): readonly UpstreamRequest[] {
  const path = pathOf(station, salt);
  return requests.filter(({ url }) => url.split('?')[0] === path);
}

/** What a station says to its n-th request that it answers well, counted from 0: every answer is another one. */
export function bodyOf(station: Station, salt: number, { city = 'roskilde', nth = 0 } = {}): Body {
  const level = mixed(salt, NAMES.indexOf(station), city.length, city.charCodeAt(0)) % 400;
  return { city, time: '2026-11-24T08:00Z', pm2_5: (60 + level + 17 * nth) / 10, unit: 'μg/m³' };
}

/** All stations, made anew for each run. */
export function stations(salt: number): (request: UpstreamRequest) => UpstreamReply {
  const seen = new Map<string, number>();
  return ({ url }) => {
    const { pathname, searchParams } = new URL(url, HOST);
    const station = NAMES.find((name) => isStation(name) && pathOf(name, salt) === pathname);
    if (station === undefined || !isStation(station))
      return json(404, { error: true, reason: 'no such station' });
    const place = seen.get(station) ?? 0;
    seen.set(station, place + 1);
    const script: readonly Deed[] = SCRIPTS[station];
    const deed = script[Math.min(place, script.length - 1)] ?? { kind: 'ok' };
    const good = script.slice(0, place).filter(({ kind }) => kind === 'ok').length;
    const nth = good + Math.max(0, place - script.length);
    return reply(deed, bodyOf(station, salt, { city: searchParams.get('city') ?? '', nth }));
  };
}

const isStation = (name: string): name is Station => Object.hasOwn(SCRIPTS, name);

function pathOf(station: Station, salt: number): string {
  return `/stations/${100 + (mixed(salt, 7) % 800) + NAMES.indexOf(station)}/air`;
}

const PAGE = '<!doctype html>\n<title>Welcome to Station Wi-Fi</title>\n<p>Please log in.</p>\n';

function reply(deed: Deed, body: Body): UpstreamReply {
  switch (deed.kind) {
    case 'ok': {
      const control = deed.maxAgeS === undefined ? 'no-store' : `max-age=${deed.maxAgeS}`;
      const answer = json(200, body, { 'cache-control': control });
      return deed.delayMs === undefined ? answer : { ...answer, delayMs: deed.delayMs };
    }
    case 'status': {
      const reason = `this is a ${deed.status}, on purpose`;
      const wait = deed.retryAfterS;
      return json(
        deed.status,
        { error: true, reason },
        wait === undefined ? {} : { 'retry-after': `${wait}` },
      );
    }
    case 'hang':
      return { kind: 'hang' };
    case 'cut':
      return { ...json(200, body), body: half(body) };
    case 'short':
      return { ...json(200, body), cutAt: half(body).length };
    case 'html':
      return { kind: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: PAGE };
  }
}

/** Letters of one byte only, so that half of them are half of the bytes. */
const half = ({ city, time }: Body): string => JSON.stringify({ city, time }).slice(0, -9);

function json(
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Extract<UpstreamReply, { kind: 'answer' }> {
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

/** A whole number that differs widely when one of the numbers differs a little. */
function mixed(...numbers: readonly number[]): number {
  const hash = numbers.reduce(
    (sum, number) => Math.imul(sum ^ (number + 0x9e3779b9), 0x85ebca6b) ^ (sum >>> 13),
    17,
  );
  return (hash ^ (hash >>> 16)) >>> 0;
}
