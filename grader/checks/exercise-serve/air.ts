import { BEIJING, ROSKILDE } from '../../../src/open-meteo/places.ts';
import type { City, World } from '../../exercise.ts';
import { hourName } from '../../judge/truth.ts';
import { withGap } from '../../upstream/gap.ts';

const HOUR_MS = 3_600_000;
const UNIT = 'μg/m³';

/** The cities that the server knows: those of the starter. */
export const CITIES = {
  roskilde: ROSKILDE,
  beijing: BEIJING,
  oslo: { name: 'Oslo', latitude: 59.91273, longitude: 10.74609, timezone: 'Europe/Oslo' },
  lima: { name: 'Lima', latitude: -12.04318, longitude: -77.02824, timezone: 'America/Lima' },
} as const satisfies Readonly<Record<string, City>>;

/** What the server must say about one city. */
export interface AirBody {
  readonly city: string;
  readonly time: string;
  readonly pm2_5: number | null;
  readonly unit: string;
}

export interface ComparisonBody {
  readonly cities: readonly { readonly city: string; readonly pm2_5: number | null }[];
  readonly cleanest: string | null;
}

export interface RunBody {
  readonly city: string;
  readonly pm2_5: number | null;
  readonly limit: number;
  readonly run: boolean | null;
}

/** Where the numbers of a body come from. A mistake looks at another world, or at another hour. */
export interface View {
  readonly world: World;
  /** The last full hour, as an epoch hour. */
  readonly hour: number;
}

/** The hour before the one that runs, some virtual time after the trial has begun. */
export const viewAt = (world: World, afterMs = 0): View => ({
  world,
  hour: Math.floor((world.nowMs + afterMs) / HOUR_MS) - 1,
});

export function pm25({ world, hour }: View, city: City): number | null {
  return world.source.read(city, 'pm2_5', hour, 1, world.nowMs)[0] ?? null;
}

export function airBody(view: View, city: City): AirBody {
  return { city: city.name, time: hourName(view.hour), pm2_5: pm25(view, city), unit: UNIT };
}

export function comparisonBody(view: View, cities: readonly City[]): ComparisonBody {
  const entries = cities.map((city) => ({ city: city.name, pm2_5: pm25(view, city) }));
  return { cities: entries, cleanest: cleanestOf(entries) };
}

/** The city with the least, of those that have a value. */
export function cleanestOf(entries: ComparisonBody['cities']): string | null {
  const known = entries.filter(({ pm2_5 }) => pm2_5 !== null);
  return known.toSorted((a, b) => (a.pm2_5 ?? 0) - (b.pm2_5 ?? 0))[0]?.city ?? null;
}

export function runBody(view: View, city: City, limit: number): RunBody {
  const value = pm25(view, city);
  return { city: city.name, pm2_5: value, limit, run: value === null ? null : value <= limit };
}

/** The last full hour has no value in one city. */
export function withoutLastHour(world: World, place: City): World {
  const { hour } = viewAt(world);
  return withGap(world, {
    place,
    isGap: (other) => other === hour,
    isOf: (variable) => variable === 'pm2_5',
  });
}
