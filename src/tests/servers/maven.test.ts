import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { documents } from '../../databases/documents.ts';
import { openGraph } from '../../databases/graph.ts';
import { wideTable } from '../../databases/wide-table.ts';
import { SHAPE, sameDocuments, sameWideTable } from '../databases/cases.ts';
import { errorOf } from '../databases/fixture.ts';
import { withServer } from './fixture.ts';

const test = suite('servers :: out of Maven');
const withoutPassword = (value: string): string => value.replace(/:[^:@/]+@/, ':wrong@');

test("a server of MongoDB's protocol :: the same cells", () =>
  withServer('mongodb', async ({ value }) => sameDocuments(await documents('readings', { url: value }))));

test('Cassandra :: the same cells, other columns refused', () =>
  withServer('cassandra', async ({ value }) => {
    await sameWideTable(await wideTable(SHAPE, { hosts: value }));
    const other = { ...SHAPE, columns: { city: 'text', hour: 'text' } } as const;
    assert.is((await errorOf(wideTable(other, { hosts: value }))).code, 'OLDER_SCHEMA');
    assert.is((await errorOf(wideTable(SHAPE, { hosts: withoutPassword(value) }))).code, 'WRONG_CREDENTIALS');
  }));

test('Neo4j :: the cells of notebook 06', () =>
  withServer('neo4j', async ({ value }) => {
    const graph = await openGraph({ env: { AIRLAB_NEO4J_URL: value } });
    await graph.run('UNWIND $rows AS r CREATE (:Reading {city: r.city, pm2_5: r.pm2_5})', {
      rows: [
        { city: 'Beijing', pm2_5: 80 },
        { city: 'Beijing', pm2_5: 60 },
        { city: 'Roskilde', pm2_5: null },
      ],
    });
    const means = await graph.run(
      'MATCH (r:Reading) RETURN r.city AS city, avg(r.pm2_5) AS mean ORDER BY city',
    );
    assert.equal(means, [
      { city: 'Beijing', mean: 70 },
      { city: 'Roskilde', mean: null },
    ]);
    await graph.close();
  }));

test.run();
