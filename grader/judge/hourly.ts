import type { City, Finding, Outcome, PartVerdict } from '../exercise.ts';
import { offsetMs, wallTimeAt } from './clock.ts';
import { areSame, isSame, shown, type Values } from './compare.ts';
import { type GivenSeries, seriesMistake } from './mistakes.ts';
import { noValue } from './outcome.ts';
import { type Given, hourOf, parseReadings } from './readings.ts';
import { type Mistake, type Setting, TEXT_NUMBERS } from './setting.ts';
import { hourName, type Series, truth, WINDOW_HOURS } from './truth.ts';

const HOUR_MS = 3_600_000;
const UNIT = 'µg/m³';

/** One city's answer with what it should be. */
interface Case {
  readonly city: City;
  readonly right: Series;
  readonly readings: readonly Given[];
}

/** Judges what `hourlyPm25` returned for every city of the world. Pure. */
export function judgeHourly(
  outcomes: readonly { readonly city: City; readonly outcome: Outcome | undefined }[],
  setting: Setting,
): PartVerdict {
  const cases: Case[] = [];
  const findings: (Finding & { readonly city?: City })[] = [];
  for (const { city, outcome } of outcomes) {
    if (outcome?.kind !== 'value') {
      findings.push(noValue(outcome));
      continue;
    }
    const parsed = parseReadings(outcome.value);
    if (parsed.kind === 'unreadable') findings.push({ says: parsed.says });
    else if (parsed.isText) findings.push({ says: 'gives pm25 as text', mistake: TEXT_NUMBERS });
    else cases.push({ city, right: truth(city, setting.world), readings: parsed.readings });
  }
  const wrong = cases.find((one) => !isRight(one));
  const finding = wrong ? differs(wrong, cases, setting) : findings[0];
  return finding ? { kind: 'failed', finding } : { kind: 'passed' };
}

function isRight({ right, readings }: Case): boolean {
  return (
    areSame(valuesOf(readings), right.values) &&
    readings.every(({ timeMs }, index) => hourOf(timeMs) === right.from + index)
  );
}

function differs(wrong: Case, cases: readonly Case[], setting: Setting): Finding {
  const given: GivenSeries[] = cases.map(({ city, readings }) => ({ city, values: valuesOf(readings) }));
  const mistake = seriesMistake(given, setting) ?? timeMistake(cases);
  const { right, readings, city } = wrong;
  const actual = aligned(wrong);
  const at = right.values.findIndex((value, index) => !isSame(value, actual[index]) || !(index in actual));
  const [first, last] = [readings[0], readings.at(-1)];
  return {
    says: `${city.name}: ${firstDifference(wrong, actual, at)}`,
    ...(mistake ? { mistake } : {}),
    expected: span(WINDOW_HOURS, right.from * HOUR_MS, (right.from + WINDOW_HOURS - 1) * HOUR_MS),
    actual: span(readings.length, first?.timeMs, last?.timeMs),
    ...(at < 0
      ? {}
      : {
          series: {
            hours: right.values.map((_, index) => hourName(right.from + index)),
            expected: right.values,
            actual: right.values.map((_, index) => actual[index] ?? null),
            partAt: at,
            unit: UNIT,
          },
        }),
  };
}

function firstDifference({ right, readings }: Case, actual: Values, at: number): string {
  if (readings.length !== WINDOW_HOURS) return `${readings.length} readings, expected ${WINDOW_HOURS}`;
  const unread = readings.findIndex(({ timeMs }) => timeMs === undefined);
  if (unread >= 0)
    return `the time of reading ${unread + 1} cannot be read; write it like ${hourName(right.from)}`;
  if (at < 0) {
    const strange = readings.findIndex(({ timeMs }, index) => hourOf(timeMs) !== right.from + index);
    const time = readings[strange]?.timeMs ?? 0;
    return `reading ${strange + 1} has the time ${minuteName(time)}, expected ${hourName(right.from + strange)}`;
  }
  const hour = right.from + at;
  if (isAbsent(hour, readings)) return `has no reading for ${hourName(hour)}`;
  return `differs from ${hourName(hour)} on: expected ${shown(right.values[at])}, got ${shown(actual[at])} ${UNIT}`;
}

/** A reading that is not there is no gap, as long as there are readings of hours around it. */
function isAbsent(hour: number, readings: readonly Given[]): boolean {
  const hours = readings.flatMap(({ timeMs }) => hourOf(timeMs) ?? []);
  return !hours.includes(hour) && hours.some((other) => Math.abs(other - hour) < WINDOW_HOURS);
}

/** The student's values in the places of the expected hours; by position when the times say little. */
function aligned({ right, readings }: Case): Values {
  const byHour = new Map(readings.map(({ timeMs, value }) => [hourOf(timeMs), value]));
  const hours = right.values.map((_, index) => right.from + index);
  const hits = hours.filter((hour) => byHour.has(hour)).length;
  if (hits < WINDOW_HOURS / 3) return valuesOf(readings);
  return hours.map((hour) => byHour.get(hour) ?? null);
}

/** Right values under wrong times: each city's are off by its own offset from UTC. */
function timeMistake(cases: readonly Case[]): Mistake | undefined {
  const areShifted = (direction: number): boolean =>
    cases.every(({ city, right, readings }) => {
      const shift = direction * offsetMs(right.from * HOUR_MS, city.timezone);
      return (
        areSame(valuesOf(readings), right.values) &&
        readings.every(({ timeMs }, index) => timeMs === (right.from + index) * HOUR_MS + shift)
      );
    });
  if (areShifted(1)) return { id: 'local-times', says: 'giving local times as UTC' };
  return areShifted(-1) ? { id: 'utc-as-local', says: 'reading UTC as local time' } : undefined;
}

const valuesOf = (readings: readonly Given[]): Values => readings.map(({ value }) => value);

const minuteName = (timeMs: number): string => `${wallTimeAt(timeMs, 0)}Z`;

const span = (count: number, first: number | undefined, last: number | undefined): string =>
  first === undefined || last === undefined
    ? `${count} readings`
    : `${count} readings, ${minuteName(first)} to ${minuteName(last)}`;
