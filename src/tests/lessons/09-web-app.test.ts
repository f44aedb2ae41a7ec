import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lesson } from '../../lessons/09-web-app.ts';
import type { Judgement } from '../../teaching/lesson.ts';

type Hit = { readonly countryCode: string };
type Hour = { readonly time: string; readonly local: string };
type Values = readonly (number | null)[];
type Ask = () => Promise<unknown>;

const known = (values: Values): number[] => values.filter((value) => value !== null);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const zeros = (values: Values): number[] => values.map((value) => value ?? 0);

/** The rule of a day, right but for the ways given. */
const judgeDay =
  (ways: { isWhole?: (values: Values) => boolean; limit?: number; orEqual?: boolean } = {}) =>
  (values: Values): unknown => {
    const isWhole = ways.isWhole ?? ((all: Values) => all.length >= 24 && !all.includes(null));
    if (!isWhole(values)) return { mean: null, aboveWho: null };
    const value = mean(known(values));
    const limit = ways.limit ?? 15;
    return { mean: value, aboveWho: ways.orEqual ? value >= limit : value > limit };
  };

interface CacheWays {
  readonly keepMs?: number;
  readonly key?: (question: string) => string;
  readonly keepsErrors?: boolean;
}

const newCache =
  ({ keepMs = 600_000, key = (question) => question, keepsErrors = false }: CacheWays = {}) =>
  (nowMs: () => number) => {
    const kept = new Map<string, { untilMs: number; answer: Promise<unknown> }>();
    return (question: string, ask: Ask): Promise<unknown> => {
      const before = kept.get(key(question));
      if (before && nowMs() < before.untilMs) return before.answer;
      const answer = ask();
      kept.set(key(question), { untilMs: nowMs() + keepMs, answer });
      if (!keepsErrors) answer.catch(() => kept.delete(key(question)));
      return answer;
    };
  };

/** Keeps what has come, so two at once are two requests. */
const lateCache = (nowMs: () => number) => {
  const kept = new Map<string, { untilMs: number; value: unknown }>();
  return async (question: string, ask: Ask): Promise<unknown> => {
    const before = kept.get(question);
    if (before && nowMs() < before.untilMs) return before.value;
    const value = await ask();
    kept.set(question, { untilMs: nowMs() + 600_000, value });
    return value;
  };
};

/** A right answer to each check, and wrong ones with the mistake that must be named; '' for one without a name. */
const ANSWERS: Readonly<
  Record<
    string,
    { readonly right: readonly unknown[]; readonly wrong: readonly (readonly [string, unknown])[] }
  >
> = {
  '9.2': {
    right: [
      (places: readonly Hit[], country: string) => places.find((place) => place.countryCode === country),
      (places: readonly Hit[], country: string) => places.filter((one) => one.countryCode === country)[0],
    ],
    wrong: [
      ['wrong-country', (places: readonly Hit[]) => places[0]],
      [
        'wrong-country',
        (places: readonly Hit[], country: string) =>
          places.find((one) => one.countryCode === country) ?? places[0],
      ],
      ['', (places: readonly Hit[]) => places.at(-1)],
      ['', 'US'],
    ],
  },
  '9.4': {
    right: [
      ({ local }: Hour) => local.slice(0, 10),
      ({ local }: Hour) => local.split('T')[0],
      ({ local }: Hour) => local.replace(/T.*/, ''),
    ],
    wrong: [
      ['utc-day', ({ time }: Hour) => time.slice(0, 10)],
      ['', ({ local }: Hour) => local.slice(0, 13)],
      ['', () => '2026-01-12'],
    ],
  },
  '9.6': {
    right: [judgeDay()],
    wrong: [
      ['incomplete-day', judgeDay({ isWhole: () => true })],
      ['incomplete-day', judgeDay({ isWhole: (values) => !values.includes(null) })],
      ['null-as-zero', (values: Values) => judgeDay()(zeros(values))],
      ['at-least', judgeDay({ orEqual: true })],
      ['annual-guideline', judgeDay({ limit: 5 })],
      ['eu-limit', judgeDay({ limit: 25 })],
      [
        'null-is-within',
        (values: Values) => (values.includes(null) ? { mean: null, aboveWho: false } : judgeDay()(values)),
      ],
      ['', () => ({ mean: 6.5, aboveWho: false })],
    ],
  },
  '9.8': {
    right: [newCache(), newCache({ keepMs: 599_000 })],
    wrong: [
      ['keeps-errors', newCache({ keepsErrors: true })],
      ['no-cache', newCache({ keepMs: 0 })],
      ['kept-too-long', newCache({ keepMs: 3_600_000 })],
      ['one-for-all', newCache({ key: () => 'all' })],
      ['keeps-value-only', lateCache],
      ['', () => () => 'always this'],
    ],
  },
};

const NOT_TRIED: Readonly<Record<string, unknown>> = {
  '9.2': () => undefined,
  '9.4': () => '',
  '9.6': () => undefined,
  '9.8': () => undefined,
};

const test = suite('lesson 09');

test('checks :: each has its answers here', () => {
  assert.equal(lesson.checks.map(({ id }) => id).sort(), Object.keys(ANSWERS).sort());
});

test('right answers :: pass', async () => {
  for (const [id, { right }] of Object.entries(ANSWERS))
    for (const answer of right) {
      const judgement = await judged(id, answer);
      assert.is(judgement.kind, 'passed', `${id} ${says(judgement)}`);
    }
});

test('wrong answers :: the mistake is named', async () => {
  for (const [id, { wrong }] of Object.entries(ANSWERS))
    for (const [mistake, answer] of wrong) {
      const judgement = await judged(id, answer);
      assert.is(judgement.kind, 'not yet', `${id} ${mistake} ${answer}`);
      const named = judgement.kind === 'not yet' ? judgement.mistake?.id : undefined;
      assert.is(named ?? '', mistake, `${id} ${says(judgement)}`);
    }
});

test('untouched cells :: are not tried', async () => {
  for (const [id, answer] of Object.entries(NOT_TRIED))
    assert.is((await judged(id, answer)).kind, 'not tried', id);
});

test('questions :: ids are unique, the right option is not the longest of all, the keys vary', () => {
  const questions = [...lesson.predictions, ...lesson.recall];
  assert.is(new Set(questions.map(({ id }) => id)).size, questions.length);
  const longest = questions.filter(({ options, right }) => {
    const mine = options.find(({ key }) => key === right)?.says.length ?? 0;
    return options.every(({ key, says: option }) => key === right || option.length < mine);
  });
  assert.ok(longest.length * 2 <= questions.length, longest.map(({ id }) => id).join(', '));
  assert.is(new Set(questions.map(({ right }) => right)).size, 3);
  for (const { options, right } of questions)
    assert.ok(options.every(({ key, misconception }) => (key === right) === (misconception === undefined)));
});

async function judged(id: string, answer: unknown): Promise<Judgement> {
  const check = lesson.checks.find((each) => each.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check.judge(answer);
}

const says = (judgement: Judgement): string => ('says' in judgement ? (judgement.says ?? '') : '');

test.run();
