import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, servicesFor } from '../serving.ts';

const served = servicesFor(test);
const get = (path: string) => ask(`${served.url}/energi/dataset/${path}`);
const DK2 = `filter=${encodeURIComponent('{"PriceArea":["DK2"]}')}`;

test('the old dataset :: before the change :: hours, and their old names', async () => {
  const body = await (await get(`Elspotprices?start=2025-09-30&end=2025-10-01&${DK2}`)).json();
  assert.equal([body.total, body.dataset, body.limit], [24, 'Elspotprices', 100]);
  assert.equal(Object.keys(body.records[0]), [
    'HourUTC',
    'HourDK',
    'PriceArea',
    'SpotPriceDKK',
    'SpotPriceEUR',
  ]);
  assert.equal(
    [body.records[0].HourUTC, body.records[0].HourDK],
    ['2025-09-30T21:00:00', '2025-09-30T23:00:00'],
  );
});

test('the old dataset :: after the change :: 200 and no records', async () => {
  const answer = await get(`Elspotprices?start=now-P1D&${DK2}&limit=24`);
  assert.is(answer.status, 200);
  const { total, records } = await answer.json();
  assert.equal([total, records], [0, []]);
});

test('the new dataset :: quarters and new names :: from the day of the change on', async () => {
  const { total, records } = await (
    await get(`DayAheadPrices?start=2025-09-01&end=2025-10-02&${DK2}&sort=TimeUTC`)
  ).json();
  assert.is(total, 96);
  assert.equal(Object.keys(records[0]), [
    'TimeUTC',
    'TimeDK',
    'PriceArea',
    'DayAheadPriceEUR',
    'DayAheadPriceDKK',
  ]);
  assert.is(records[0].TimeDK, '2025-10-01T00:00:00');
});

test('now :: yesterday to the end of today :: newest first, both areas without a filter', async () => {
  const { records, total } = await (await get('DayAheadPrices?start=now-P1D&limit=4')).json();
  assert.equal(
    records.map(({ TimeDK, PriceArea }: Record<string, string>) => `${TimeDK} ${PriceArea}`),
    [
      '2026-11-24T23:45:00 DK1',
      '2026-11-24T23:45:00 DK2',
      '2026-11-24T23:30:00 DK1',
      '2026-11-24T23:30:00 DK2',
    ],
  );
  assert.is(total, 2 * (96 + 54));
});

test('pages and columns :: as asked, and never too much', async () => {
  const { records } = await (await get(`DayAheadPrices?${DK2}&limit=0`)).json();
  assert.is(records.length, 5_000);
  const few = await (
    await get(`DayAheadPrices?${DK2}&limit=2&offset=1&columns=TimeUTC,DayAheadPriceDKK`)
  ).json();
  assert.equal(few.records.map(Object.keys), [
    ['TimeUTC', 'DayAheadPriceDKK'],
    ['TimeUTC', 'DayAheadPriceDKK'],
  ]);
  assert.is(few.records[0].TimeUTC, records[1].TimeUTC);
});

test('mistakes :: dataset, filter, time, limit :: 404 and 400', async () => {
  assert.is((await get('Nothing')).status, 404);
  for (const query of ['filter=DK2', 'start=monday', 'limit=-1', 'limit=few'])
    assert.is((await get(`DayAheadPrices?${query}`)).status, 400, query);
});

test.run();
