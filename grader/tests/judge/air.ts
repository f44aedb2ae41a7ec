import { cellOf } from '../../../src/classroom/cell.ts';
import type { Source } from '../../../src/classroom/source.ts';
import { exercise } from '../../checks/exercise-pm25.ts';
import type { Outcome, PartVerdict, Trial, World } from '../../exercise.ts';

export const HOUR_MS = 3_600_000;
/** A noon in winter: Roskilde is an hour ahead, Beijing eight. */
export const NOON = Date.parse('2026-11-24T12:20:00Z');

export type Values = readonly (number | null)[];

/** A world whose last 72 full hours are given by city name; all other hours have no value. */
export function worldOf(series: Readonly<Record<string, Values>>, nowMs = NOON): World {
  const end = Math.floor(nowMs / HOUR_MS);
  const byCell = new Map(exercise.cities.map((city) => [cellOf(city).key, series[city.name] ?? []]));
  const source: Source = {
    kind: 'simulated',
    label: 'made for a test',
    holds: (_, variable) => variable === 'pm2_5',
    read: (place, variable, from, count) => {
      const values = variable === 'pm2_5' ? (byCell.get(cellOf(place).key) ?? []) : [];
      return Array.from({ length: count }, (_, index) => values[from + index - end + values.length] ?? null);
    },
  };
  return { source, nowMs, cities: exercise.cities };
}

/** 72 values that rise and fall, different in every hour of a day and in both cities. */
export const wave = (level: number): number[] =>
  Array.from(
    { length: 72 },
    (_, index) => Math.round(10 * (level + (level / 3) * Math.sin(index / 5) + index / 20)) / 10,
  );

export const WAVES = { Roskilde: wave(12), Beijing: wave(50) };

/** `2026-11-24T09:00Z`, `index` hours after the first of the 72. */
export const timeAt = (index: number, nowMs = NOON): string =>
  `${new Date((Math.floor(nowMs / HOUR_MS) - 72 + index) * HOUR_MS).toISOString().slice(0, 16)}Z`;

export const readingsOf = (values: Values, nowMs = NOON): { time: string; pm25: number | null }[] =>
  values.map((pm25, index) => ({ time: timeAt(index, nowMs), pm25 }));

interface Given {
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly world?: World;
  readonly base?: World;
  readonly trial?: Trial;
}

/** What the exercise says of a part when its calls came to this. */
export function judged(part: 'hourly' | 'compare' | 'show', given: Given): PartVerdict {
  const { outcomes, world = worldOf(WAVES), base = world } = given;
  const found = exercise.parts.find(({ id }) => id === part);
  const trial = given.trial ?? exercise.trials.find(({ tier }) => tier === 'visible');
  if (!found || !trial) throw new Error(`no part ${part} or no visible trial`);
  return exercise.judge(found, new Map(Object.entries(outcomes)), { trial, world, base, requests: [] });
}

export const returned = (value: unknown): Outcome => ({ kind: 'value', value });

/** What is wrong, as a line: `the sentence [mistake]`, or `passed`. */
export const said = (verdict: PartVerdict): string => {
  if (verdict.kind !== 'failed') return verdict.kind === 'passed' ? 'passed' : `unchecked: ${verdict.why}`;
  const { says, mistake } = verdict.finding;
  return mistake ? `${says} [${mistake.id}]` : says;
};
