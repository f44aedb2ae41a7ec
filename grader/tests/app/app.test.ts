import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createCache } from '../../../solutions/exercise-app/cache.ts';
import { daysOf } from '../../../solutions/exercise-app/days.ts';
import { html } from '../../../solutions/exercise-app/html.ts';
import { dateAt } from '../../../solutions/exercise-app/recent.ts';
import { type RunningApp, runApp } from './running.ts';

const MINUTE_MS = 60_000;
const test = suite<{ running: RunningApp }>('the finished app');

test.before(async (context) => {
  context.running = await runApp();
});
test.after(({ running }) => running.close());

test('recent :: days of the city, marked and judged', async ({ running: { app } }) => {
  const { statusCode, body } = await app.inject('/api/recent?city=Beijing&country=CN');
  assert.is(statusCode, 200);
  const { days, hours, place, source } = JSON.parse(body);
  assert.is(place.timezone, 'Asia/Shanghai');
  assert.is(source.kind, 'simulated');
  assert.equal(
    days.map(({ date, forecast }: { date: string; forecast: boolean }) => `${date} ${forecast}`),
    [21, 22, 23, 24, 25, 26, 27].map((day) => `2026-11-${day} ${day >= 24}`),
  );
  assert.is(hours[0].local, '2026-11-21T00:00+08:00');
  assert.is(hours.findLast(({ forecast }: { forecast: boolean }) => !forecast).time, '2026-11-24T08:00Z');
  assert.type(hours[0].temperature, 'number');
});

test('recent :: the same again :: nobody is asked', async ({ running: { app, asked } }) => {
  await app.inject('/api/recent?city=Oslo&country=NO');
  const before = asked.length;
  const again = await Promise.all([1, 2, 3].map(() => app.inject('/api/recent?city=Oslo&country=NO')));
  assert.equal(
    again.map(({ statusCode }) => statusCode),
    [200, 200, 200],
  );
  assert.is(asked.length, before);
});

test('history :: joined by date, at most a year', async ({ running: { app } }) => {
  const city = '/api/history?city=Roskilde&country=DK';
  const { days } = JSON.parse((await app.inject(`${city}&from=2026-01-01&to=2026-01-31`)).body);
  assert.is(days.length, 31);
  assert.ok(
    days.every(
      (day: { pm2_5: unknown; temperature: unknown }) => day.pm2_5 !== null && day.temperature !== null,
    ),
  );
  const refusals = ['&from=2026-02-01&to=2026-01-01', '&from=2024-01-01&to=2026-01-01', '&from=tomorrow'];
  for (const refused of refusals) assert.is((await app.inject(city + refused)).statusCode, 400, refused);
});

test('trouble :: in words, with the next step, as JSON and as a page', async ({ running: { app } }) => {
  const query = '?city=Qqqqq&country=DK';
  const json = await app.inject(`/api/recent${query}`);
  assert.is(json.statusCode, 404);
  assert.match(JSON.parse(json.body).next, /Search/);
  const page = await app.inject(`/city${query}`);
  assert.is(page.statusCode, 404);
  assert.match(page.body, /<h1>Not found<\/h1>[\s\S]*Next:/);
  assert.is((await app.inject('/city?city=Paris')).statusCode, 400);
  assert.is((await app.inject('/nowhere')).statusCode, 404);
});

test('trouble :: the service is gone :: 502, and nothing of it is kept', async ({ running: { app } }) => {
  const { AIRLAB_CLASSROOM_API_URL: url } = process.env;
  process.env.AIRLAB_CLASSROOM_API_URL = 'http://127.0.0.1:9';
  const gone = await app.inject('/city?city=Lima&country=PE');
  process.env.AIRLAB_CLASSROOM_API_URL = url;
  assert.is(gone.statusCode, 502);
  assert.match(gone.body, /No answer just now/);
  assert.is((await app.inject('/city?city=Lima&country=PE')).statusCode, 200);
});

test('pages :: whose data, gaps as gaps, nothing of a visitor runs', async ({ running: { app } }) => {
  const { body } = await app.inject('/city?city=Roskilde&country=DK');
  for (const part of ['Simulated data', 'Open-Meteo.com</a>', 'CAMS', '<html lang="en">', 'forecast'])
    assert.ok(body.includes(part), part);
  const evil = await app.inject(`/places?name=${encodeURIComponent('<script>alert(1)</script>')}`);
  assert.not.match(evil.body, /<script>alert/);
  assert.match(evil.headers['content-security-policy']?.toString() ?? '', /default-src 'self'/);
});

test('days :: a gap :: no mean, and nothing is said about the WHO', () => {
  const hours = Array.from({ length: 48 }, (_, hour) => ({
    local: `2026-01-1${hour < 24 ? 1 : 2}T${String(hour % 24).padStart(2, '0')}:00+01:00`,
    pm2_5: hour === 5 ? null : 15.04,
    european_aqi: hour,
  }));
  const [gap, whole] = daysOf(hours, '2026-01-12');
  assert.equal(gap, { date: '2026-01-11', pm2_5: null, aboveWho: null, aqi: 23, forecast: false });
  assert.equal(whole, { date: '2026-01-12', pm2_5: 15, aboveWho: true, aqi: 47, forecast: true });
});

test('dateAt :: another day in another city', () => {
  const lateMs = Date.parse('2026-11-24T16:30Z');
  assert.equal(
    ['Asia/Shanghai', 'Europe/Copenhagen', 'America/Lima'].map((zone) => dateAt(zone, lateMs)),
    ['2026-11-25', '2026-11-24', '2026-11-24'],
  );
});

test('cache :: ten minutes, never past the hour, no error', async () => {
  const clock = { nowMs: Date.parse('2026-11-24T08:40Z') };
  const cache = createCache(() => clock.nowMs);
  const state = { asked: 0 };
  const ask = async () => {
    state.asked += 1;
    if (state.asked === 1) throw new Error('down');
    return state.asked;
  };
  assert.is(await cache('q', ask).catch(() => 'failed'), 'failed');
  assert.is(await cache('q', ask), 2);
  clock.nowMs += 9 * MINUTE_MS;
  assert.is(await cache('q', ask), 2);
  clock.nowMs += 2 * MINUTE_MS;
  assert.is(await cache('q', ask), 3, 'ten minutes are over');
  clock.nowMs += 9 * MINUTE_MS;
  assert.is(await cache('q', ask), 4, 'the hour is full');
});

test('html :: everything that is put in is escaped', () => {
  assert.is(
    html`<b title="${'"x"'}">${'<i>'}${html`<u>`}${undefined}</b>`.text,
    '<b title="&quot;x&quot;">&lt;i&gt;<u></b>',
  );
});

test.run();
