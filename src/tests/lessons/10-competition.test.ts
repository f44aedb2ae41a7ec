import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lesson } from '../../lessons/10-competition.ts';
import type { Judgement } from '../../teaching/lesson.ts';

const judge = async (id: string, answer: unknown): Promise<Judgement> => {
  const check = lesson.checks.find((one) => one.id === id);
  if (!check) throw new Error(`There is no check ${id}.`);
  return check.judge(answer);
};
const verdictOf = (judgement: Judgement): string =>
  judgement.kind === 'not yet' ? (judgement.mistake?.id ?? 'not yet') : judgement.kind;
const wordsOf = (judgement: Judgement): string => ('says' in judgement ? (judgement.says ?? '') : '');

test('10.2 :: warm-up :: whatever comes back passes, and is said', async () => {
  const named = await judge('10.2', async ({ name }: { name: string }) => `${name}: shoes on`);
  assert.is(named.kind, 'passed');
  assert.match(wordsOf(named), 'Beijing: shoes on');
  const constant = await judge('10.2', () => 'run');
  assert.is(constant.kind, 'passed');
  assert.match(wordsOf(constant), 'a constant');
  const thrown = await judge('10.2', () => {
    throw new Error('tired');
  });
  assert.is(thrown.kind, 'passed');
  assert.match(wordsOf(thrown), 'it throws: tired');
  for (const strange of [7, {}, 'run', () => undefined])
    assert.is((await judge('10.2', strange)).kind, 'passed');
});

for (const [plan, verdict] of [
  ['RHCTS', 'passed'],
  ['r, h, c, s, t', 'passed'],
  ['HRCTS', 'code-before-reading'],
  ['RTHCS', 'robust-before-right'],
  ['RHTCS', 'robust-before-right'],
  ['RCHST', 'top-before-ground'],
  ['RSHCT', 'top-before-ground'],
  ['RHSCT', 'small-before-big'],
  ['RHC', 'not yet'],
  ['RHCTX', 'not yet'],
] as const) {
  test(`10.3 :: the plan ${plan} :: ${verdict}`, async () => {
    assert.is(verdictOf(await judge('10.3', plan)), verdict);
  });
}

for (const [letters, verdict] of [
  ['GZD', 'passed'],
  ['g z d', 'passed'],
  ['ZGD', 'gap-for-clock'],
  ['GDZ', 'clock-for-dust'],
  ['DZG', 'dust-for-gap'],
  ['ZDG', 'not yet'],
  ['GGG', 'not yet'],
  ['GZ', 'not yet'],
] as const) {
  test(`10.5 :: the letters ${letters} :: ${verdict}`, async () => {
    assert.is(verdictOf(await judge('10.5', letters)), verdict);
  });
}

const GOOD = {
  parted: 'From noon of the second day on, in Beijing.',
  because: 'I asked for past_days=3 and that begins at midnight.',
  tomorrow: 'I print the first hour before I do anything else.',
};
for (const [name, change, verdict] of [
  ['three sentences', {}, 'passed'],
  ['nothing yet', { parted: '', because: '', tomorrow: ' ' }, 'not tried'],
  ['one word', { because: 'Timezones' }, 'not yet'],
  ['one field left out', { tomorrow: '' }, 'not yet'],
  ['the same twice', { because: GOOD.parted }, 'cause-is-effect'],
  ['a wish', { tomorrow: 'I will be more careful next time.' }, 'wish-for-step'],
] as const) {
  test(`10.7 :: the reflection :: ${name} :: ${verdict}`, async () => {
    assert.is(verdictOf(await judge('10.7', { ...GOOD, ...change })), verdict);
  });
}

test('10.7 :: no record at all :: is not tried', async () => {
  assert.is((await judge('10.7', 'all fine')).kind, 'not tried');
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
    ['10.3', 'RTHCS', /RHC/],
    ['10.5', 'ZGD', /GZD/],
  ] as const)
    assert.not.match(JSON.stringify(await judge(id, wrong)), answer);
});

test.run();
