import * as assert from 'uvu/assert';
import type { Documents } from '../../databases/documents.ts';
import { type Point, type TimeSeries, timeSeries } from '../../databases/time-series.ts';
import type { WideShape, WideTable } from '../../databases/wide-table.ts';
import { errorOf } from './fixture.ts';

/** What a cell may count on, whichever store of documents is behind it. The collection is empty at first. */
export async function sameDocuments(readings: Documents): Promise<void> {
  const row = (city: string, hour: number, pm2_5: number | null) => ({
    place: { city },
    hour,
    pm2_5,
    tags: ['raw'],
  });
  assert.is(
    await readings.insertMany([
      row('Roskilde', 0, 8),
      row('Roskilde', 1, null),
      row('Beijing', 0, 80),
      row('Beijing', 1, 60),
    ]),
    4,
  );
  const dirty = await readings.find({ 'place.city': 'Beijing', pm2_5: { $gt: 70 } });
  assert.equal(dirty, [row('Beijing', 0, 80)]);
  assert.is((await readings.find({ $or: [{ hour: 1 }, { pm2_5: { $in: [8, 9] } }] })).length, 3);
  const means = await readings.aggregate([
    { $match: { pm2_5: { $ne: null } } },
    { $group: { _id: '$place.city', mean: { $avg: '$pm2_5' }, hours: { $sum: 1 } } },
    { $sort: { _id: 1 } },
  ]);
  assert.equal(means, [
    { _id: 'Beijing', mean: 70, hours: 2 },
    { _id: 'Roskilde', mean: 8, hours: 1 },
  ]);
  assert.is(
    await readings.updateMany({ 'place.city': 'Roskilde' }, { $set: { checked: true }, $inc: { hour: 10 } }),
    2,
  );
  assert.is((await readings.find({ checked: true, hour: { $gte: 10 } })).length, 2);
  assert.is(await readings.deleteMany({ 'place.city': 'Roskilde' }), 2);
  assert.is((await readings.find()).length, 2);
  assert.is((await errorOf(readings.aggregate([{ $nonsense: 1 }]))).code, 'SQL');
  assert.match(readings.engine, /\w/);
  await readings.close();
}

export const SHAPE: WideShape = {
  name: 'reading',
  columns: { city: 'text', hour: 'text', pm2_5: 'double', hours: 'int', simulated: 'boolean' },
  partitionKey: ['city'],
  clusteringKey: ['hour'],
};

/** What a cell may count on, whichever wide column store is behind it. */
export async function sameWideTable(readings: WideTable): Promise<void> {
  const row = (city: string, hour: string, pm2_5: number | null) => ({
    city,
    hour,
    pm2_5,
    hours: 1,
    simulated: true,
  });
  await readings.write([row('Roskilde', '02', 9.5), row('Roskilde', '01', null), row('Beijing', '01', 80)]);
  await readings.write([row('Roskilde', '02', 7.5), row('Roskilde', '03', 6)]);
  const read = (more: object = {}) => readings.read({ where: { city: 'Roskilde' }, ...more });
  assert.equal(
    (await read()).map(({ hour, pm2_5 }) => [hour, pm2_5]),
    [
      ['01', null],
      ['02', 7.5],
      ['03', 6],
    ],
  );
  assert.equal(await read({ newestFirst: true, limit: 1 }), [row('Roskilde', '03', 6)]);
  assert.equal(
    (await read({ from: '02', to: '02' })).map(({ pm2_5 }) => pm2_5),
    [7.5],
  );
  assert.is((await errorOf(readings.read({ where: { hour: '01' } }))).code, 'WITHOUT_PARTITION');
  assert.is((await errorOf(read({ where: { city: 'Roskilde', pm2_5: 6 } }))).code, 'NO_SUCH_ORDER');
  assert.is((await errorOf(readings.write([{ city: 'Roskilde', pm2_5: 1 }]))).code, 'WIDE_ROW');
  assert.match(readings.engine, /\d/);
  await readings.close();
}

/** What a cell may count on, whichever time series engine is behind it. */
export async function sameSeries(url?: string): Promise<void> {
  const series: TimeSeries = await timeSeries('air', url === undefined ? {} : { url });
  const at = (time: string, city: string, pm2_5: number | null): Point => ({
    time,
    tags: { city },
    fields: { pm2_5 },
  });
  await series.write([
    at('2026-01-12T00:00', 'Roskilde', 8),
    at('2026-01-12T05:00', 'Roskilde', 99),
    at('2026-01-12T06:00', 'Roskilde', null),
    at('2026-01-12T13:00', 'Roskilde', 4),
    at('2026-01-12T08:00+08:00', 'New Town, N=1', 80),
  ]);
  // The same moment and place once more: written over.
  await series.write([at('2026-01-12T05:00', 'Roskilde', 10)]);
  assert.equal(await series.buckets({ field: 'pm2_5', every: '6h', by: 'city' }), [
    { time: '2026-01-12T00:00', by: 'New Town, N=1', value: 80 },
    { time: '2026-01-12T00:00', by: 'Roskilde', value: 9 },
    { time: '2026-01-12T12:00', by: 'Roskilde', value: 4 },
  ]);
  const window = { from: '2026-01-12T05:00', until: '2026-01-12T13:00' };
  assert.equal(await series.buckets({ field: 'pm2_5', every: '1d', by: 'city', take: 'count', ...window }), [
    { time: '2026-01-12T00:00', by: 'Roskilde', value: 1 },
  ]);
  assert.is((await errorOf(series.buckets({ field: 'pm2_5', every: '1 day', by: 'city' }))).code, 'BUCKETS');
  assert.is(
    (await errorOf(series.buckets({ field: 'x"; DROP', every: '1d', by: 'city' }))).code,
    'SERIES_NAME',
  );
  assert.is((await errorOf(series.write([at('yesterday', 'Roskilde', 1)]))).code, 'SERIES_TIME');
  assert.match(series.engine, /\d/);
  await series.close();
}
