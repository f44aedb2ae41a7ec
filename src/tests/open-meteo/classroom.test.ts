import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { World } from '../../classroom/answer.ts';
import { startClassroomServer } from '../../classroom/server.ts';
import { simulated } from '../../classroom/simulated/index.ts';
import { StatusError } from '../../http/errors.ts';
import { createHttp } from '../../http/http.ts';
import { airQuality } from '../../open-meteo/air-quality.ts';
import { AIR_VARIABLES } from '../../open-meteo/air-variables.ts';
import { archive } from '../../open-meteo/archive.ts';
import { ARCHIVE_VARIABLES, DAILY_ARCHIVE_VARIABLES } from '../../open-meteo/archive-variables.ts';
import { forecast } from '../../open-meteo/forecast.ts';
import { BEIJING, ROSKILDE } from '../../open-meteo/places.ts';
import { searchPlaces } from '../../open-meteo/search-places.ts';
import { DAILY_WEATHER_VARIABLES, WEATHER_VARIABLES } from '../../open-meteo/weather-variables.ts';
import { errorOf } from '../http/server.ts';

const world: World = { source: simulated({ seed: 7 }), nowMs: Date.UTC(2026, 10, 24, 9, 40) };

/** The wrapper against the classroom API itself. */
async function main(): Promise<void> {
  const test = suite('classroom');
  const server = await startClassroomServer({ port: 0, world: () => world });
  const http = createHttp({ env: {} });
  const reach = { http, baseUrl: server.url };
  test.after(async () => {
    await http.close();
    await server.close();
  });

  test('classroom :: hours of two places, each on its own days', async () => {
    const air = await airQuality({
      place: [ROSKILDE, BEIJING],
      hourly: ['pm2_5'],
      forecastDays: 1,
      ...reach,
    });
    assert.is(air.hourly.length, 48);
    assert.equal(air.hourly[0], { ...air.hourly[0], place: 'Roskilde', local: '2026-11-24T00:00+01:00' });
    assert.equal(air.hourly[24], { ...air.hourly[24], place: 'Beijing', time: '2026-11-23T16:00Z' });
    assert.equal(
      air.places.map(({ timezone }) => timezone),
      ['Europe/Copenhagen', 'Asia/Shanghai'],
    );
    assert.is(air.source.kind, 'simulated');
  });

  test('classroom :: an hour has one value, whatever the zone of the question', async () => {
    const asked = { place: BEIJING, hourly: ['pm2_5', 'european_aqi'], pastDays: 2, ...reach } as const;
    const own = await airQuality(asked);
    const utc = await airQuality({ ...asked, timezone: 'GMT' });
    const values = new Map(own.hourly.map(({ time, pm2_5, european_aqi }) => [time, [pm2_5, european_aqi]]));
    const shared = utc.hourly.filter(({ time }) => values.has(time));
    assert.ok(shared.length > 100, `${shared.length} hours`);
    for (const { time, pm2_5, european_aqi } of shared) assert.equal([pm2_5, european_aqi], values.get(time));
  });

  test('classroom :: now, and the days of the forecast', async () => {
    const weather = await forecast({
      ...{
        place: ROSKILDE,
        current: ['temperature_2m'],
        daily: ['temperature_2m_max', 'sunrise'],
        forecastDays: 3,
      },
      ...reach,
    });
    assert.match(weather.current.local, /^2026-11-24T10:\d\d\+01:00$/);
    assert.equal(
      weather.daily.map(({ date }) => date),
      ['2026-11-24', '2026-11-25', '2026-11-26'],
    );
    assert.match(String(weather.daily[0]?.sunrise), /^2026-11-24T08:\d\d\+01:00$/);
  });

  test('classroom :: the archive over a change of the clock', async () => {
    const past = await archive({
      ...{ place: ROSKILDE, startDate: '2026-10-24', endDate: '2026-10-26', hourly: ['temperature_2m'] },
      ...{ daily: ['temperature_2m_mean'], ...reach },
    });
    assert.equal(
      past.daily.map(({ date }) => date),
      ['2026-10-24', '2026-10-25', '2026-10-26'],
    );
    assert.is(past.hourly.length, 72);
    assert.is(new Set(past.hourly.map(({ local }) => local)).size, 72);
  });

  test('classroom :: a place found by name can be asked about', async () => {
    const { places } = await searchPlaces('Roskilde', { countryCode: 'DK', ...reach });
    const [roskilde] = places;
    assert.is(roskilde?.name, 'Roskilde');
    if (!roskilde) return;
    const air = await airQuality({ place: roskilde, current: ['pm2_5'], ...reach });
    assert.equal([air.current.place, typeof air.current.pm2_5], ['Roskilde', 'number']);
  });

  for (const [path, section, names] of [
    ['/v1/air-quality', 'hourly', AIR_VARIABLES],
    ['/v1/air-quality', 'current', AIR_VARIABLES],
    ['/v1/forecast', 'hourly', WEATHER_VARIABLES],
    ['/v1/forecast', 'daily', DAILY_WEATHER_VARIABLES],
    ['/v1/archive', 'hourly', ARCHIVE_VARIABLES],
    ['/v1/archive', 'daily', DAILY_ARCHIVE_VARIABLES],
  ] as const)
    test(`classroom :: ${path} knows every ${section} name of airlab`, async () => {
      const days = path === '/v1/archive' ? '&start_date=2026-11-01&end_date=2026-11-01' : '&forecast_days=1';
      const query = `latitude=55.6&longitude=12.1&timezone=auto&${section}=${names.join(',')}${days}`;
      const answer = await http.get(`${server.url}${path}?${query}`, { anyStatus: true });
      assert.is(answer.status, 200, answer.text);
    });

  test('classroom :: a wrong day is refused with the reason', async () => {
    const wrong = {
      place: ROSKILDE,
      hourly: ['pm2_5'],
      startDate: '2026-11-40',
      endDate: '2026-11-41',
      ...reach,
    } as const;
    const error = await errorOf(airQuality(wrong));
    assert.ok(error instanceof StatusError);
    assert.match(error.message, /400 Bad Request: Invalid date$/);
  });

  test.run();
}

void main();
