import type { World } from '../../exercise.ts';
import { isRight, withoutTexts } from '../../judge/served/bodies.ts';
import { MISTAKES as SERVED } from '../../judge/served/mistakes.ts';
import type { Mistake } from '../../judge/setting.ts';
import type { Question } from './questions.ts';
import {
  type Air,
  airAt,
  LIMIT,
  meanOfKnown,
  placesOf,
  type RecentBody,
  recentBody,
  type Way,
  worstOfKnown,
} from './truth.ts';

/** The mistakes that need no numbers to be seen; each completes "consistent with …". */
export const MISTAKES = {
  noLang: {
    id: 'no-lang',
    says: 'a page that does not say its language: a screen reader guesses how to read it',
  },
  noTitle: { id: 'no-title', says: 'a page without a title' },
  noTable: { id: 'no-table', says: 'numbers that are not in a table: nobody can go from day to day' },
  noDay: { id: 'no-day', says: 'leaving days out, or the days of another clock' },
  noCredit: { id: 'no-credit', says: 'showing the work of others without their names' },
  gapAsZero: { id: 'null-as-zero', says: 'showing a day without a value as clean air (0)' },
  gapHidden: { id: 'gap-hidden', says: 'leaving a gap without a word' },
  forecastAsPast: { id: 'forecast-as-past', says: 'selling a forecast as something that has happened' },
  pastAsForecast: { id: 'past-as-forecast', says: 'taking days that are over for forecast' },
  incomplete: { id: 'incomplete-day', says: 'holding an incomplete day against a guideline for 24 hours' },
  notEscaped: { id: 'not-escaped', says: 'putting what a visitor wrote into the page as HTML' },
  noPage: { id: 'no-page', says: 'a page without the type text/html' },
  emptyIsError: { id: 'empty-is-error', says: 'taking a search that finds nothing for an error' },
  oneHit: { id: 'first-hit-only', says: 'choosing for the visitor: only the first place is given' },
  noCache: { id: 'no-cache', says: 'asking Open-Meteo again for what it has just said' },
} as const satisfies Readonly<Record<string, Mistake>>;

interface Guess extends Mistake {
  readonly bodies: (around: Around) => readonly RecentBody[];
}

/** What a guess may look at. */
export interface Around {
  readonly question: Question;
  readonly air: Air;
  readonly world: World;
  readonly base: World;
}

/** Every known mistake that gives just this body of `/api/recent`, the surest first. Pure. */
export function mistakesIn(given: unknown, around: Around): readonly Mistake[] {
  if (isRight(withoutTexts(given), recentBody(around.air))) return [SERVED.textNumbers];
  return GUESSES.filter(({ bodies }) => bodies(around).some((body) => isRight(given, body))).map(
    ({ id, says }) => ({ id, says }),
  );
}

const way = (id: string, says: string, ways: (air: Air) => readonly Way[]): Guess => ({
  ...{ id, says },
  bodies: ({ air }) => ways(air).map((one) => recentBody(air, one)),
});

/** Whatever is there counts. */
const OF_KNOWN: Way = { meanOf: meanOfKnown, worstOf: worstOfKnown };

const zeros = (values: readonly (number | null)[]): readonly number[] => values.map((value) => value ?? 0);

/** By how sure one can be. */
export const GUESSES: readonly Guess[] = [
  {
    id: 'frozen',
    says: 'numbers that were copied from the visible data',
    bodies: ({ air, base, world, question }) =>
      world.source === base.source ? [] : [recentBody(airAt(air.place, base, question.afterMs))],
  },
  {
    id: 'wrong-country',
    says: 'taking the first place of that name, which lies in another country',
    bodies: ({ air, world, question }) => {
      const [first] = placesOf(air.place.name, world);
      if (first === undefined || first.countryCode === air.place.countryCode) return [];
      const there = recentBody(airAt(first, world, question.afterMs));
      return [there, { ...there, place: recentBody(air).place }];
    },
  },
  {
    id: 'kept-too-long',
    says: 'keeping an answer past the full hour, when the day has ended',
    bodies: ({ air, world, question }) => {
      if (question.afterMs === 0) return [];
      const before = airAt(air.place, world);
      return [recentBody(before), recentBody(before, { isForecast: (date) => date >= air.today })];
    },
  },
  {
    id: 'utc-day',
    says: 'days from midnight to midnight in UTC: the city has a clock of its own',
    bodies: ({ air, world, question }) => {
      const utc = airAt(air.place, world, question.afterMs, 'utc');
      const cut: Way = { dateOf: (hour) => hour.utc, isForecast: (date) => date >= air.todayUtc };
      return [recentBody(utc), recentBody(air, cut), recentBody(air, { ...cut, ...OF_KNOWN })];
    },
  },
  way('utc-today', 'today as it is in UTC, where it is another day', ({ todayUtc }) => [
    { isForecast: (date) => date >= todayUtc },
  ]),
  way('us-aqi', 'the index of the USA in the place of the European one', () => [{ indexOf: ({ us }) => us }]),
  way('mean-aqi', 'the mean of the index, where the worst hour is asked for', () => [
    { worstOf: (values) => (values.includes(null) ? null : meanOfKnown(values)) },
    { worstOf: (values) => (values.includes(null) ? null : Math.round(meanOfKnown(values) ?? 0)) },
  ]),
  way('null-as-zero', 'taking an hour without a value for clean air (0)', () => [
    { meanOf: (values) => meanOfKnown(zeros(values)) },
    { meanOf: (values) => meanOfKnown(zeros(values)), worstOf: worstOfKnown },
  ]),
  way('incomplete-day', 'holding the mean of an incomplete day against a guideline for 24 hours', () => [
    { meanOf: meanOfKnown },
    OF_KNOWN,
  ]),
  way('forecast-as-past', 'selling a forecast as something that has happened', ({ today }) => [
    { isForecast: () => false },
    { isForecast: (date) => date > today },
  ]),
  way('past-as-forecast', 'taking days that are over for forecast', () => [{ isForecast: () => true }]),
  way('annual-guideline', 'the WHO’s 5 for a whole year, where a day is judged', () => [
    { limit: LIMIT.whoYear },
  ]),
  way('eu-limit', 'the limit of the European Union in the place of the WHO’s', () => [{ limit: LIMIT.eu }]),
];
