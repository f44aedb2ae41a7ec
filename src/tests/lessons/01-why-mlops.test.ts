import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lesson } from '../../lessons/01-why-mlops.ts';
import type { Judgement } from '../../teaching/lesson.ts';

const judge = async (id: string, answer: unknown): Promise<Judgement> => {
  const check = lesson.checks.find((one) => one.id === id);
  if (!check) throw new Error(`There is no check ${id}.`);
  return check.judge(answer);
};
const mistakeOf = (judgement: Judgement): string | undefined =>
  judgement.kind === 'not yet' ? judgement.mistake?.id : judgement.kind;

type Day = readonly (number | null)[];
const knownOf = (day: Day): number[] => day.filter((value) => value !== null);
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

test('1.4 :: the loop :: letters in any spelling', async () => {
  for (const answer of ['DFTRSW', 'd f t r s w', 'D, F, T, R, S, W'])
    assert.is((await judge('1.4', answer)).kind, 'passed');
});

for (const [answer, mistake] of [
  ['DFTSRW', 'serve-before-register'],
  ['DTFRSW', 'train-before-feature'],
  ['DFTRWS', 'watch-before-serve'],
  ['DFTR', undefined],
  ['WDFTRS', 'watch-before-serve'],
] as const) {
  test(`1.4 :: ${answer} :: ${mistake ?? 'not yet'}`, async () => {
    assert.is(mistakeOf(await judge('1.4', answer)), mistake);
  });
}

test('1.5 :: the hunt :: zone passes, the others are named', async () => {
  assert.is((await judge('1.5', 'zone')).kind, 'passed');
  assert.is(mistakeOf(await judge('1.5', 'unit')), 'shift-taken-for-unit');
  assert.is(mistakeOf(await judge('1.5', 'gap')), 'shift-taken-for-gap');
  for (const other of ['rename', 'time', 7]) assert.is((await judge('1.5', other)).kind, 'not yet');
});

const GUARDS: readonly (readonly [string, (day: Day) => unknown, string | undefined])[] = [
  [
    'the model',
    (day) => (knownOf(day).length < 18 ? 'gaps' : meanOf(knownOf(day)) < 1 ? 'low' : undefined),
    'passed',
  ],
  ['booleans and promises', async (day) => knownOf(day).length < 18 || meanOf(knownOf(day)) < 1, 'passed'],
  [
    'a maximum instead of a mean',
    (day) => knownOf(day).length < 12 || Math.max(...knownOf(day)) < 1,
    'passed',
  ],
  ['always', () => 'broken', 'alarm-always'],
  ['never', () => undefined, 'null-is-fine'],
  [
    'smog is a bug',
    (day) => knownOf(day).length < 18 || meanOf(knownOf(day)) < 1 || meanOf(knownOf(day)) > 100,
    'bad-air-is-no-bug',
  ],
  ['one gap is fatal', (day) => knownOf(day).length < 24 || meanOf(knownOf(day)) < 1, 'gap-is-fatal'],
  ['nulls left out', (day) => knownOf(day).length > 0 && meanOf(knownOf(day)) < 1, 'null-is-fine'],
];
for (const [name, guard, verdict] of GUARDS) {
  test(`1.6 :: the guard :: ${name} :: ${verdict}`, async () => {
    assert.is(mistakeOf(await judge('1.6', guard)), verdict);
  });
}

test('1.6 :: a guard that throws, or none :: not yet, and said', async () => {
  const thrown = await judge('1.6', () => {
    throw new Error('oh');
  });
  assert.match(thrown.kind === 'not yet' ? thrown.says : '', 'It throws on a clean day: oh');
  assert.is((await judge('1.6', 'guard')).kind, 'not yet');
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

test('feedback :: never holds the answer', async () => {
  for (const [id, wrong, answer] of [
    ['1.4', 'DFTSRW', /DFTRSW/],
    ['1.5', 'unit', /zone/],
  ] as const) {
    const judgement = await judge(id, wrong);
    assert.not.match(JSON.stringify(judgement), answer);
  }
});

test.run();
