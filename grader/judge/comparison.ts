import type { City, Finding, Outcome, PartVerdict } from '../exercise.ts';
import { AIR_FIELDS, type AirField, parseAir } from './air-given.ts';
import { fieldGuesses } from './air-guesses.ts';
import { type AirCase, airCases, isNumber, wrongFields } from './air-right.ts';
import { shown } from './compare.ts';
import { noValue } from './outcome.ts';
import { seriesGuesses } from './series-guesses.ts';
import { type Mistake, type Setting, TEXT_NUMBERS } from './setting.ts';
import { type Air, airOf } from './truth.ts';

const NUMBERS = ['mean24', 'max', 'hoursAbove15', 'share'] as const;

/** Judges what `compareCities` returned. The order of the entries is free. Pure. */
export function judgeComparison(outcome: Outcome | undefined, setting: Setting): PartVerdict {
  if (outcome?.kind !== 'value') return failed(noValue(outcome));
  const parsed = parseAir(outcome.value);
  if (parsed.kind === 'unreadable') return failed({ says: parsed.says });
  const { cities } = setting.world;
  const cases = airCases(parsed, setting.world);
  const absent = cities.find((city) => !cases.some((one) => one.city === city));
  if (absent) return failed(notThere(absent, parsed.entries));
  if (parsed.isText) return failed({ says: 'gives numbers as text', mistake: TEXT_NUMBERS });
  const wrong = cases.find((one) => wrongFields(one).length > 0);
  return wrong ? failed(differs(wrong, cases, setting)) : { kind: 'passed' };
}

const failed = (finding: Finding): PartVerdict => ({ kind: 'failed', finding });

function notThere(city: City, entries: readonly { readonly city: string }[]): Finding {
  return {
    says: `has no entry for ${city.name}`,
    actual: `entries for ${entries.map((entry) => entry.city || 'no name').join(', ')}`,
  };
}

function differs(wrong: AirCase, cases: readonly AirCase[], setting: Setting): Finding {
  const fields = wrongFields(wrong);
  const [field = 'mean24'] = fields;
  const mistake = airMistake(cases, setting);
  const [got, expected] = [fieldOf(wrong, field, 'given'), fieldOf(wrong, field, 'right')];
  return {
    says: `${wrong.city.name}: ${field} is ${got}, expected ${expected}`,
    ...(mistake ? { mistake } : {}),
    expected: fields.map((name) => `${name} ${fieldOf(wrong, name, 'right')}`).join('  '),
    actual: fields.map((name) => `${name} ${fieldOf(wrong, name, 'given')}`).join('  '),
  };
}

function fieldOf({ given, right, times }: AirCase, field: AirField, side: 'given' | 'right'): string {
  if (field === 'maxAt') return side === 'given' ? String(given.maxAt) : (times[0] ?? 'no time');
  const value = side === 'given' ? given[field] : right[field];
  return field === 'share' && value !== null ? String(Math.round(value * 10_000) / 10_000) : shown(value);
}

/** When one number is wrong and the others are right, the way it was made is likelier wrong than the series. */
function airMistake(cases: readonly AirCase[], setting: Setting): Mistake | undefined {
  const wrong = new Set(cases.flatMap(wrongFields));
  // Another maximum has another time: these two are one number here.
  if (wrong.has('max')) wrong.delete('maxAt');
  const [first, ...others] = AIR_FIELDS.filter((field) => wrong.has(field));
  if (first === undefined) return undefined;
  // The sentence is about the first wrong number, so only a mistake in that one explains it.
  return others.length === 0
    ? (fieldMistake(first, cases, setting) ?? seriesMistake(cases, setting))
    : (seriesMistake(cases, setting) ?? fieldMistake(first, cases, setting));
}

/** A wrong series under the right arithmetic: all numbers follow from it, in every city where it would show. */
function seriesMistake(cases: readonly AirCase[], setting: Setting): Mistake | undefined {
  const wrong = cases.filter((one) => wrongFields(one).length > 0);
  for (const { id, says, scope, candidates } of seriesGuesses(setting)) {
    const told = scope === 'all' ? cases : wrong;
    const follows = told.every((one) =>
      candidates(one.city).some((series) => series !== undefined && isFrom(one, airOf(series))),
    );
    const explains = told.some((one) => wrongFields(one).some((field) => field !== 'maxAt'));
    if (follows && explains) return { id, says };
  }
  return undefined;
}

/** The share may be right already: gaps are often filled only after it was counted. */
function isFrom({ given, right }: AirCase, air: Air): boolean {
  return NUMBERS.every(
    (field) =>
      isNumber(field, given[field], air[field]) ||
      (field === 'share' && isNumber(field, given.share, right.share)),
  );
}

/** A number that is made in the same wrong way in every city. */
function fieldMistake(field: AirField, cases: readonly AirCase[], setting: Setting): Mistake | undefined {
  if (!cases.some((one) => wrongFields(one).includes(field))) return undefined;
  const found = fieldGuesses.find(
    (guess) => guess.field === field && cases.every((one) => guess.fits(one, setting)),
  );
  return found && { id: found.id, says: found.says };
}
