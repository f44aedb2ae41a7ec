import { dayOf, type EpochDay, isoDay } from '../../../src/services/rates/days.ts';
import { codesOf, daysOf, queryOf, type RateRow, rowsOf } from '../../../src/services/rates/query.ts';
import { isCurrency, rateOn } from '../../../src/services/rates/series.ts';
import type { Upstream, World } from '../../exercise.ts';
import { hosts, type ServiceReply } from '../../upstream/hosts.ts';

/** Which versions of the service answer in a world. */
export type Versions = 'both' | 'only version 1' | 'only version 2';

const VERSIONS: readonly Versions[] = ['both', 'only version 1', 'only version 2'];
/** The rates of another salt are those of so many days earlier, at most. */
const MOST_DAYS = 1_500;

type Query = Readonly<Record<string, string>>;

/** A salt that says which versions answer, with other rates for each `nth`. */
export function saltOf(seed: number, nth: number, versions: Versions): number {
  const chosen = 1 + (((seed * 7919 + nth * 104_729) >>> 0) % 99_991);
  return chosen * VERSIONS.length + VERSIONS.indexOf(versions);
}

export const versionsOf = ({ salt = 0 }: World): Versions => VERSIONS[salt % VERSIONS.length] ?? 'both';

/** A question to either version. */
export interface Asked {
  readonly base: string;
  readonly quotes: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** The rows that the new version gives, so a Friday may come first that nobody asked for; or its refusal. */
export function version2(world: World, query: Query): ServiceReply {
  const asked = queryOf(query, world.nowMs);
  if ('status' in asked) return { status: asked.status, body: asked };
  return { status: 200, body: rowsOf(asked).map((row) => ({ ...row, rate: rateIn(world, row) })) };
}

/** The object that the old version gives for `2025-03-03..2025-03-14`. */
export function version1(world: World, range: string, query: Query): ServiceReply {
  const [from, to] = range.split('..').map((text) => dayOf(text));
  const base = (query.base ?? query.from ?? 'EUR').toUpperCase();
  const quotes = codesOf(query.symbols ?? query.to).filter((code) => isCurrency(code) && code !== base);
  const days = from === undefined || to === undefined ? [] : daysOf(from, to);
  const [first, last] = [days[0], days.at(-1)];
  if (!isCurrency(base) || quotes.length === 0 || first === undefined || last === undefined) return NO_RATES;
  const amount = Number(query.amount ?? 1);
  const on = (day: EpochDay): Record<string, number> =>
    Object.fromEntries(
      [...quotes]
        .sort()
        .map((quote) => [
          quote,
          Number((amount * rateIn(world, { date: isoDay(day), base, quote })).toPrecision(5)),
        ]),
    );
  const rates = Object.fromEntries(days.map((day) => [isoDay(day), on(day)]));
  return { status: 200, body: { amount, base, start_date: isoDay(first), end_date: isoDay(last), rates } };
}

/** So many `quote` for one `base`, in a world. */
export function rateIn({ salt = 0 }: World, { date, base, quote }: Omit<RateRow, 'rate'>): number {
  const earlier = Math.floor(salt / VERSIONS.length) % MOST_DAYS;
  return rateOn((dayOf(date) ?? 0) - earlier, { base, quote });
}

/** Frankfurter under its name, and under its old one, which sends on. */
export function ratesUpstream(world: World): Upstream {
  const versions = versionsOf(world);
  const answer = ({ path, query }: { readonly path: string; readonly query: Query }): ServiceReply => {
    const range = /^\/v1\/([^/]+)$/.exec(path)?.[1];
    if (range !== undefined) return versions === 'only version 2' ? GONE : version1(world, range, query);
    const isNew = path === '/v2/rates' && versions !== 'only version 1';
    return isNew ? version2(world, query) : NOT_FOUND;
  };
  return hosts([
    { host: 'api.frankfurter.dev', local: '/rates', answer },
    {
      host: 'api.frankfurter.app',
      local: '/rates/old',
      answer: ({ path, query }) => ({
        status: 301,
        body: '',
        headers: { location: `https://api.frankfurter.dev/v1${path}?${new URLSearchParams(query)}` },
      }),
    },
  ]);
}

const NO_RATES: ServiceReply = { status: 404, body: { message: 'not found' } };
const NOT_FOUND: ServiceReply = { status: 404, body: { status: 404, message: 'not found' } };
const GONE: ServiceReply = {
  status: 410,
  body: { message: 'version 1 is gone, ask /v2/rates' },
};
