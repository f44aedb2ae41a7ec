import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Outcome } from '../../exercise.ts';
import { airlabHome } from '../../home.ts';
import { askQueries, queryRunner } from '../../queries/ask.ts';
import { type Run, runAnswer } from '../../sandbox/run.ts';

const SCRIPT =
  "CREATE TABLE city (name TEXT, pm2_5 REAL); INSERT INTO city VALUES ('Roskilde', 7), ('Beijing', NULL)";
const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';

const test = suite('queries');

/** What came of the queries, by their place; and how the run ended. */
async function asked(...queries: readonly unknown[]): Promise<{ ending: string; outcomes: Outcome[] }> {
  const answered: Run = {
    ending: { kind: 'finished' },
    outcomes: new Map(queries.map((value, index) => [`q${index}`, { kind: 'value', value }])),
    requests: [],
    output: '',
    layers: [],
    used: { wallMs: 0, virtualMs: 0, rssMb: 0 },
  };
  const run = await askQueries(answered, {
    script: SCRIPT,
    runner: queryRunner(airlabHome()),
    run: (program, calls) =>
      runAnswer(program, { calls, nowMs: 0, upstream: () => ({ kind: 'hang' }), limits: { cpuS: 1 } }),
  });
  return { ending: run.ending.kind, outcomes: [...run.outcomes.values()] };
}

const rows = (outcome: Outcome | undefined): unknown =>
  outcome?.kind === 'value' && typeof outcome.value === 'object' && outcome.value && 'rows' in outcome.value
    ? outcome.value.rows
    : outcome;

test('a query :: its rows take the place of its text', async () => {
  const { ending, outcomes } = await asked('SELECT * FROM city ORDER BY name');
  assert.is(ending, 'finished');
  assert.equal(rows(outcomes[0]), [
    ['Beijing', null],
    ['Roskilde', 7],
  ]);
});

test('several :: each has a database of its own', async () => {
  const { outcomes } = await asked(
    'DELETE FROM city; SELECT count(*) FROM city',
    'SELECT count(*) FROM city',
  );
  assert.equal(outcomes.map(rows), [[[0]], [[2]]]);
});

test('what is no text :: is left as it came', async () => {
  const { outcomes } = await asked(7, 'SELECT 1');
  assert.equal(outcomes[0], { kind: 'value', value: 7 });
  assert.equal(rows(outcomes[1]), [[1]]);
});

test('a query that never ends :: is stopped, and those after it are asked', async () => {
  const { ending, outcomes } = await asked('SELECT 1', ENDLESS, 'SELECT 3');
  assert.is(ending, 'limit');
  assert.equal(rows(outcomes[0]), [[1]]);
  assert.is(outcomes[1]?.kind, 'unfinished');
  assert.equal(rows(outcomes[2]), [[3]]);
});

test('hostile SQL :: reaches no file, no extension, no other query', async () => {
  const { ending, outcomes } = await asked(
    "ATTACH '/etc/passwd' AS p; SELECT * FROM p.sqlite_master",
    "SELECT load_extension('/tmp/x.so')",
    "SELECT readfile('/etc/passwd')",
    'PRAGMA writable_schema = ON; DELETE FROM sqlite_master',
    "VACUUM INTO '/tmp/stolen.sqlite'",
    'SELECT count(*) FROM city',
  );
  assert.is(ending, 'finished');
  for (const outcome of outcomes.slice(0, 3)) assert.is(outcome.kind, 'threw');
  assert.equal(rows(outcomes[5]), [[2]]);
});

test('too much :: a huge blob, a long text and endless rows come back small or as an error', async () => {
  const { outcomes } = await asked(
    'SELECT zeroblob(50000000)',
    "SELECT printf('%.*c', 500000, 'x')",
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
    'SELECT zeroblob(2000000000)',
  );
  assert.equal(rows(outcomes[0]), [['a blob of 50000000 bytes']]);
  assert.ok(JSON.stringify(outcomes[1]).length < 1_200);
  assert.match(JSON.stringify(outcomes[2]), /more than 2000 rows/);
  assert.is(outcomes[3]?.kind, 'threw');
});

test.run();
