import type { City } from '../exercise.ts';
import { areSame, isNear, type Values } from './compare.ts';
import { seriesGuesses } from './series-guesses.ts';
import type { Mistake, Setting } from './setting.ts';
import { runningHour, truth, WINDOW_HOURS } from './truth.ts';

/** What the student gives for one city. */
export interface GivenSeries {
  readonly city: City;
  readonly values: Values;
}

/** How far around the right window other windows are looked for, in hours. */
const SEARCH_BACK = 400;
const SEARCH_AHEAD = 168;
/** Shorter or flatter series fit too many windows to say anything. */
const TELLING_HOURS = 12;

/**
 * The first known mistake that reproduces the student's series in every city where it would show.
 * A mistake that happens to give the right numbers explains nothing and is never named.
 */
export function seriesMistake(given: readonly GivenSeries[], setting: Setting): Mistake | undefined {
  const wrong = given.filter(({ city, values }) => !areSame(values, truth(city, setting.world).values));
  if (wrong.length === 0) return undefined;
  for (const { id, says, scope, candidates } of seriesGuesses(setting)) {
    const told = scope === 'all' ? given : wrong;
    const fits = told.every(({ city, values }) =>
      candidates(city).some((series) => series !== undefined && areSame(values, series.values)),
    );
    if (fits) return { id, says };
  }
  return otherWindow(wrong, setting) ?? scaledBy(wrong, setting);
}

function otherWindow(wrong: readonly GivenSeries[], setting: Setting): Mistake | undefined {
  const [first] = wrong;
  if (!first || !wrong.every(({ values }) => isTelling(values))) return undefined;
  const running = runningHour(setting.world);
  const [start, ...others] = wrong.map((one) => windowStart(one, setting));
  if (start === undefined || others.some((other) => other !== start)) return undefined;
  const end = start + first.values.length;
  if (end > running) return { id: 'forecast-hours', says: 'including forecast hours' };
  if (end === running && first.values.length !== WINDOW_HOURS)
    return { id: 'other-length', says: `taking ${first.values.length} hours instead of 72` };
  return { id: 'other-window', says: `taking hours that end ${running - end} hours too early` };
}

function windowStart({ city, values }: GivenSeries, { world }: Setting): number | undefined {
  const from = runningHour(world) - SEARCH_BACK;
  const around = world.source.read(city, 'pm2_5', from, SEARCH_BACK + SEARCH_AHEAD, world.nowMs);
  const last = around.length - values.length;
  for (let at = last; at >= 0; at -= 1)
    if (values.every((value, index) => isSameHere(value, around[at + index]))) return from + at;
  return undefined;
}

/** A constant factor in every hour, such as another unit. */
function scaledBy(wrong: readonly GivenSeries[], { world }: Setting): Mistake | undefined {
  const ratios = wrong.flatMap(({ city, values }) =>
    truth(city, world).values.flatMap((value, index) => {
      const own = values[index];
      return value !== null && typeof own === 'number' && value > 0 ? [own / value] : [];
    }),
  );
  const [factor] = ratios;
  const isSteady =
    factor !== undefined &&
    factor > 0 &&
    ratios.length >= TELLING_HOURS &&
    ratios.every((ratio) => Math.abs(ratio / factor - 1) < 1e-3);
  if (!isSteady || isNear(factor, 1, 1e-3)) return undefined;
  return { id: 'factor', says: `multiplying by ${Number(factor.toPrecision(3))}` };
}

const isTelling = (values: Values): boolean =>
  values.length >= TELLING_HOURS && new Set(values.filter((value) => value !== null)).size >= 4;

const isSameHere = (a: number | null | undefined, b: number | null | undefined): boolean =>
  typeof a === 'number' && typeof b === 'number' ? isNear(a, b, 1e-3) : a === b;
