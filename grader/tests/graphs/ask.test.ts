import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Outcome } from '../../exercise.ts';
import { askGraph } from '../../graphs/ask.ts';
import { engineCommand, engineFiles } from '../../graphs/box.ts';
import { refusedWord } from '../../graphs/refused-word.ts';
import { machineBox } from '../../sandbox/layers.ts';
import type { Run } from '../../sandbox/run.ts';

const home = fileURLToPath(new URL('../../..', import.meta.url));
const SCRIPT = [{ cypher: "CREATE (:City {name: 'Roskilde'})", params: {} }];
const ENDLESS =
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c RETURN count(*)';

const test = suite('graphs ask');

test('texts :: give rows, or the words of the engine', async () => {
  const outcomes = await ask({
    rows: 'MATCH (c:City {name: $name}) RETURN c.name AS city',
    refused: 'MATCH (c RETURN c',
    empty: '  ',
    long: 'UNWIND range(1, 300000) AS n RETURN collect(n) AS all',
  });
  assert.equal(outcomes.rows, { kind: 'value', value: { columns: ['city'], rows: [{ city: 'Roskilde' }] } });
  assert.is(outcomes.refused?.kind === 'threw' && /Expected RParen/.test(outcomes.refused.message), true);
  assert.equal(outcomes.long, { kind: 'threw', name: 'Cypher', message: 'its rows are too long' });
  assert.equal(outcomes.empty, { kind: 'value', value: '  ' });
});

test('a text that never ends :: is stopped, once, and the others are asked', async () => {
  const startedMs = performance.now();
  const outcomes = await ask({ first: ENDLESS, again: ENDLESS, last: 'RETURN 1 AS one' });
  assert.is(outcomes.first?.kind, 'unfinished');
  assert.is(outcomes.again?.kind, 'unfinished');
  assert.equal(outcomes.last, { kind: 'value', value: { columns: ['one'], rows: [{ one: 1 }] } });
  assert.ok(performance.now() - startedMs < 6_000);
});

test('a text that changes the graph :: changes its own', async () => {
  const outcomes = await ask({
    changes: 'MATCH (n) DETACH DELETE n RETURN 1 AS done',
    after: 'MATCH (n) RETURN count(n) AS n',
  });
  assert.equal(outcomes.after, { kind: 'value', value: { columns: ['n'], rows: [{ n: 1 }] } });
});

test('words that reach out of the graph :: are refused, in clauses only', () => {
  assert.is(refusedWord("load csv FROM '/etc/passwd' AS row RETURN row"), 'LOAD');
  assert.is(refusedWord('CALL dbms.listConfig() YIELD name RETURN name'), 'CALL');
  assert.is(refusedWord('MATCH (n) /* */ LOAD/**/CSV FROM $place AS row RETURN row'), 'LOAD');
  assert.is(refusedWord("MATCH (n {name: 'load csv'}) RETURN n.`load` AS a // call me()"), undefined);
  assert.is(refusedWord('MATCH (n) CALL { WITH n RETURN 1 AS x } RETURN x'), undefined);
});

test('the walls :: hold files, network and processes away', async () => {
  const box = await machineBox();
  if (!box.bubblewrap) return console.log('skipped: bubblewrap is not on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'airlab-walls-'));
  const probe = join(folder, 'probe.cjs');
  writeFileSync(probe, PROBE);
  try {
    const { command, args } = engineCommand(box, { ...engineFiles(home), runner: probe });
    const { stdout } = spawnSync(command, [...args], {
      env: { SECRET: 'x' },
      encoding: 'utf8',
      input: process.cwd(),
    });
    assert.is(
      stdout.trim(),
      'passwd ENOENT, repository ENOENT, writing EROFS, network none, processes few, secret none',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Runs in the place of the engine, which could do as much. */
const PROBE = `const fs = require('fs'), os = require('os');
const code = (work) => { try { work(); return 'done'; } catch (error) { return error.code; } };
console.log([
  'passwd ' + code(() => fs.readFileSync('/etc/passwd')),
  'repository ' + code(() => fs.readdirSync(fs.readFileSync(0, 'utf8'))),
  'writing ' + code(() => fs.writeFileSync('/usr/airlab', 'x')),
  'network ' + (Object.values(os.networkInterfaces()).flat().every(({ internal }) => internal) ? 'none' : 'there'),
  'processes ' + (fs.readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).length < 4 ? 'few' : 'many'),
  'secret ' + (process.env.SECRET ?? 'none'),
].join(', '));`;

async function ask(texts: Readonly<Record<string, string>>): Promise<Readonly<Record<string, Outcome>>> {
  const answered: Run = {
    ending: { kind: 'finished' },
    outcomes: new Map(Object.entries(texts).map(([id, value]) => [id, { kind: 'value', value }])),
    requests: [],
    output: '',
    layers: [],
    used: { wallMs: 0, virtualMs: 0, rssMb: 0 },
  };
  const params = Object.fromEntries(
    Object.keys(texts).map((id) => [id, { name: 'Roskilde', place: '/etc/passwd' }]),
  );
  const command = engineCommand(await machineBox(), engineFiles(home));
  const run = await askGraph(answered, { script: SCRIPT, params }, { command });
  return Object.fromEntries(run.outcomes);
}

test.run();
