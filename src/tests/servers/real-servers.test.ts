import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { documents } from '../../databases/documents.ts';
import { onlineFeast } from '../../databases/feature-store-feast.ts';
import { prepareTables, startOver } from '../../databases/lesson-schema.ts';
import { mysql } from '../../databases/mysql.ts';
import { postgres } from '../../databases/postgres.ts';
import { timeSeries } from '../../databases/time-series.ts';
import { wideTable } from '../../databases/wide-table.ts';
import { SHAPE, sameDocuments, sameSeries, sameWideTable } from '../databases/cases.ts';
import { errorOf } from '../databases/fixture.ts';
import { sameOnEveryEngine } from '../databases/relational-cases.ts';
import { withServer } from './fixture.ts';

const test = suite('servers :: real ones');
const withoutPassword = (value: string): string => value.replace(/:[^:@/]+@/, ':wrong@');

test('PostgreSQL of this machine :: the same cells', () =>
  withServer('postgres', async ({ value }) => {
    await sameOnEveryEngine(await postgres({ url: value }));
    assert.is((await errorOf(postgres({ url: withoutPassword(value) }))).code, 'WRONG_CREDENTIALS');
  }));

test('MariaDB of this machine :: the same cells, older tables set aside', () =>
  withServer('mariadb', async ({ value, stop }) => {
    await sameOnEveryEngine(await mysql({ url: value }));
    assert.is((await errorOf(mysql({ url: withoutPassword(value) }))).code, 'WRONG_CREDENTIALS');
    assert.is((await errorOf(mysql({ url: value.replace('airlab:', 'root:') }))).code, 'WRONG_CREDENTIALS');
    const db = await mysql({ url: value });
    const schema = { name: 'air', tables: ['reading'], script: 'CREATE TABLE reading (city VARCHAR(20))' };
    await prepareTables(db, { ...schema, version: 1 });
    await db.insert('reading', [{ city: 'Roskilde' }]);
    assert.is((await errorOf(prepareTables(db, { ...schema, version: 2 }))).code, 'OLDER_SCHEMA');
    await startOver(db, { ...schema, version: 2 });
    assert.equal(await db.query('SELECT * FROM reading'), []);
    assert.is((await db.query('SELECT * FROM reading_backup_1')).length, 1);
    await stop();
    assert.is((await errorOf(db.query('SELECT 1'))).code, 'SERVER_DOWN');
  }));

test('InfluxDB of this machine :: the same cells', () =>
  withServer('influxdb', async ({ value }) => {
    await sameSeries(value);
    assert.is((await errorOf(timeSeries('x', { url: withoutPassword(value) }))).code, 'WRONG_CREDENTIALS');
  }));

test("a server of MongoDB's protocol :: the same cells", () =>
  withServer('mongodb', async ({ value }) => sameDocuments(await documents('readings', { url: value }))));

test('Cassandra :: the same cells, other columns refused', () =>
  withServer('cassandra', async ({ value }) => {
    await sameWideTable(await wideTable(SHAPE, { hosts: value }));
    const other = { ...SHAPE, columns: { city: 'text', hour: 'text' } } as const;
    assert.is((await errorOf(wideTable(other, { hosts: value }))).code, 'OLDER_SCHEMA');
    assert.is((await errorOf(wideTable(SHAPE, { hosts: withoutPassword(value) }))).code, 'WRONG_CREDENTIALS');
  }));

test('Feast :: its newest features, over HTTP', () =>
  withServer('feast', async ({ value }) => {
    const view = { name: 'air', entity: 'city', time: 'seen', features: ['pm2_5'] };
    assert.equal(await onlineFeast(view, value).ask('Beijing'), { city: 'Beijing', pm2_5: 80 });
    assert.equal(await onlineFeast(view, value).ask('Nowhere'), { city: 'Nowhere', pm2_5: null });
    const wrong = onlineFeast({ ...view, features: ['no2'] }, value);
    assert.is((await errorOf(wrong.ask('Beijing'))).code, 'SQL');
  }));

test.run();
