import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { prepareTables, startOver } from '../../databases/lesson-schema.ts';
import { mysql } from '../../databases/mysql.ts';
import { postgres } from '../../databases/postgres.ts';
import { timeSeries } from '../../databases/time-series.ts';
import { sameSeries } from '../databases/cases.ts';
import { errorOf } from '../databases/fixture.ts';
import { sameOnEveryEngine } from '../databases/relational-cases.ts';
import { withServer } from './fixture.ts';

const test = suite('servers :: of Debian');
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

test.run();
