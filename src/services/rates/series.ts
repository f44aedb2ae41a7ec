import { dayOf, type EpochDay } from './days.ts';

/** A currency and how its invented rate against the euro moves. */
interface Course {
  readonly name: string;
  readonly number: string;
  readonly symbol: string;
  /** Around which it moves: so many for one euro. */
  readonly level: number;
  /** How far it moves, as a share of the level. */
  readonly swing: number;
}

const COURSES: Readonly<Record<string, Course>> = {
  CHF: { name: 'Swiss Franc', number: '756', symbol: 'CHF', level: 0.951, swing: 0.03 },
  CNY: { name: 'Chinese Renminbi Yuan', number: '156', symbol: '¥', level: 7.92, swing: 0.05 },
  DKK: { name: 'Danish Krone', number: '208', symbol: 'kr.', level: 7.4592, swing: 0.0006 },
  GBP: { name: 'British Pound', number: '826', symbol: '£', level: 0.861, swing: 0.03 },
  INR: { name: 'Indian Rupee', number: '356', symbol: '₹', level: 93.4, swing: 0.06 },
  JPY: { name: 'Japanese Yen', number: '392', symbol: '¥', level: 161.2, swing: 0.06 },
  NOK: { name: 'Norwegian Krone', number: '578', symbol: 'kr', level: 11.64, swing: 0.04 },
  PLN: { name: 'Polish Złoty', number: '985', symbol: 'zł', level: 4.27, swing: 0.03 },
  SEK: { name: 'Swedish Krona', number: '752', symbol: 'kr', level: 11.18, swing: 0.04 },
  USD: { name: 'United States Dollar', number: '840', symbol: '$', level: 1.121, swing: 0.05 },
};
const EURO = { name: 'Euro', number: '978', symbol: '€' };
const EXACT_DIGITS = 5;
/** Days of one full swing, slow to fast, and their share of it. */
const WAVES = [
  { days: 1_460, share: 0.45 },
  { days: 233, share: 0.3 },
  { days: 41, share: 0.17 },
  { days: 9, share: 0.08 },
] as const;

/** All currencies, the euro among them, in alphabetical order. */
export const CURRENCIES: readonly string[] = [...Object.keys(COURSES), 'EUR'].sort();

/** The first day with rates, as with the real ones. */
export const FIRST_DAY: EpochDay = dayOf('1999-01-04') ?? 0;

export function currencyFacts(code: string): {
  readonly name: string;
  readonly number: string;
  readonly symbol: string;
} {
  return COURSES[code] ?? EURO;
}

export function isCurrency(code: string): boolean {
  return CURRENCIES.includes(code);
}

/**
 * An invented rate: so many `quote` for one `base` on that day, five exact digits. The same day always has the same.
 *
 * @example
 * rateOn(day, { base: 'EUR', quote: 'DKK' }); // 7.4601
 */
export function rateOn(
  day: EpochDay,
  { base, quote }: { readonly base: string; readonly quote: string },
): number {
  return Number((perEuro(quote, day) / perEuro(base, day)).toPrecision(EXACT_DIGITS));
}

function perEuro(code: string, day: EpochDay): number {
  const course = COURSES[code];
  if (course === undefined) return 1;
  const phase = CURRENCIES.indexOf(code);
  const move = WAVES.reduce(
    (sum, { days, share }, wave) => sum + share * Math.sin((2 * Math.PI * day) / days + phase * (wave + 1.7)),
    0,
  );
  // What the real ECB would publish has five digits too, so cross rates follow from published numbers.
  return Number((course.level * (1 + course.swing * move)).toPrecision(EXACT_DIGITS));
}
