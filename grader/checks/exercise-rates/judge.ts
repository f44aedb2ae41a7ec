import type { Finding, PartVerdict } from '../../exercise.ts';
import { noValue } from '../../judge/outcome.ts';
import { kindOf } from '../../judge/readings.ts';
import type { Mistake } from '../../judge/setting.ts';
import { MADE_UP as ANY_MADE_UP } from '../../judge/trouble.ts';
import { type Around, type Given, type GivenRate, ratesRight, rowsIn, sameRate, sameRates } from './given.ts';
import { mistakeIn } from './mistakes.ts';
import type { Rate } from './questions.ts';

/** Everything that a judgement of one part depends on. */
export interface RatesJudging extends Around {
  readonly given: readonly Given[];
  /** The service fails at first: rates that it did not give are made up. */
  readonly isFaulty: boolean;
}

const MADE_UP: Mistake = { ...ANY_MADE_UP, says: 'giving rates of its own when the service fails' };

/** Judges what one function gave to all questions of a trial. Pure. */
export function judgeRates({ given, isFaulty, ...around }: RatesJudging): PartVerdict {
  const wrong = given.filter((one) => !isRight(one));
  const named = wrong.map((one) => ({ one, mistake: mistakeIn(one, around) }));
  const { one, mistake } = named.find((entry) => entry.mistake !== undefined) ?? named[0] ?? {};
  if (one === undefined) return { kind: 'passed' };
  if (given.every(isEmptyHanded) && given.some(({ question }) => ratesRight(question).length > 0))
    return { kind: 'failed', finding: { says: 'gives no rows to any question' } };
  const finding = findingOf(one);
  if (isFaulty)
    return { kind: 'failed', finding: givesRates(one) ? { ...finding, mistake: MADE_UP } : finding };
  return { kind: 'failed', finding: mistake === undefined ? finding : { ...finding, mistake } };
}

function isRight({ question: { right }, outcome }: Given): boolean {
  if (right.kind === 'refused')
    return outcome?.kind === 'threw' && outcome.message.toLowerCase().includes(right.words.toLowerCase());
  const rows = rowsIn(outcome);
  return rows !== undefined && !rows.some(({ isText }) => isText) && sameRates(rows, right.rates);
}

const isEmptyHanded = ({ outcome }: Given): boolean => rowsIn(outcome)?.length === 0;

const givesRates = ({ outcome }: Given): boolean =>
  rowsIn(outcome)?.some(({ rate }) => rate !== null && rate !== 0) ?? false;

function findingOf(given: Given): Finding {
  const { question, outcome } = given;
  const { right, shown } = question;
  const expected =
    right.kind === 'refused'
      ? `an error${right.words === '' ? '' : ` that says: ${right.words}`}`
      : rowsText(right.rates.length);
  if (outcome?.kind === 'value') {
    const says =
      right.kind === 'refused'
        ? `gives ${kindOf(outcome.value)}; an error is asked for`
        : difference(outcome.value, given);
    return { says: `${shown}: ${says}`, expected, actual: clipped(outcome.value) };
  }
  if (outcome?.kind === 'threw' && right.kind === 'refused') {
    const actual = `${outcome.name}: ${outcome.message}`;
    return { says: `${shown}: the error does not have the service's words`, expected, actual };
  }
  const { says, ...others } = noValue(outcome);
  return { ...others, says: `${shown}: ${says}` };
}

/** Where the two part first; numbers are shown for the visible data only. */
function difference(value: unknown, { question, outcome }: Given): string {
  const rows = rowsIn(outcome);
  const right = ratesRight(question);
  if (rows === undefined) return `gives ${kindOf(value)}; an array of rows is asked for`;
  if (rows.length !== right.length) return `gives ${rowsText(rows.length)}, expected ${right.length}`;
  const at = right.findIndex((rate, index) => !sameRate(rows[index], rate));
  const [own, expected] = [rows[at], right[at]];
  if (own === undefined || expected === undefined) return 'gives rates as text';
  return `row ${at + 1} is ${rowText(own)}, expected ${rowText(expected)}`;
}

const rowText = ({ date, base, quote, rate }: Rate | GivenRate): string =>
  `${date} ${base} ${quote} ${rate === null ? 'no rate' : Number(rate.toPrecision(6))}`;

const rowsText = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

const LONGEST = 160;

function clipped(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`;
}
