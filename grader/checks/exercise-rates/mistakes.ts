import type { Mistake } from '../../judge/setting.ts';
import {
  type Around,
  type Given,
  type GivenRate,
  type Guess,
  ratesRight,
  rowsIn,
  sameRate,
  sameRates,
} from './given.ts';
import type { Rate } from './questions.ts';
import { rateIn, versionsOf } from './rates.ts';

/** The first known mistake that gives just this answer to one question. Pure. */
export function mistakeIn(given: Given, around: Around): Mistake | undefined {
  const guesses = given.question.right.kind === 'refused' ? REFUSED : RATES;
  const guess = guesses.find(({ fits }) => fits(given, around));
  return guess && { id: guess.id, says: guess.says };
}

/** Where the service says why it cannot, or the body holds no rates. */
const REFUSED: readonly Guess[] = [
  {
    id: 'fallback-hides-error',
    says: 'asking the old version after the new one has said that the question is wrong',
    fits: ({ question }, { urls }) => question.part === 'table' && urls.some(isOld) && urls.some(isNew),
  },
  {
    id: 'error-swallowed',
    says: 'giving an empty table where the service said why it cannot',
    fits: ({ outcome }) => rowsIn(outcome)?.length === 0,
  },
  {
    id: 'error-as-rates',
    says: 'taking an error for rates',
    fits: ({ outcome }) => outcome?.kind === 'value' && isEmptyOrHollow(rowsIn(outcome) ?? []),
  },
  {
    id: 'own-words',
    says: 'throwing an error without the reason that the service gave',
    fits: ({ outcome }) => outcome?.kind === 'threw',
  },
];

/** Where there are rates, or a range without bank days. */
const RATES: readonly Guess[] = [
  {
    id: 'frozen',
    says: 'rates that were copied from the visible data',
    fits: ({ outcome }, { base }) => base.some((one) => isSame(outcome, ratesRight(one))),
  },
  {
    id: 'one-version',
    says: 'knowing one of the two versions only',
    fits: ({ question, outcome }, { world, urls }) => {
      const isNothing = outcome?.kind === 'threw' || isEmptyOrHollow(rowsIn(outcome));
      if (!isNothing || ratesRight(question).length === 0) return false;
      if (question.part === 'rows') return true;
      const other = versionsOf(world) === 'only version 1' ? isOld : isNew;
      return versionsOf(world) !== 'both' && !urls.some(other);
    },
  },
  {
    id: 'text-rates',
    says: 'giving rates as text',
    fits: ({ outcome }) => rowsIn(outcome)?.some(({ isText }) => isText) ?? false,
  },
  rewritten('inverse', 'dividing where the rate is already what is asked for', (row) => ({
    rate: 1 / row.rate,
  })),
  rewritten('base-and-quote-swapped', 'writing the base where the quote belongs', ({ base, quote }) => ({
    base: quote,
    quote: base,
  })),
  rewritten('turned-round', 'giving how much of the base one quote is', ({ base, quote, rate }) => ({
    base: quote,
    quote: base,
    rate: 1 / rate,
  })),
  rewritten(
    'amount-not-divided',
    'leaving out that version one has rates for `amount` of the base',
    ({ rate }) => ({
      rate: rate * 100,
    }),
  ),
  rewritten('rounded', 'rounding to two decimals', ({ rate }) => ({ rate: Math.round(rate * 100) / 100 })),
  rewritten('base-ignored', 'asking without the base, so that all is for one EUR', (row, world) => ({
    rate: rateIn(world, { ...row, base: 'EUR' }),
  })),
  rewritten('base-ignored', 'asking without the base, so that all is for one EUR', (row, world) => ({
    base: 'EUR',
    rate: rateIn(world, { ...row, base: 'EUR' }),
  })),
  rewritten(
    'cross-rate',
    'multiplying two rates by the euro where one must be divided by the other',
    (row, world) => ({
      rate: rateIn(world, { ...row, base: 'EUR' }) * rateIn(world, { ...row, base: 'EUR', quote: row.base }),
    }),
  ),
  {
    id: 'day-before',
    says: 'keeping the day before the range, which the service adds when the range begins without rates',
    fits: ({ question, outcome }) =>
      leavingOut(rowsIn(outcome), ratesRight(question), ({ date }) => date < (question.asked?.from ?? '')),
  },
  {
    id: 'filled-days',
    says: 'filling days on which no rates are published',
    fits: ({ question, outcome }) => {
      const days = new Set(ratesRight(question).map(({ date }) => date));
      return leavingOut(rowsIn(outcome), ratesRight(question), ({ date }) => !days.has(date));
    },
  },
  {
    id: 'one-currency',
    says: 'giving one of the quotes only',
    fits: ({ question, outcome }) => {
      const quotes = [...new Set(ratesRight(question).map(({ quote }) => quote))];
      return (
        quotes.length > 1 &&
        quotes.some((quote) =>
          isSame(
            outcome,
            ratesRight(question).filter((row) => row.quote === quote),
          ),
        )
      );
    },
  },
  {
    id: 'one-day',
    says: 'giving one of the days only',
    fits: ({ question, outcome }) => {
      const dates = [...new Set(ratesRight(question).map(({ date }) => date))];
      return dates.some((date) =>
        isSame(
          outcome,
          ratesRight(question).filter((row) => row.date === date),
        ),
      );
    },
  },
  {
    id: 'other-order',
    says: 'another order than by date, then by quote',
    fits: ({ question, outcome }) => {
      const rows = rowsIn(outcome) ?? [];
      const right = ratesRight(question);
      return rows.length === right.length && right.every((rate) => rows.some((row) => sameRate(row, rate)));
    },
  },
];

/** Every mistake that can be named. */
export const GUESSES: readonly Guess[] = [...REFUSED, ...RATES];

/** A mistake that changes every row in the same way. */
function rewritten(
  id: string,
  says: string,
  change: (row: Rate, world: Around['world']) => Partial<Rate>,
): Guess {
  return {
    id,
    says,
    fits: ({ question, outcome }, { world }) => {
      const right = ratesRight(question);
      const wrong = right.map((row) => ({ ...row, ...change(row, world) }));
      return right.length > 0 && (isSame(outcome, wrong) || isSame(outcome, [...wrong].sort(byDateAndQuote)));
    },
  };
}

const byDateAndQuote = (a: Rate, b: Rate): number =>
  a.date.localeCompare(b.date) || a.quote.localeCompare(b.quote);

function leavingOut(
  rows: readonly GivenRate[] | undefined,
  right: readonly Rate[],
  isExtra: (row: GivenRate) => boolean,
): boolean {
  const kept = rows?.filter((row) => !isExtra(row)) ?? [];
  return rows !== undefined && kept.length < rows.length && sameRates(kept, right);
}

const isSame = (outcome: Given['outcome'], rates: readonly Rate[]): boolean => {
  const rows = rowsIn(outcome);
  return rows !== undefined && rates.length > 0 && sameRates(rows, rates);
};

/** No rows, or rows whose fields were looked for where they are not. */
const isEmptyOrHollow = (rows: readonly GivenRate[] | undefined): boolean =>
  rows?.every(({ rate, isText }) => rate === null && !isText) ?? false;

const isOld = (url: string): boolean => url.includes('/v1/');
const isNew = (url: string): boolean => url.includes('/v2/');
