import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTriples, type Triples } from '../../databases/triples.ts';
import { errorOf } from '../databases/fixture.ts';
import { withServer } from './fixture.ts';

const FACTS = `@prefix : <https://airlab.example/> .
:Kiln :LIES_IN :Field ; :EMITS :soot ; :height 30 .
:Field :WIND_TO :Pond . :Pond :WIND_TO :Square . :Square :WIND_TO :Field .
:soot :IS_A :fine_dust . :fine_dust :IS_A :dust .`;
const PREFIX = 'PREFIX : <https://airlab.example/>';

const test = suite('servers :: SPARQL');

test('a SPARQL endpoint :: gives what the embedded engine gives', () =>
  withServer('oxigraph', async ({ value }) => {
    const engines = [{ AIRLAB_SPARQL_URL: value }, {}];
    const [server, embedded] = await Promise.all(
      engines.map(async (env) => answersOf(await openTriples({ env }))),
    );
    assert.equal(server, embedded);
    const triples = await openTriples({ env: { AIRLAB_SPARQL_URL: value } });
    assert.is((await errorOf(triples.query('SELECT'))).code, 'SQL');
    await triples.close();
    const elsewhere = value.replace('/query', '/nowhere');
    assert.is((await errorOf(openTriples({ env: { AIRLAB_SPARQL_URL: elsewhere } }))).code, 'SPARQL_URL');
  }));

async function answersOf(triples: Triples): Promise<readonly unknown[]> {
  await triples.load(FACTS);
  await triples.update(`${PREFIX} INSERT { ?s :EMITS ?wide } WHERE { ?s :EMITS/:IS_A+ ?wide }`);
  const answers = [
    await triples.query(`${PREFIX} SELECT DISTINCT ?p { :Field :WIND_TO+ ?p } ORDER BY ?p`),
    await triples.query(`${PREFIX} SELECT ?h ?none { :Kiln :height ?h OPTIONAL { :Kiln :age ?none } }`),
    await triples.query(`${PREFIX} ASK { :Kiln :EMITS :dust }`),
    await triples.query(`${PREFIX} CONSTRUCT { ?p :at :Kiln } { :Kiln :LIES_IN ?p }`),
  ];
  await triples.close();
  return answers;
}

test.run();
