import type { EpochHour } from '../source.ts';

/** First and last hour that have values, both included. */
export interface Validity {
  readonly first: EpochHour;
  readonly last: EpochHour;
}

const HOUR_MS = 3_600_000;
const hourOf = (iso: string): EpochHour => Date.parse(iso) / HOUR_MS;

/** The global model runs at 00 and 12 UTC, can be had 10 hours later and reaches 120 hours ahead. */
const GLOBAL = { first: hourOf('2022-08-01T00:00Z'), everyHours: 12, delayHours: 10, aheadHours: 120 };
/** The European model runs at 00 UTC and reaches 96 hours ahead; its reanalysis begins in 2013. */
const EUROPE = { first: hourOf('2013-01-01T00:00Z'), everyHours: 24, delayHours: 10, aheadHours: 96 };
const GREENHOUSE = { ...GLOBAL, first: hourOf('2024-11-01T00:00Z') };
const WEATHER = { first: hourOf('1940-01-01T00:00Z'), aheadHours: 16 * 24 };

/** Which model a variable comes from; `air` is European where Europe is, global beyond its end and elsewhere. */
export type Origin = 'air' | 'europe' | 'greenhouse' | 'weather';

/** Where values begin and end for someone who asks at `nowMs`. */
export function validity(origin: Origin, isEurope: boolean, nowMs: number): Validity {
  switch (origin) {
    case 'weather':
      return { first: WEATHER.first, last: Math.floor(nowMs / HOUR_MS) + WEATHER.aheadHours };
    case 'europe':
      return { first: EUROPE.first, last: newestRun('europe', nowMs).lastHour };
    case 'greenhouse':
      return { first: GREENHOUSE.first, last: newestRun('greenhouse', nowMs).lastHour };
    case 'air':
      return { first: isEurope ? EUROPE.first : GLOBAL.first, last: newestRun('air', nowMs).lastHour };
  }
}

/** The newest run of a model that can be had. */
export interface Run {
  readonly startHour: EpochHour;
  readonly availableHour: EpochHour;
  /** Last hour with values. */
  readonly lastHour: EpochHour;
  /** Time between two runs. */
  readonly everyHours: number;
}

/** The newest run of the models of the air for someone who asks at `nowMs`. */
export function newestRun(origin: Exclude<Origin, 'weather'>, nowMs: number): Run {
  const { everyHours, delayHours, aheadHours } = { air: GLOBAL, europe: EUROPE, greenhouse: GREENHOUSE }[
    origin
  ];
  const startHour = Math.floor((nowMs / HOUR_MS - delayHours) / everyHours) * everyHours;
  return { startHour, availableHour: startHour + delayHours, lastHour: startHour + aheadHours, everyHours };
}
