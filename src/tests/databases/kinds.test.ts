import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { documents } from '../../databases/documents.ts';
import { featureStore } from '../../databases/feature-store.ts';
import { onlineFeast } from '../../databases/feature-store-feast.ts';
import { onlineHopsworks } from '../../databases/feature-store-hopsworks.ts';
import { timeSeries } from '../../databases/time-series.ts';
import { lineOf } from '../../databases/time-series-influx.ts';
import { planRead, wideTable } from '../../databases/wide-table.ts';
import { sparePort } from '../../servers/room.ts';
import { SHAPE, sameDocuments, sameSeries, sameWideTable } from './cases.ts';
import { errorOf } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'airlab-kinds-'));
const test = suite('databases :: other kinds');
test.after(() => rmSync(folder, { recursive: true, force: true }));

test('documents :: in memory', async () => sameDocuments(await documents('readings', { inMemory: true })));
test('documents :: in a file', async () => sameDocuments(await documents('readings', { folder })));
test('wide table :: the model in SQLite', async () => sameWideTable(await wideTable(SHAPE)));
test('time series :: DuckDB', () => sameSeries());

test('documents :: in a file :: what was answered is there for the next one', async () => {
  const first = await documents('kept', { folder });
  await first.insertMany([{ city: 'Roskilde' }]);
  const next = await documents('kept', { folder });
  assert.equal(await next.find(), [{ city: 'Roskilde' }]);
});

test('documents :: damaged :: said and left as it is; repaired with a copy kept', async () => {
  const first = await documents('damaged', { folder });
  await first.insertMany([{ city: 'Roskilde' }, { city: 'Beijing' }]);
  const path = join(folder, 'damaged.documents');
  appendFileSync(path, '{"city":"half a li');
  const before = readFileSync(path, 'utf8');
  const error = await errorOf(documents('damaged', { folder }));
  assert.is(error.code, 'DATABASE_DAMAGED');
  assert.match(error.hint, 'repair');
  assert.is(readFileSync(path, 'utf8'), before);
  const repaired = await documents('damaged', { folder, repair: true });
  assert.is((await repaired.find()).length, 2);
  const [copy = ''] = readdirSync(join(folder, 'backups'));
  assert.is(readFileSync(join(folder, 'backups', copy), 'utf8'), before);
});

test('servers that are down :: each says so, with the way out', async () => {
  const port = await sparePort();
  const down = await Promise.all([
    errorOf(documents('x', { url: `mongodb://ann:secret@127.0.0.1:${port}/x?serverSelectionTimeoutMS=200` })),
    errorOf(wideTable(SHAPE, { hosts: `ann:secret@127.0.0.1:${port}` })),
    errorOf(timeSeries('x', { url: `http://ann:secret@127.0.0.1:${port}/x` })),
    errorOf(
      onlineFeast({ name: 'a', entity: 'b', time: 'c', features: ['d'] }, `http://127.0.0.1:${port}`).ask(
        'x',
      ),
    ),
  ]);
  for (const error of down) {
    assert.is(error.code, 'SERVER_DOWN', error.message);
    assert.match(error.message, `127.0.0.1:${port}`);
    assert.not.match(error.message, 'secret');
    assert.match(error.hint, 'npm run servers');
  }
});

test('wide table :: keys that are no columns', async () => {
  assert.is((await errorOf(wideTable({ ...SHAPE, partitionKey: ['town'] }))).code, 'WIDE_SHAPE');
  assert.is((await errorOf(wideTable({ ...SHAPE, partitionKey: [] }))).code, 'WIDE_SHAPE');
  assert.is((await errorOf(wideTable({ ...SHAPE, name: 'a; DROP' }))).code, 'WIDE_SHAPE');
});

test('wide table :: the statement is the same in SQL and CQL', () => {
  const { text, values } = planRead(SHAPE, {
    where: { city: 'Beijing' },
    from: '01',
    newestFirst: true,
    limit: 2,
  });
  assert.is(text, 'SELECT * FROM reading WHERE city = ? AND hour >= ? ORDER BY hour DESC LIMIT 2');
  assert.equal(values, ['Beijing', '01']);
});

test('line protocol :: as InfluxDB documents it; a gap is no point', () => {
  const point = { time: '2026-01-12T00:00', tags: { town: 'A, b=c d' }, fields: { pm2_5: 8.5, no2: null } };
  assert.equal(lineOf('air', point), ['air,town=A\\,\\ b\\=c\\ d pm2_5=8.5 1768176000000']);
  assert.equal(lineOf('air', { ...point, fields: { pm2_5: null } }), []);
});

const VIEW = { name: 'air', entity: 'city', time: 'seen', features: ['pm2_5'] };

test('feature store :: a label gets what was known at its time, never later', async () => {
  const store = await featureStore(VIEW);
  await store.write([
    { city: 'Roskilde', seen: '2026-01-12T06:00', pm2_5: 5 },
    { city: 'Roskilde', seen: '2026-01-12T08:00', pm2_5: 8 },
    { city: 'Beijing', seen: '2026-01-12T07:00', pm2_5: 80 },
    // A correction of the same hour: the later one counts.
    { city: 'Roskilde', seen: '2026-01-12T08:00', pm2_5: 9 },
  ]);
  const label = (city: string, seen: string) => ({ city, seen, run: 1 });
  assert.equal(
    (
      await store.asOf([
        label('Roskilde', '2026-01-12T05:59'),
        label('Roskilde', '2026-01-12T07:59'),
        label('Roskilde', '2026-01-12T08:00'),
        label('Beijing', '2026-01-12T09:00'),
      ])
    ).map(({ pm2_5 }) => pm2_5),
    [null, 5, 9, 80],
  );
  assert.equal({ ...(await store.online('Roskilde')) }, { city: 'Roskilde', pm2_5: 9 });
  assert.equal({ ...(await store.online('Nowhere')) }, { city: 'Nowhere', pm2_5: null });
  assert.is((await errorOf(featureStore({ ...VIEW, features: [] }))).code, 'FEATURE_VIEW');
});

test('Hopsworks :: the shape of its REST API, and its key', async () => {
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      asked.push([request.method, request.url, JSON.parse(text)]);
      const isRight = request.headers['x-api-key'] === 'right';
      response.writeHead(isRight ? 200 : 401, { 'content-type': 'application/json' });
      // The answer of its documentation, with our names.
      const body = {
        features: ['Roskilde', 9.5],
        metadata: [{ featureName: 'city' }, { featureName: 'pm2_5' }],
        status: 'COMPLETE',
      };
      response.end(JSON.stringify(isRight ? body : { message: 'Unauthorized' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  try {
    assert.equal(await onlineHopsworks(VIEW, { url, key: 'right', project: 'air' }).ask('Roskilde'), {
      city: 'Roskilde',
      pm2_5: 9.5,
    });
    assert.equal(asked[0], [
      'POST',
      '/0.1.0/feature_store',
      {
        featureStoreName: 'air',
        featureViewName: 'air',
        featureViewVersion: 1,
        passedFeatures: {},
        entries: { city: 'Roskilde' },
        metadataOptions: { featureName: true, featureType: false },
      },
    ]);
    for (const key of ['wrong', undefined]) {
      const error = await errorOf(onlineHopsworks(VIEW, { url, key }).ask('Roskilde'));
      assert.is(error.code, 'WRONG_CREDENTIALS');
      assert.match(error.hint, 'AIRLAB_HOPSWORKS_API_KEY');
    }
  } finally {
    server.close();
  }
  assert.ok(existsSync(folder));
});

test.run();
