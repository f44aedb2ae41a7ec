import type { Outcome, World } from '../../exercise.ts';
import { isRecord } from '../../judge/readings.ts';
import type { Mistake } from '../../judge/setting.ts';
import type { Question, Rate } from './questions.ts';

/** What came back for one question. */
export interface Given {
  readonly question: Question;
  readonly outcome: Outcome | undefined;
}

/** What a guess may look at besides the one answer. */
export interface Around {
  readonly world: World;
  /** The same questions on the visible data, so that a copied answer can be named. */
  readonly base: readonly Question[];
  /** Addresses that were asked in the run, in order. */
  readonly urls: readonly string[];
}

/** A known mistake with what it gives. */
export interface Guess extends Mistake {
  readonly fits: (given: Given, around: Around) => boolean;
}

/** A row of the student's, as far as it can be read. */
export interface GivenRate {
  readonly date: string;
  readonly base: string;
  readonly quote: string;
  readonly rate: number | null;
  readonly isText: boolean;
}

/** Published rates have five exact digits; dividing by an amount costs half of the last one. */
const TOLERANCE = 2e-5;

/** The rows that came back, or undefined when something else did. */
export function rowsIn(outcome: Outcome | undefined): readonly GivenRate[] | undefined {
  if (outcome?.kind !== 'value' || !Array.isArray(outcome.value)) return undefined;
  const entries: readonly unknown[] = outcome.value;
  return entries.map((entry) => {
    const { date, base, quote, rate } = isRecord(entry) ? entry : {};
    const number = typeof rate === 'string' && rate.trim() !== '' ? Number(rate) : rate;
    return {
      date: dayIn(date),
      base: String(base),
      quote: String(quote),
      rate: typeof number === 'number' && Number.isFinite(number) ? number : null,
      isText: typeof rate === 'string',
    };
  });
}

/** A day as text, also when it came as a Date or with a time. */
function dayIn(value: unknown): string {
  return isRecord(value) ? dayIn(value.$date) : String(value).slice(0, 10);
}

/** The same rows in the same order. */
export function sameRates(given: readonly GivenRate[], rates: readonly Rate[]): boolean {
  return given.length === rates.length && rates.every((rate, index) => sameRate(given[index], rate));
}

export function sameRate(given: GivenRate | undefined, { date, base, quote, rate }: Rate): boolean {
  return (
    given !== undefined &&
    given.rate !== null &&
    given.date === date &&
    given.base === base &&
    given.quote === quote &&
    Math.abs(given.rate - rate) <= Math.abs(rate) * TOLERANCE
  );
}

/** The rows that are right for a question; none when it is refused. */
export function ratesRight({ right }: Question): readonly Rate[] {
  return right.kind === 'rates' ? right.rates : [];
}
