import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lesson } from '../../lessons/02-apis.ts';
import type { Judgement } from '../../teaching/lesson.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are written as students write them
type Body = any;
type Get = (path: string) => Promise<Body>;

const source = readFileSync(new URL('../../../notebooks/source/02-apis.md', import.meta.url), 'utf8');
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

const test = suite('lesson 02');

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

test('ids :: each is used once', () => {
  const ids = [...questions, ...lesson.checks].map(({ id }) => id);
  assert.is(new Set(ids).size, ids.length);
});

test('2.3 :: right answers in three styles', async () => {
  const plain = (body: Body) => {
    if (!Array.isArray(body) || typeof body[0]?.rate !== 'number') throw new Error('no rate');
    return body[0].rate;
  };
  const careful = (body: Body) => {
    if (!(Array.isArray(body) && body.length > 0 && Number.isFinite(body[0].rate)))
      throw new Error('no rate');
    return body[0]?.rate;
  };
  const early = (body: Body) => {
    const rate = Array.isArray(body) ? body[0]?.rate : undefined;
    if (typeof rate === 'number') return rate;
    throw new Error(`no rate in ${JSON.stringify(body)}`);
  };
  for (const answer of [plain, careful, early]) assert.is((await judged('2.3', answer)).kind, 'passed');
});

test('2.3 :: not yet, with the mistake', async () => {
  const when = (isWrong: (body: Body) => boolean) => (body: Body) => {
    if (isWrong(body)) throw new Error('no rate');
    return body[0]?.rate;
  };
  assert.is(
    (
      await judged(
        '2.3',
        when(() => false),
      )
    ).kind,
    'not tried',
  );
  assert.is(await mistakeOf('2.3', when(Array.isArray)), 'refuses-good');
  assert.is(
    await mistakeOf(
      '2.3',
      when((body) => !Array.isArray(body)),
    ),
    'content-not-looked-at',
  );
  assert.is(
    await mistakeOf(
      '2.3',
      when((body) => body.length === 0),
    ),
    'shape-not-looked-at',
  );
  assert.is(
    await mistakeOf(
      '2.3',
      when((body) => typeof body[0].rate !== 'number'),
    ),
    'unread-shape',
  );
  assert.is(await mistakeOf('2.3', 7.46), undefined);
});

test('2.5 :: the order, and four ways to miss it', async () => {
  for (const answer of ['cdab', 'C, D, A, B', 'c d a b'])
    assert.is((await judged('2.5', answer)).kind, 'passed');
  assert.is(await mistakeOf('2.5', 'cdeb'), 'promises-not-awaited');
  assert.is(await mistakeOf('2.5', 'dcab'), 'looked-before-asked');
  assert.is(await mistakeOf('2.5', 'cadb'), 'used-before-looked');
  assert.is(await mistakeOf('2.5', 'cda'), undefined);
});

test('2.6 :: right answers, one after the other or all at once', async () => {
  assert.is((await judged('2.6', oneByOne)).kind, 'passed');
  const allAtOnce = async (get: Get) => {
    const ids = await get('/v0/topstories.json');
    if (!Array.isArray(ids)) throw new Error('no ids');
    const items = await Promise.all(ids.map((id) => get(`/v0/item/${id}.json`)));
    const first = items.find((item) => item?.title);
    if (!first) throw new Error('no title');
    return first.title;
  };
  assert.is((await judged('2.6', allAtOnce)).kind, 'passed');
});

async function oneByOne(get: Get) {
  const ids = await get('/v0/topstories.json');
  if (!Array.isArray(ids)) throw new Error('no ids');
  for (const id of ids) {
    const item = await get(`/v0/item/${id}.json`);
    if (typeof item?.title === 'string') return item.title;
  }
  throw new Error('no title');
}

test('2.6 :: not yet, with the mistake', async () => {
  assert.is((await judged('2.6', async () => '')).kind, 'not tried');
  const trusting = async (get: Get) => {
    const [id] = await get('/v0/topstories.json');
    const item = await get(`/v0/item/${id}.json`);
    return item.title;
  };
  assert.is(await mistakeOf('2.6', trusting), 'every-id-has-an-item');
  const optional = async (get: Get) => {
    const [id] = await get('/v0/topstories.json');
    const item = await get(`/v0/item/${id}.json`);
    return item?.title;
  };
  assert.is(await mistakeOf('2.6', optional), 'title-not-looked-at');
  const whole = async (get: Get) => {
    const [id] = await get('/v0/topstories.json');
    return get(`/v0/item/${id}.json`);
  };
  assert.is(await mistakeOf('2.6', whole), 'item-not-title');
  const silent = (get: Get) => oneByOne(get).catch(() => '');
  assert.is(await mistakeOf('2.6', silent), 'silent-nothing');
  const accidental = async (get: Get) => {
    for (const id of await get('/v0/topstories.json')) {
      const item = await get(`/v0/item/${id}.json`);
      if (item?.title) return item.title;
    }
    throw new Error('no title');
  };
  assert.is(await mistakeOf('2.6', accidental), 'unread-shape');
});

test('2.7 :: eight letters, and what was mixed up', async () => {
  assert.is((await judged('2.7', 'VPCKPKCV')).kind, 'passed');
  assert.is((await judged('2.7', 'v p c k p k c v')).kind, 'passed');
  assert.is(await mistakeOf('2.7', 'KPCKPKCV'), 'partner-for-private');
  assert.is(await mistakeOf('2.7', 'VPCPPKCV'), 'public-for-partner');
  assert.is(await mistakeOf('2.7', 'VPKKPKCV'), 'partner-for-composite');
  assert.is(await mistakeOf('2.7', 'VPCK'), undefined);
  assert.is((await judged('2.7', '')).kind, 'not tried');
});

test('2.10 :: a set, and what is too much or too little', async () => {
  assert.is((await judged('2.10', ['PUT', 'get', 'DELETE'])).kind, 'passed');
  assert.is(await mistakeOf('2.10', ['GET', 'POST', 'PUT', 'DELETE']), 'post-is-repeatable');
  assert.is(await mistakeOf('2.10', ['GET', 'PUT', 'PATCH', 'DELETE']), 'patch-is-put');
  assert.is(await mistakeOf('2.10', ['GET', 'PUT']), 'delete-twice-is-an-error');
  assert.is(await mistakeOf('2.10', ['GET', 'DELETE']), 'writing-is-never-repeatable');
  assert.is((await judged('2.10', [])).kind, 'not tried');
});

test('checks :: no verdict prints the answer', async () => {
  const wrong: readonly (readonly [string, unknown, RegExp])[] = [
    ['2.5', 'dcab', /cdab/i],
    ['2.7', 'PPPPPPPP', /VPCKPKCV/],
    ['2.10', ['POST'], /\bPUT\b|\bDELETE\b/],
  ];
  for (const [id, answer, secret] of wrong)
    assert.not.match(JSON.stringify(await judged(id, answer)), secret);
});

test('source :: every solution side passes its check', async () => {
  const sides = [
    ...source.matchAll(/\/\/ solution\n(?:const \w+ = (.+);)\n\/\/ instead[\s\S]*?check\('([\d.]+)'/g),
  ];
  assert.is(sides.length, 3);
  for (const [, value = '', id = ''] of sides)
    assert.is((await judged(id, JSON.parse(value.replaceAll("'", '"')))).kind, 'passed', id);
});

test.run();
