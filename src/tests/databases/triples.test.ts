import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTriples } from '../../databases/triples.ts';
import { isAirlabError } from '../../errors.ts';

const AIR = `@prefix : <https://airlab.example/> .
:roskilde a :City ; :name "Roskilde" ; :people 51000 ; :coast true ; :lat 55.64 .
:beijing a :City ; :name "Beijing" .
:works :emits :pm2_5 . :pm2_5 :harms :lungs .`;
const PREFIX = 'PREFIX : <https://airlab.example/>';

const test = suite('databases triples');

test('query :: rows with plain values', async () => {
  const triples = await openTriples({ env: {} });
  await triples.load(AIR);
  await triples.load(AIR);
  const rows = await triples.query(
    `${PREFIX} SELECT ?name ?people ?coast ?lat { ?city a :City ; :name ?name OPTIONAL { ?city :people ?people ; :coast ?coast ; :lat ?lat } } ORDER BY ?name`,
  );
  assert.equal(rows, [{ name: 'Beijing' }, { name: 'Roskilde', people: 51000, coast: true, lat: 55.64 }]);
  assert.equal(await triples.query('SELECT (count(*) AS ?n) { ?s ?p ?o }'), [{ n: 9 }]);
  assert.equal(await triples.query(`${PREFIX} ASK { :works :emits/:harms :lungs }`), [{ answer: true }]);
  await triples.update(`${PREFIX} INSERT { ?a :reaches ?c } WHERE { ?a :emits/:harms ?c }`);
  assert.equal(await triples.query(`${PREFIX} CONSTRUCT { ?a :reaches ?c } { ?a :reaches ?c }`), [
    {
      subject: 'https://airlab.example/works',
      predicate: 'https://airlab.example/reaches',
      object: 'https://airlab.example/lungs',
    },
  ]);
  await triples.close();
});

test('query :: what is refused :: says where', async () => {
  const triples = await openTriples({ env: {} });
  const error = await trouble(() => triples.query('SELECT ?x { ?x a :City }'));
  assert.is(error.code, 'SQL');
  assert.match(error.message, /1:/);
  assert.is((await trouble(() => triples.load(':a :b'))).code, 'SQL');
});

/** Answers that endpoints give when something is wrong with the question, with who asks, or with the address. */
const REFUSALS: readonly (readonly [status: number, code: string])[] = [
  [400, 'SQL'],
  [401, 'WRONG_CREDENTIALS'],
  [403, 'WRONG_CREDENTIALS'],
  [404, 'SPARQL_URL'],
  [503, 'SERVER_DOWN'],
];

test('an endpoint :: each refusal has its name and its next step', async () => {
  for (const [status, code] of REFUSALS)
    await serving(
      (_, response) => void response.writeHead(status).end('Parse error: line 1'),
      async (url) =>
        assert.is((await trouble(() => openTriples({ env: { AIRLAB_SPARQL_URL: url } }))).code, code),
    );
  await serving(
    (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
    async (url) =>
      assert.is((await trouble(() => openTriples({ env: { AIRLAB_SPARQL_URL: url } }))).code, 'SPARQL_URL'),
  );
});

test('an endpoint :: that is down, or no address', async () => {
  const down = await trouble(() =>
    openTriples({ env: { AIRLAB_SPARQL_URL: 'http://me:secret@127.0.0.1:9/query' } }),
  );
  assert.is(down.code, 'SERVER_DOWN');
  assert.not.match(down.message + down.hint, /secret/);
  assert.is(
    (await trouble(() => openTriples({ env: { AIRLAB_SPARQL_URL: 'localhost' } }))).code,
    'SPARQL_URL',
  );
});

async function serving(listener: RequestListener, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  try {
    await work(`http://127.0.0.1:${port}/query`);
  } finally {
    server.close();
  }
}

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
