import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lesson } from '../../lessons/06-databases.ts';
import type { Judgement } from '../../teaching/lesson.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are written as students write them
type Any = any;

const source = readFileSync(new URL('../../../notebooks/source/06-databases.md', import.meta.url), 'utf8');
const questions = [...lesson.predictions, ...lesson.recall];

async function judged(id: string, answer: unknown): Promise<Judgement> {
  const check = lesson.checks.find((one) => one.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return check.judge(answer);
}

async function mistakeOf(id: string, answer: unknown): Promise<string | undefined> {
  const judgement = await judged(id, answer);
  assert.is(judgement.kind, 'not yet', JSON.stringify(judgement));
  return judgement.kind === 'not yet' ? judgement.mistake?.id : undefined;
}

const test = suite('lesson 06');

test('questions :: one right option, and a belief behind each wrong one', () => {
  for (const { id, options, right } of questions) {
    assert.equal(options.filter(({ key }) => key === right).length, 1, id);
    for (const { key, misconception } of options)
      assert.is(misconception === undefined, key === right, `${id} ${key}`);
  }
});

test('questions :: the longest option is not usually the right one, nor always the same letter', () => {
  const longest = questions.filter(({ options, right }) => {
    const [first] = [...options].sort((a, b) => b.says.length - a.says.length);
    return first?.key === right;
  });
  assert.ok(longest.length <= questions.length / 2, `${longest.length} of ${questions.length}`);
  assert.ok(new Set(questions.map(({ right }) => right)).size >= 3);
});

test('ids :: each is used once, and in the notebook', () => {
  const ids = [...questions, ...lesson.checks].map(({ id }) => id);
  assert.is(new Set(ids).size, ids.length);
  for (const { id } of [...lesson.predictions, ...lesson.checks]) assert.match(source, `'${id}'`);
});

const stages = (mean: object) => [
  { $match: { hour: { $lt: '2026-01-13' } } },
  { $group: { _id: '$place.city', mean } },
  { $project: { _id: 0, city: '$_id', mean: 1 } },
];

test('6.2 :: right in two styles', async () => {
  assert.is((await judged('6.2', stages({ $avg: '$pm2_5' }))).kind, 'passed');
  const first = [{ $match: { pm2_5: { $ne: null } } }, ...stages({ $avg: '$pm2_5' })];
  assert.is((await judged('6.2', first)).kind, 'passed');
});

test('6.2 :: not yet, with the mistake', async () => {
  assert.is((await judged('6.2', stages({ $sum: 0 }))).kind, 'not tried');
  assert.is(await mistakeOf('6.2', stages({ $sum: '$pm2_5' })), 'sum-for-mean');
  assert.is(await mistakeOf('6.2', stages({ $max: '$pm2_5' })), 'max-for-mean');
  assert.is(await mistakeOf('6.2', stages({ $avg: 'pm2_5' })), 'field-without-dollar');
  assert.is(await mistakeOf('6.2', [{ $nonsense: 1 }]), undefined);
  assert.is(await mistakeOf('6.2', 'SELECT avg(pm2_5)'), undefined);
});

test('6.4 :: letters in any writing; wrong ones by place, never the answer', async () => {
  for (const answer of ['RDWTGFRW', 'r d w t g f r w', 'R-D-W-T-G-F-R-W'])
    assert.is((await judged('6.4', answer)).kind, 'passed');
  assert.is((await judged('6.4', '')).kind, 'not tried');
  assert.is(await mistakeOf('6.4', 'RDWTGRRW'), 'feature-store-is-just-a-table');
  assert.is(await mistakeOf('6.4', 'RDWTRFRW'), 'steps-are-joins');
  assert.is(await mistakeOf('6.4', 'DDWTGFDW'), 'nosql-for-everything');
  for (const answer of ['RDWT', 'XXXXXXXX', 7]) assert.is(await mistakeOf('6.4', answer), undefined);
  const judgement = await judged('6.4', 'RDWTGFRT');
  assert.match(JSON.stringify(judgement), 'at 8');
  assert.not.match(JSON.stringify(judgement), 'RDWTGFRW');
});

test('6.6 :: right in three styles', async () => {
  const sorted = (features: Any[], label: Any) =>
    features
      .filter(({ city, seen }) => city === label.city && seen <= label.at)
      .sort((a, b) => (a.hour < b.hour ? 1 : -1))[0]?.pm2_5 ?? null;
  const reduced = (features: Any[], label: Any) => {
    const fits = features.filter((one) => one.city === label.city && one.seen <= label.at);
    return (
      fits.reduce((best, one) => (best === null || one.hour > best.hour ? one : best), null)?.pm2_5 ?? null
    );
  };
  const looped = (features: Any[], label: Any) => {
    let best: Any;
    for (const one of features)
      if (one.city === label.city && one.seen <= label.at && (!best || one.hour > best.hour)) best = one;
    return best ? best.pm2_5 : null;
  };
  for (const answer of [sorted, reduced, looped]) assert.is((await judged('6.6', answer)).kind, 'passed');
});

test('6.6 :: not yet, with the mistake', async () => {
  const by = (fits: (one: Any, label: Any) => boolean) => (features: Any[], label: Any) =>
    features.filter((one) => fits(one, label)).sort((a, b) => (a.hour < b.hour ? 1 : -1))[0]?.pm2_5 ?? null;
  assert.is((await judged('6.6', () => null)).kind, 'not tried');
  assert.is(
    await mistakeOf(
      '6.6',
      by((one, label) => one.city === label.city),
    ),
    'future-leak',
  );
  assert.is(
    await mistakeOf(
      '6.6',
      by((one, label) => one.city === label.city && one.hour <= label.at),
    ),
    'hour-for-seen',
  );
  assert.is(
    await mistakeOf(
      '6.6',
      by((one, label) => one.seen <= label.at),
    ),
    'any-city',
  );
  const last = (features: Any[], label: Any) =>
    features.filter((one) => one.city === label.city && one.seen <= label.at).at(-1)?.pm2_5 ?? null;
  assert.is(await mistakeOf('6.6', last), 'last-in-list');
  const right = by((one, label) => one.city === label.city && one.seen <= label.at);
  assert.is(
    await mistakeOf('6.6', (features: Any[], label: Any) => right(features, label) || null),
    'zero-is-nothing',
  );
  const undef = (features: Any[], label: Any) => right(features, label) ?? undefined;
  assert.is(await mistakeOf('6.6', undef), 'undefined-for-null');
  assert.is(
    await mistakeOf('6.6', () => {
      throw new Error('ready');
    }),
    undefined,
  );
});

const ARCHIVE = "UPDATE model SET stage = 'archived' WHERE stage = 'production'";
const PROMOTE = "UPDATE model SET stage = 'production' WHERE version = ?";

test('6.8 :: right in two styles', async () => {
  const looked = (db: Any, version: number) =>
    db.transaction(async () => {
      const found = await db.query('SELECT 1 FROM model WHERE version = ?', [version]);
      if (found.length === 0) throw new Error('no');
      await db.query(ARCHIVE);
      await db.query(PROMOTE, [version]);
    });
  const atOnce = async (db: Any, version: number) => {
    const found = await db.query('SELECT 1 FROM model WHERE version = ?', [version]);
    if (found.length === 0) throw new Error('no');
    await db.query(
      "UPDATE model SET stage = CASE WHEN version = ? THEN 'production' WHEN stage = 'production' THEN 'archived' ELSE stage END",
      [version],
    );
  };
  for (const answer of [looked, atOnce]) assert.is((await judged('6.8', answer)).kind, 'passed');
});

test('6.8 :: not yet, with the mistake', async () => {
  assert.is((await judged('6.8', async () => undefined)).kind, 'not tried');
  const both = (db: Any, version: number) => db.query(PROMOTE, [version]);
  assert.is(await mistakeOf('6.8', both), 'two-in-production');
  const deleting = async (db: Any, version: number) => {
    await db.query("DELETE FROM model WHERE stage = 'production'");
    await db.query(PROMOTE, [version]);
  };
  assert.is(await mistakeOf('6.8', deleting), 'deleted-version');
  const blind = (db: Any, version: number) =>
    db.transaction(async () => {
      await db.query(ARCHIVE);
      await db.query(PROMOTE, [version]);
    });
  assert.is(await mistakeOf('6.8', blind), 'half-done');
  const unprotected = async (db: Any, version: number) => {
    const found = await db.query('SELECT 1 FROM model WHERE version = ?', [version]);
    if (found.length === 0) throw new Error('no');
    await db.query(ARCHIVE);
    await db.query(PROMOTE, [version]);
  };
  assert.is(await mistakeOf('6.8', unprotected), 'half-done');
  const silent = async (db: Any, version: number) => {
    const found = await db.query('SELECT 1 FROM model WHERE version = ?', [version]);
    if (found.length > 0) await blind(db, version);
  };
  assert.is(await mistakeOf('6.8', silent), 'silent-nothing');
  const stagingOnly = (db: Any, version: number) =>
    db.transaction(async () => {
      const found = await db.query("SELECT 1 FROM model WHERE version = ? AND stage = 'staging'", [version]);
      if (found.length === 0) throw new Error('no');
      await db.query(ARCHIVE);
      await db.query(PROMOTE, [version]);
    });
  assert.is(await mistakeOf('6.8', stagingOnly), 'no-way-back');
});

test.run();
