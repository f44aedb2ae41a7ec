import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, servicesFor } from '../serving.ts';

const served = servicesFor(test);
const get = (path: string, headers: Record<string, string> = {}) =>
  ask(`${served.url}/rates${path}`, { headers, redirect: 'manual' });
const body = async (path: string) => (await get(path)).json();

test('v2 :: rows :: date, base, quote, rate, by day and quote', async () => {
  const rows = await body('/v2/rates?base=EUR&quotes=DKK,CNY&from=2026-01-01');
  assert.equal(Object.keys(rows[0]), ['date', 'base', 'quote', 'rate']);
  assert.equal(
    rows.slice(0, 3).map(({ date, quote }: Record<string, string>) => `${date} ${quote}`),
    ['2025-12-31 CNY', '2025-12-31 DKK', '2026-01-02 CNY'],
  );
  assert.is(rows.at(-1).date, '2026-11-24');
});

test('v2 :: the same rows as CSV and NDJSON :: by Accept or .csv', async () => {
  const query = '?quotes=DKK&from=2026-11-20&to=2026-11-24';
  const rows = await body(`/v2/rates${query}`);
  const csv = await get(`/v2/rates${query}`, { accept: 'text/csv' });
  assert.is(csv.headers.get('content-type'), 'text/csv; charset=utf-8');
  const text = await csv.text();
  assert.equal(text.trim().split('\n'), [
    'date,base,quote,rate',
    ...rows.map(({ date, base, quote, rate }: Record<string, string>) => `${date},${base},${quote},${rate}`),
  ]);
  assert.is(await (await get(`/v2/rates.csv${query}`)).text(), text);
  const lines = await get(`/v2/rates${query}`, { accept: 'application/x-ndjson' });
  assert.match(lines.headers.get('content-type') ?? '', /^application\/x-ndjson/);
  assert.equal(
    (await lines.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
    rows,
  );
});

test('v2 :: on a Sunday, one pair :: Friday as an object', async () => {
  assert.is((await body('/v2/rate/EUR/dkk?date=2026-11-22')).date, '2026-11-20');
});

test('v2 :: ETag :: 304 when nothing changed', async () => {
  const first = await get('/v2/rates?quotes=DKK');
  const again = await get('/v2/rates?quotes=DKK', { 'if-none-match': first.headers.get('etag') ?? '' });
  assert.equal(
    [again.status, await again.text(), first.headers.get('cache-control')],
    [304, '', 'public, max-age=900'],
  );
});

test('v2 :: mistakes :: 422, 404', async () => {
  const wrong = await get('/v2/rates?quotes=ABC');
  assert.equal([wrong.status, await wrong.json()], [422, { status: 422, message: 'invalid currency: ABC' }]);
  assert.equal(await body('/v2/nothing'), { status: 404, message: 'not found' });
});

test('v1 :: latest, a day, days :: objects with the codes as names', async () => {
  const latest = await body('/v1/latest?base=EUR&symbols=DKK');
  assert.equal(
    [latest.amount, latest.base, latest.date, Object.keys(latest.rates)],
    [1, 'EUR', '2026-11-24', ['DKK']],
  );
  const [row] = await body('/v2/rates?quotes=DKK');
  assert.is(latest.rates.DKK, row.rate);
  assert.is((await body('/v1/2026-11-22?symbols=DKK')).date, '2026-11-20');
  const days = await body('/v1/2026-11-19..2026-11-23?symbols=DKK,CNY');
  assert.equal(
    [days.start_date, days.end_date, Object.keys(days.rates)],
    ['2026-11-19', '2026-11-23', ['2026-11-19', '2026-11-20', '2026-11-23']],
  );
  assert.equal(Object.keys(days.rates['2026-11-20']), ['CNY', 'DKK']);
});

test('v1 :: what it does not know :: 404', async () => {
  for (const path of ['/v1/latest?base=XXX', '/v1/1990-01-01', '/v1/tomorrow'])
    assert.equal([(await get(path)).status, await body(path)], [404, { message: 'not found' }], path);
});

test('the old address :: 301 :: to v1, and it answers there', async () => {
  const moved = await get('/latest?from=EUR&to=DKK');
  assert.equal([moved.status, moved.headers.get('location')], [301, '/rates/v1/latest?from=EUR&to=DKK']);
  const followed = await ask(`${served.url}/rates/latest?from=EUR&to=DKK`);
  assert.is((await followed.json()).base, 'EUR');
});

test('ECB :: the last five :: CSV with the official columns', async () => {
  const answer = await get('/ecb/service/data/EXR/D.DKK.EUR.SP00.A?lastNObservations=5&format=csvdata');
  const [columns = '', ...rows] = (await answer.text()).trim().split('\r\n');
  const at = (name: string) => columns.split(',').indexOf(name);
  assert.is(rows.length, 5);
  const last = rows.at(-1)?.split(',') ?? [];
  assert.equal([last[at('TIME_PERIOD')], last[at('CURRENCY')]], ['2026-11-24', 'DKK']);
  const [row] = await body('/v2/rates?quotes=DKK');
  assert.is(Number(last[at('OBS_VALUE')]), row.rate);
});

test('ECB :: unknown series, other formats, a Saturday :: 404, 406, no row of another day', async () => {
  assert.is((await get('/ecb/service/data/EXR/D.XXX.EUR.SP00.A?format=csvdata')).status, 404);
  assert.is((await get('/ecb/service/data/EXR/D.DKK.EUR.SP00.A')).status, 406);
  const answer = await get(
    '/ecb/service/data/EXR/D.DKK.EUR.SP00.A?format=csvdata&startPeriod=2026-11-21&endPeriod=2026-11-23',
  );
  assert.is((await answer.text()).trim().split('\r\n').length, 2);
});

test.run();
