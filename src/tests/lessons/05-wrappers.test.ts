import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lesson } from '../../lessons/05-wrappers.ts';
import type { Judgement } from '../../teaching/lesson.ts';

const test = suite('lesson 05');

async function judged(id: string, answer: unknown): Promise<Judgement> {
  const check = lesson.checks.find((one) => one.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check.judge(answer);
}

/** The mistake when one is named, else the kind. */
async function verdict(id: string, answer: unknown): Promise<string> {
  const judgement = await judged(id, answer);
  return judgement.kind === 'not yet' ? (judgement.mistake?.id ?? 'not yet') : judgement.kind;
}

const questions = [...lesson.predictions, ...lesson.recall];

test('questions :: ids and letters :: unique, and the right letter exists', () => {
  const ids = [...questions, ...lesson.checks].map(({ id }) => id);
  assert.is(new Set(ids).size, ids.length);
  for (const { id, options, right } of questions) {
    const keys = options.map(({ key }) => key);
    assert.equal(keys, ['a', 'b', 'c', 'd'].slice(0, keys.length), id);
    assert.ok(keys.includes(right), id);
  }
});

test('questions :: every wrong option is a misconception, the right one is none', () => {
  for (const { id, options, right } of questions)
    for (const { key, misconception, why } of options) {
      assert.is(misconception === undefined, key === right, `${id} ${key}`);
      assert.ok(why.length > 20, `${id} ${key} says why`);
    }
});

test('questions :: the right option does not give itself away by its length', () => {
  const longest = questions.filter(({ options, right }) => {
    const lengths = options.map(({ says }) => says.length);
    const rightLength = options.find(({ key }) => key === right)?.says.length ?? 0;
    return rightLength === Math.max(...lengths);
  });
  assert.ok(longest.length < questions.length / 2, `${longest.length} of ${questions.length}`);
  const letters = new Set(lesson.predictions.map(({ right }) => right));
  assert.ok(letters.size >= 3, 'right letters vary');
});

test('checks :: hints :: the first is a question; the solution names what was rejected', () => {
  for (const { id, hints, solution } of lesson.checks) {
    assert.ok(hints[0].includes('?'), id);
    assert.match(solution, /Rejected: /, id);
  }
});

test('5.3 facts :: a text with all three passes, others are named', async () => {
  const right = (method: string, url: string, status: number) => `${status} for ${method} ${url}`;
  assert.is(await verdict('5.3', right), 'passed');
  assert.is(await verdict('5.3', () => 'HTTP error'), 'not tried');
  assert.is(
    await verdict('5.3', (_m: string, _u: string, status: number) => `HTTP ${status}`),
    'error-without-facts',
  );
  assert.is(await verdict('5.3', () => 'GET https://air.example/roskilde answered 503'), 'not yet');
  assert.is(await verdict('5.3', 'GET'), 'not yet');
});

test('5.5 wait :: seconds, and a pause that grows', async () => {
  const wait =
    (header: (seconds: number) => number, own: (tried: number) => number) =>
    (after: string | null, tried: number) =>
      after === null ? own(tried) : header(Number(after));
  const seconds = (value: number) => value * 1000;
  const grows = (tried: number) => 300 * tried;
  assert.is(await verdict('5.5', wait(seconds, grows)), 'passed');
  assert.is(
    await verdict(
      '5.5',
      wait((value) => value * 1000 + 200, grows),
    ),
    'passed',
  );
  assert.is(
    await verdict(
      '5.5',
      wait(
        (value) => value,
        () => 0,
      ),
    ),
    'not tried',
  );
  assert.is(
    await verdict(
      '5.5',
      wait((value) => value, grows),
    ),
    'retry-after-as-ms',
  );
  assert.is(
    await verdict(
      '5.5',
      wait((value) => value * 60_000, grows),
    ),
    'retry-after-as-minutes',
  );
  assert.is(
    await verdict(
      '5.5',
      wait(() => 500, grows),
    ),
    'ignores-retry-after',
  );
  assert.is(
    await verdict(
      '5.5',
      wait(seconds, () => 0),
    ),
    'retries-at-once',
  );
  assert.is(
    await verdict(
      '5.5',
      wait(seconds, () => 1_000),
    ),
    'same-pause',
  );
  assert.is(await verdict('5.5', () => 'soon'), 'not yet');
});

test('5.7 rule :: what may act twice and what stays wrong', async () => {
  const passes = (status: number) => status === 0 || status === 429 || status >= 500;
  const writes = (method: string) => method === 'POST' || method === 'PATCH';
  assert.is(
    await verdict('5.7', (method: string, status: number) => !writes(method) && passes(status)),
    'passed',
  );
  assert.is(await verdict('5.7', () => false), 'not tried');
  assert.is(await verdict('5.7', () => true), 'retries-everything');
  assert.is(await verdict('5.7', (_: string, status: number) => passes(status)), 'retries-post');
  assert.is(await verdict('5.7', (method: string) => !writes(method)), 'retries-refusals');
  assert.is(
    await verdict('5.7', (method: string, status: number) => method === 'GET' && passes(status)),
    'only-get',
  );
});

type Ask = (url: string) => Promise<{ body: unknown; maxAgeS: number }>;
interface Turns {
  readonly key?: (url: string) => string;
  readonly keeps?: (maxAgeS: number) => number;
}

const cachedWith =
  ({ key = (url) => url, keeps = (maxAgeS) => maxAgeS }: Turns = {}) =>
  (ask: Ask, nowMs: () => number) => {
    const kept = new Map<string, { body: unknown; untilMs: number }>();
    return async (url: string) => {
      const known = kept.get(key(url));
      if (known && nowMs() < known.untilMs) return known.body;
      const { body, maxAgeS } = await ask(url);
      kept.set(key(url), { body, untilMs: nowMs() + keeps(maxAgeS) * 1000 });
      return body;
    };
  };

test('5.9 cache :: fresh is kept, stale and errors are not', async () => {
  assert.is(await verdict('5.9', cachedWith()), 'passed');
  assert.is(await verdict('5.9', () => undefined), 'not tried');
  assert.is(await verdict('5.9', (ask: Ask) => async (url: string) => (await ask(url)).body), 'no-cache');
  assert.is(
    await verdict('5.9', cachedWith({ key: (url) => url.split('?')[0] ?? '' })),
    'cache-ignores-query',
  );
  assert.is(await verdict('5.9', cachedWith({ keeps: () => 1e9 })), 'cached-is-current');
  assert.is(await verdict('5.9', cachedWith({ keeps: (s) => Math.max(s, 3_600) })), 'cached-is-current');
});

test('5.9 cache :: a promise that failed and is kept, an error that is caught :: are named', async () => {
  const promises = (ask: Ask, nowMs: () => number) => {
    const kept = new Map<string, { answer: ReturnType<Ask>; untilMs: number }>();
    return async (url: string) => {
      const known = kept.get(url);
      if (known && nowMs() < known.untilMs) return (await known.answer).body;
      const entry = { answer: ask(url), untilMs: Number.POSITIVE_INFINITY };
      kept.set(url, entry);
      const { body, maxAgeS } = await entry.answer;
      entry.untilMs = nowMs() + maxAgeS * 1000;
      return body;
    };
  };
  assert.is(await verdict('5.9', promises), 'caches-errors');
  const swallows = (ask: Ask, nowMs: () => number) => {
    const look = cachedWith()(ask, nowMs);
    return (url: string) => look(url).catch(() => null);
  };
  assert.is(await verdict('5.9', swallows), 'swallowed-error');
});

type Page = (offset: number) => Promise<{ rows: unknown[]; num_rows_total: number }>;

test('5.10 pages :: all rows, lazily, and no page too many', async () => {
  async function* right(page: Page) {
    let offset = 0;
    let total = 1;
    while (offset < total) {
      const { rows, num_rows_total } = await page(offset);
      if (rows.length === 0) return;
      yield* rows;
      total = num_rows_total;
      offset += rows.length;
    }
  }
  async function* first(page: Page) {
    const { rows } = await page(0);
    yield* rows;
  }
  assert.is(await verdict('5.10', right), 'passed');
  assert.is(await verdict('5.10', first), 'not tried');
  assert.is(await verdict('5.10', () => undefined), 'not tried');
  assert.is(await verdict('5.10', async (page: Page) => (await page(0)).rows), 'list-not-generator');
});

test('5.10 pages :: wrong loops :: are named', async () => {
  async function* untilEmpty(page: Page) {
    for (let offset = 0; ; offset += 100) {
      const { rows } = await page(offset);
      if (rows.length === 0) return;
      yield* rows;
    }
  }
  async function* byNumber(page: Page) {
    for (let number = 0; number < 3; number += 1) yield* (await page(number)).rows;
  }
  async function* wholePages(page: Page) {
    for (let offset = 0; offset < 250; offset += 100) yield (await page(offset)).rows;
  }
  async function* sameAgain(page: Page) {
    const offset = 0;
    for (let total = 1; offset < total; ) {
      const { rows, num_rows_total } = await page(offset);
      yield* rows;
      total = num_rows_total;
    }
  }
  async function* eager(page: Page) {
    const all: unknown[] = [];
    for (let total = 1; all.length < total; ) {
      const { rows, num_rows_total } = await page(all.length);
      if (rows.length === 0) return;
      all.push(...rows);
      total = num_rows_total;
    }
    yield* all;
  }
  assert.is(await verdict('5.10', untilEmpty), 'page-too-many');
  assert.is(await verdict('5.10', byNumber), 'offset-is-page');
  assert.is(await verdict('5.10', wholePages), 'yields-pages');
  assert.is(await verdict('5.10', sameAgain), 'endless-pages');
  assert.is(await verdict('5.10', eager), 'eager-pages');
});

test.run();
