import type { Finding, Outcome, PartVerdict } from '../../exercise.ts';
import { noValue } from '../../judge/outcome.ts';
import { isRecord, kindOf, numberOf, timeMs } from '../../judge/readings.ts';
import { type Mistake, TEXT_NUMBERS } from '../../judge/setting.ts';
import { FIELDS, type Score } from './backtest.ts';
import { ms } from './join.ts';
import { FROZEN, JOIN_MISTAKES, OTHER_ORDER, RANDOM_SPLIT, SCORE_MISTAKES } from './mistakes.ts';
import { CALLS, type Questions } from './questions.ts';
import type { Example } from './readings.ts';

/** What a judgement depends on. */
export interface LeakJudging {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly asked: Questions;
  /** The visible data, when this is another: copied numbers are named. */
  readonly visible?: Questions;
}

type Fields = Readonly<Record<string, unknown>>;

/** The same to a millionth: sums in another order differ in the last digits. */
const PRECISION = 1e-6;

/** Judges the rows of `knownAt`. Pure; no finding says a number of the data but in `expected` and `actual`. */
export function judgeJoin({ outcomes, asked, visible }: LeakJudging): PartVerdict {
  const outcome = outcomes.get(CALLS.join);
  if (outcome?.kind !== 'value') return failed(noValue(outcome));
  const rows: unknown = outcome.value;
  if (!Array.isArray(rows))
    return failed({ says: `gives ${kindOf(rows)}; one example for each label is asked for` });
  const given: readonly unknown[] = rows;
  const { right, data } = asked;
  if (sameRows(given, right.join))
    return given.some(hasText) ? failed({ says: 'gives numbers as text' }, TEXT_NUMBERS) : { kind: 'passed' };
  const mistake =
    JOIN_MISTAKES.find(({ gives }) => sameRows(given, gives(data))) ??
    (isInOtherOrder(given, right.join) ? OTHER_ORDER : undefined) ??
    (visible && sameRows(given, visible.right.join) ? FROZEN : undefined);
  return failed(joinFinding(given, right.join), mistake);
}

/** Judges both scores of `backtest`. Pure. */
export function judgeBacktest({ outcomes, asked, visible }: LeakJudging): PartVerdict {
  const [first, second] = [outcomes.get(CALLS.inOrder), outcomes.get(CALLS.inNoOrder)];
  if (first?.kind !== 'value') return failed(noValue(first));
  if (second?.kind !== 'value') return failed(noValue(second));
  const { right, examples, from } = asked;
  const scores = [first.value, second.value];
  const wrong = scores.find((score) => !sameScore(score, right.backtest));
  if (wrong === undefined)
    return scores.some(hasText)
      ? failed({ says: 'gives numbers as text' }, TEXT_NUMBERS)
      : { kind: 'passed' };
  const isBy = (score: Score): boolean => scores.every((one) => sameScore(one, score));
  const mistake =
    SCORE_MISTAKES.find(({ gives }) => isBy(gives(examples, from))) ??
    (visible && isBy(visible.right.backtest) ? FROZEN : undefined) ??
    (isScore(first.value) && isScore(second.value) && !sameFields(first.value, second.value)
      ? RANDOM_SPLIT
      : undefined);
  return failed(scoreFinding(wrong, right.backtest), mistake);
}

function failed(finding: Finding, mistake?: Mistake): PartVerdict {
  if (mistake === undefined) return { kind: 'failed', finding };
  return { kind: 'failed', finding: { ...finding, mistake: { id: mistake.id, says: mistake.says } } };
}

function sameRows(given: readonly unknown[], right: readonly Example[]): boolean {
  return given.length === right.length && right.every((row, index) => sameRow(given[index], row));
}

const sameRow = (given: unknown, right: Example): boolean =>
  isLabelOf(given, right) && same(isRecord(given) ? given.pm25 : undefined, right.pm25);

const isLabelOf = (given: unknown, { city, time, target }: Example): boolean =>
  isRecord(given) && given.city === city && timeMs(given.time) === ms(time) && same(given.target, target);

function same(given: unknown, right: number | null): boolean {
  const value = numberOf(given);
  if (value === null || right === null) return value === right;
  return Math.abs(value - right) <= PRECISION * Math.max(1, Math.abs(right));
}

function isInOtherOrder(given: readonly unknown[], right: readonly Example[]): boolean {
  return given.length === right.length && right.every((row) => given.some((one) => sameRow(one, row)));
}

const sameScore = (given: unknown, right: Score): boolean =>
  isRecord(given) && FIELDS.every((field) => same(given[field], right[field]));

const sameFields = (a: Fields, b: Fields): boolean =>
  FIELDS.every((field) => same(a[field], numberOf(b[field])));

const isScore = (given: unknown): given is Fields =>
  isRecord(given) && FIELDS.every((field) => numberOf(given[field]) !== null);

const hasText = (given: unknown): boolean =>
  isRecord(given) && ['pm25', 'target', ...FIELDS].some((field) => typeof given[field] === 'string');

function joinFinding(given: readonly unknown[], right: readonly Example[]): Finding {
  if (given.length !== right.length) {
    const amount = given.length < right.length ? 'fewer' : 'more';
    return {
      says: `gives ${amount} examples than labels`,
      expected: `${right.length}`,
      actual: `${given.length}`,
    };
  }
  const at = right.findIndex((row, index) => !sameRow(given[index], row));
  const [expected, actual] = [right[at], given[at]];
  if (expected !== undefined && !isLabelOf(actual, expected))
    return {
      says: 'gives an example that is not the label at its place',
      expected: JSON.stringify(expected),
      actual: JSON.stringify(actual),
    };
  return {
    says: `has ${expected?.pm25 === null ? 'a value where nothing may be used' : 'another value than the newest known one'}`,
    expected: JSON.stringify(expected),
    actual: JSON.stringify(actual),
  };
}

function scoreFinding(given: unknown, right: Score): Finding {
  const field = isRecord(given) ? FIELDS.find((name) => !same(given[name], right[name])) : undefined;
  if (field === undefined || !isRecord(given))
    return { says: `gives ${kindOf(given)}; an object with ${FIELDS.join(', ')} is asked for` };
  return { says: `${field} differs`, expected: String(right[field]), actual: String(given[field]) };
}
