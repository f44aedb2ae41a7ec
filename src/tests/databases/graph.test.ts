import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openGraph } from '../../databases/graph.ts';
import { isAirlabError } from '../../errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'airlab-graph-'));
const test = suite('databases graph');
test.after(() => rmSync(folder, { recursive: true, force: true }));

const embedded = { folder, env: {} };

test('run :: statements, parameters and plain numbers', async () => {
  const graph = await openGraph(embedded);
  await graph.run('UNWIND $rows AS row CREATE (:Station {id: row.id, pm2_5: row.pm2_5})', {
    rows: [
      { id: 1, pm2_5: 4.5 },
      { id: 2, pm2_5: 71 },
    ],
  });
  const rows = await graph.run<{ id: number }>(
    'MATCH (s:Station) WHERE s.pm2_5 > $limit RETURN s.id AS id, count(*) AS n, null AS nothing',
    { limit: 15 },
  );
  assert.equal(rows, [{ id: 2, n: 1, nothing: null }]);
  await graph.close();
});

test('run :: nodes, edges and paths have one form', async () => {
  const graph = await openGraph(embedded);
  await graph.run("CREATE (:City {name: 'Roskilde'})-[:HAS {since: 2020}]->(:Station {id: 7})");
  const [row] = await graph.run('MATCH p = (c)-[r:HAS]->(s) RETURN c, r, p, labels(s) AS labels');
  const city = { labels: ['City'], properties: { name: 'Roskilde' } };
  const edge = { type: 'HAS', properties: { since: 2020 } };
  const station = { labels: ['Station'], properties: { id: 7 } };
  assert.equal(row, { c: city, r: edge, p: { nodes: [city, station], edges: [edge] }, labels: ['Station'] });
  await graph.close();
});

test('run :: a statement that is refused :: says where', async () => {
  const graph = await openGraph(embedded);
  const error = await trouble(() => graph.run('MATCH (c:City RETURN c'));
  assert.is(error.code, 'SQL');
  assert.match(error.message, /Expected RParen/);
  assert.not.match(error.message, /GRAFEO/);
  await graph.close();
  assert.is((await trouble(() => graph.run('RETURN 1'))).code, 'GRAPH_CLOSED');
});

test('a file :: keeps what was written', async () => {
  const first = await openGraph({ ...embedded, name: 'kept' });
  await first.run("CREATE (:City {name: 'Beijing'})");
  assert.is((await trouble(() => openGraph({ ...embedded, name: 'kept' }))).code, 'DATABASE_IN_USE');
  await first.close();
  const second = await openGraph({ ...embedded, name: 'kept' });
  assert.equal(await second.run('MATCH (c:City) RETURN c.name AS name'), [{ name: 'Beijing' }]);
  await second.close();
});

test('a file :: that is damaged :: is named and left as it is', async () => {
  for (const [name, bytes] of [
    ['no-graph', 'not a graph'.repeat(900)],
    ['empty', ''],
  ] as const) {
    const path = join(folder, `${name}.grafeo`);
    writeFileSync(path, bytes);
    const error = await trouble(() => openGraph({ ...embedded, name }));
    assert.is(error.code, 'DATABASE_DAMAGED');
    assert.ok(error.message.includes(path));
    assert.is(readFileSync(path, 'utf8'), bytes);
  }
});

test('Neo4j :: a server that is down, and an address that is none', async () => {
  const down = await trouble(() =>
    openGraph({ env: { AIRLAB_NEO4J_URL: 'bolt://neo4j:secret@127.0.0.1:9' } }),
  );
  assert.is(down.code, 'SERVER_DOWN');
  assert.match(down.hint, /AIRLAB_NEO4J_URL/);
  assert.not.match(down.message + down.hint, /secret/);
  const wrong = await trouble(() => openGraph({ env: { AIRLAB_NEO4J_URL: 'http://127.0.0.1:7474' } }));
  assert.is(wrong.code, 'NEO4J_URL');
});

async function trouble(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    if (isAirlabError(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

test.run();
