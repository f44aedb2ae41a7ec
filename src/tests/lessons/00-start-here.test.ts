import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lesson } from '../../lessons/00-start-here.ts';
import type { Judgement } from '../../teaching/lesson.ts';

const judge = async (id: string, answer: unknown): Promise<Judgement> => {
  const check = lesson.checks.find((one) => one.id === id);
  if (!check) throw new Error(`There is no check ${id}.`);
  return check.judge(answer);
};
const verdictOf = (judgement: Judgement): string =>
  judgement.kind === 'not yet' ? (judgement.mistake?.id ?? 'not yet') : judgement.kind;
const place = (name: string) => ({ name, latitude: 1, longitude: 2 });

const ANSWERS: readonly (readonly [string, unknown, string])[] = [
  ['the cell as it was', { found: place('Roskilde'), limit: 0, high: 72 }, 'not tried'],
  ['a city and the limit', { found: place('Copenhagen'), limit: 15, high: 20 }, 'passed'],
  ['the limit alone', { found: place('Beijing'), limit: 15, high: 60 }, 'not yet'],
  ['the city alone', { found: place('Lima'), limit: 0, high: 72 }, 'not yet'],
  ['the limit of a year', { found: place('Lima'), limit: 5, high: 70 }, 'year-for-day'],
  ['the limit of 2005', { found: place('Lima'), limit: 25, high: 3 }, 'old-guideline'],
  ['the limit for PM10', { found: place('Roskilde'), limit: 45, high: 0 }, 'pm10-for-pm25'],
  ['a limit in quotes', { found: place('Lima'), limit: '15', high: 70 }, 'not yet'],
  ['a place that is not there', { found: undefined, limit: 15, high: 0 }, 'not yet'],
  ['a number', 15, 'not yet'],
];
for (const [name, answer, verdict] of ANSWERS) {
  test(`0.3 :: ${name} :: ${verdict}`, async () => {
    assert.is(verdictOf(await judge('0.3', answer)), verdict);
  });
}

test('0.3 :: feedback :: never holds the answer', async () => {
  for (const [, answer, verdict] of ANSWERS)
    if (verdict !== 'passed') assert.not.match(JSON.stringify(await judge('0.3', answer)), /\b15\b/);
});

test('questions :: one right option, wrong ones with a misconception, and nothing gives it away', () => {
  for (const { id, options, right } of [...lesson.predictions, ...lesson.recall]) {
    assert.is(options.filter(({ key }) => key === right).length, 1, id);
    for (const { key, misconception } of options)
      assert.is(misconception === undefined, key === right, `${id}${key}`);
    const lengths = options.map(({ says }) => says.length);
    assert.ok(Math.max(...lengths) <= 2.5 * Math.min(...lengths), `${id}: one option is much longer`);
  }
});

test.run();
