import { inspect } from 'node:util';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../errors.ts';
import { ParseError, StatusError } from '../../http/errors.ts';
import { airQuality } from '../../open-meteo/air-quality.ts';
import { archive } from '../../open-meteo/archive.ts';
import { forecast } from '../../open-meteo/forecast.ts';
import { BEIJING, type Place, ROSKILDE } from '../../open-meteo/places.ts';
import { columns } from '../../open-meteo/rows.ts';
import { errorOf, json, withServer } from '../http/server.ts';
import { recorded } from './fixtures.ts';

const answer = (changes: object = {}) => ({
  latitude: 55.6,
  longitude: 12.100002,
  generationtime_ms: 0.1,
  utc_offset_seconds: 3600,
  timezone: 'Europe/Copenhagen',
  timezone_abbreviation: 'GMT+1',
  hourly_units: { time: 'unixtime', pm2_5: 'μg/m³' },
  hourly: { time: [1795510800, 1795514400], pm2_5: [8.1, null] },
  ...changes,
});
const now = {
  current_units: { time: 'unixtime', interval: 'seconds', pm2_5: 'μg/m³' },
  current: { time: 1795510800, interval: 3600, pm2_5: 8.1 },
};

test('air :: one place', () =>
  withServer(json(answer()), async ({ http, url, seen }) => {
    const air = await airQuality({ place: ROSKILDE, hourly: ['pm2_5'], pastDays: 3, http, baseUrl: url });
    assert.is(
      seen[0]?.url,
      '/v1/air-quality?latitude=55.64152&longitude=12.08035&hourly=pm2_5&past_days=3&timezone=auto&timeformat=unixtime',
    );
    assert.equal(air.hourly, [
      { place: 'Roskilde', time: '2026-11-24T09:00Z', local: '2026-11-24T10:00+01:00', pm2_5: 8.1 },
      { place: 'Roskilde', time: '2026-11-24T10:00Z', local: '2026-11-24T11:00+01:00', pm2_5: null },
    ]);
    assert.equal(air.places, [
      {
        name: 'Roskilde',
        latitude: 55.6,
        longitude: 12.100002,
        elevation: undefined,
        timezone: 'Europe/Copenhagen',
      },
    ]);
    assert.is(air.units.pm2_5, 'μg/m³');
    assert.match(air.attribution, 'CAMS');
    assert.equal(columns(air.hourly).pm2_5, [8.1, null]);
  }));

test('air :: several places in one request, rows of all', () =>
  withServer(json([answer(now), answer({ ...now, location_id: 1 })]), async ({ http, url, seen }) => {
    const air = await airQuality({
      place: [ROSKILDE, BEIJING],
      hourly: ['pm2_5'],
      current: ['pm2_5'],
      ...{ http, baseUrl: url },
    });
    assert.is(seen.length, 1);
    assert.match(seen[0]?.url ?? '', 'latitude=55.64152,39.9075&longitude=12.08035,116.39723');
    assert.equal(
      air.hourly.map(({ place }) => place),
      ['Roskilde', 'Roskilde', 'Beijing', 'Beijing'],
    );
    assert.equal(
      air.current.map(({ place, pm2_5 }) => [place, pm2_5]),
      [
        ['Roskilde', 8.1],
        ['Beijing', 8.1],
      ],
    );
  }));

test('air :: a list with one place still gives a list', () =>
  withServer(json(answer(now)), async ({ http, url }) => {
    const reach = { http, baseUrl: url };
    const listed = await airQuality({ place: [ROSKILDE], current: ['pm2_5'], ...reach });
    assert.is(listed.current[0]?.pm2_5, 8.1);
    const single = await airQuality({ place: ROSKILDE, current: ['pm2_5'], ...reach });
    assert.is(single.current.pm2_5, 8.1);
    assert.not.ok('hourly' in single);
  }));

test('air :: a place without a name is called by its coordinates', () =>
  withServer(json(answer()), async ({ http, url }) => {
    const place = { latitude: 55.64, longitude: 12.08 };
    const air = await airQuality({ place, hourly: ['pm2_5'], http, baseUrl: url });
    assert.is(air.hourly[0]?.place, '55.64°, 12.08°');
  }));

test('air :: every option reaches the service under its own name', () =>
  withServer(json(answer()), async ({ http, url, seen }) => {
    const reach = { http, baseUrl: url };
    await airQuality({
      ...{ place: ROSKILDE, hourly: ['pm2_5'], timezone: 'Europe/Copenhagen', domains: 'cams_europe' },
      ...{ startHour: '2026-11-21T09:00', endHour: '2026-11-24T08:00' },
      ...reach,
    });
    assert.match(
      seen[0]?.url ?? '',
      'start_hour=2026-11-21T09:00&end_hour=2026-11-24T08:00&timezone=Europe/Copenhagen&timeformat=unixtime&domains=cams_europe',
    );
  }));

test('source :: simulated data say so, loudly', () =>
  withServer(json(answer(), { 'x-airlab-data': 'simulated, seed 7' }), async ({ http, url }) => {
    const air = await airQuality({ place: ROSKILDE, hourly: ['pm2_5'], http, baseUrl: url });
    assert.equal(air.source, { kind: 'simulated', label: 'simulated, seed 7' });
    const text = inspect(air);
    assert.match(text, /^SIMULATED DATA, no measurement and no forecast \(simulated, seed 7\)/);
    assert.not.match(text, 'Open-Meteo');
    const show: unknown = Reflect.get(air, Symbol.for('Jupyter.display'));
    const bundle = typeof show === 'function' ? show() : {};
    assert.match(bundle['text/html'], '<b>SIMULATED DATA');
    assert.match(bundle['text/html'], 'pm2_5 (μg/m³)');
    assert.not.match(bundle['text/html'], 'Open-Meteo');
    assert.is(bundle['text/plain'], text);
  }));

for (const [label, kind] of [
  ['Open-Meteo snapshot of 2026-11-24T09:00Z; elsewhere simulated, seed 7', 'sealed'],
  ['Open-Meteo snapshot of 2026-11-24T09:00Z; elsewhere simulated, seed 7; other values', 'variant'],
  ['simulated, seed 7; hours without a value', 'variant'],
  ['simulated data, snapshot of 2026-11-24T09:00Z', 'simulated'],
  ['something else', 'other'],
] as const)
  test(`source :: ${label}`, () =>
    withServer(json(answer(), { 'x-airlab-data': label }), async ({ http, url }) => {
      const air = await airQuality({ place: ROSKILDE, hourly: ['pm2_5'], http, baseUrl: url });
      assert.equal(air.source, { kind, label });
      assert.match(inspect(air), label);
    }));

test('source :: another server is not called Open-Meteo', () =>
  withServer(json(answer()), async ({ http, url }) => {
    const air = await airQuality({ place: ROSKILDE, hourly: ['pm2_5'], http, baseUrl: url });
    assert.equal(air.source, { kind: 'other', label: '127.0.0.1' });
    assert.match(inspect(air), /Data: 127\.0\.0\.1$/);
  }));

const refusing = (reason: string) => ({
  status: 400,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ error: true, reason }),
});

test('errors :: Open-Meteo’s reason, and the name that was meant', () =>
  withServer(
    refusing(
      'Invalid value: Cannot initialize SurfacePressureAndHeightVariable<A, B> from invalid String value pm25',
    ),
    async ({ http, url }) => {
      const wrong: 'pm2_5' = JSON.parse('"pm25"');
      const error = await errorOf(airQuality({ place: ROSKILDE, hourly: [wrong], http, baseUrl: url }));
      assert.ok(error instanceof StatusError);
      assert.match(error.message, /400 Bad Request: Invalid value: Cannot initialize .* String value pm25$/);
      assert.match(error.hint, 'There is no "pm25" in air quality. Nearest: pm2_5, ');
      assert.is(error.trouble, 'yours');
    },
  ));

test('errors :: a weather variable asked of the air', () =>
  withServer(
    json(
      answer({ hourly_units: { time: 'unixtime', rain: 'undefined' }, hourly: { time: [0], rain: [null] } }),
    ),
    async ({ http, url }) => {
      const wrong: 'pm2_5' = JSON.parse('"rain"');
      const error = await errorOf(airQuality({ place: ROSKILDE, hourly: [wrong], http, baseUrl: url }));
      assert.ok(error instanceof UsageError);
      assert.match(error.message, 'no data for "rain" in air quality');
      assert.is(error.hint, '"rain" comes from forecast({ … }).');
    },
  ));

test('errors :: a variable that only the classroom lacks', () =>
  withServer(
    json(
      answer({ hourly_units: { time: 'unixtime', cape: 'undefined' }, hourly: { time: [0], cape: [null] } }),
      {
        'x-airlab-data': 'simulated, seed 7',
      },
    ),
    async ({ http, url }) => {
      const error = await errorOf(forecast({ place: ROSKILDE, hourly: ['cape'], http, baseUrl: url }));
      assert.ok(error instanceof UsageError);
      assert.match(error.message, 'The classroom API has no data for "cape"');
      assert.match(error.hint, 'AIRLAB_LIVE=1');
    },
  ));

test('errors :: an answer of another shape names the field', () =>
  withServer(json(answer({ hourly: { time: [0], pm2_5: ['low'] } })), async ({ http, url }) => {
    const error = await errorOf(airQuality({ place: ROSKILDE, hourly: ['pm2_5'], http, baseUrl: url }));
    assert.ok(error instanceof ParseError);
    assert.match(error.message, /unexpected shape: hourly\.pm2_5\[0\] is "low", expected a number$/);
  }));

test('errors :: fewer places than asked for', () =>
  withServer(json(answer()), async ({ http, url }) => {
    const error = await errorOf(
      airQuality({ place: [ROSKILDE, BEIJING], hourly: ['pm2_5'], http, baseUrl: url }),
    );
    assert.ok(error instanceof ParseError);
    assert.match(error.message, 'it is about 1 places, and 2 were asked for');
  }));

test('errors :: no place, no coordinates, no variable :: nothing is sent', () =>
  withServer(json(answer()), async ({ http, url, seen }) => {
    const reach = { http, baseUrl: url };
    const nowhere: Place = JSON.parse('{"name":"Atlantis"}');
    const found: Place[] = [];
    const nothing: Place = JSON.parse('null');
    for (const wrong of [
      airQuality({ place: found, hourly: ['pm2_5'], ...reach }),
      airQuality({ place: nowhere, hourly: ['pm2_5'], ...reach }),
      airQuality({ place: nothing, hourly: ['pm2_5'], ...reach }),
      airQuality({ place: ROSKILDE, ...reach }),
      airQuality({ place: ROSKILDE, hourly: [], ...reach }),
    ])
      assert.instance(await errorOf(wrong), UsageError);
    assert.is(seen.length, 0);
  }));

test('key :: goes as a header, and is never shown', () =>
  withServer(json(answer()), async ({ http, url, seen }) => {
    const apiKey = 'secret-1234';
    const air = await airQuality({ place: ROSKILDE, hourly: ['pm2_5'], apiKey, http, baseUrl: url });
    assert.is(seen[0]?.headers['x-api-key'], apiKey);
    assert.not.match(seen[0]?.url ?? '', apiKey);
    assert.not.match(inspect(air.exchange) + JSON.stringify(air), apiKey);
  }));

test('forecast :: days with sun times', () =>
  withServer(
    json(
      answer({
        daily_units: { time: 'unixtime', temperature_2m_max: '°C', sunrise: 'unixtime' },
        daily: { time: [1795474800], temperature_2m_max: [7.2], sunrise: [1795504020] },
      }),
    ),
    async ({ http, url, seen }) => {
      const weather = await forecast({
        ...{
          place: ROSKILDE,
          daily: ['temperature_2m_max', 'sunrise'],
          forecastDays: 1,
          windSpeedUnit: 'ms',
        },
        ...{ http, baseUrl: url },
      });
      assert.equal(weather.daily, [
        { place: 'Roskilde', date: '2026-11-24', temperature_2m_max: 7.2, sunrise: '2026-11-24T08:07+01:00' },
      ]);
      assert.match(seen[0]?.url ?? '', /^\/v1\/forecast\?.*&wind_speed_unit=ms$/);
    },
  ));

test('archive :: the recorded days of Bergen', () =>
  withServer(
    { headers: { 'content-type': 'application/json' }, body: recorded('bergen') },
    async ({ http, url, seen }) => {
      const past = await archive({
        place: { name: 'Bergen', latitude: 60.39, longitude: 5.32 },
        ...{ startDate: '2025-01-15', endDate: '2025-01-17', daily: ['precipitation_sum'], model: 'era5' },
        ...{ http, baseUrl: url },
      });
      assert.equal(columns(past.daily), {
        place: ['Bergen', 'Bergen', 'Bergen'],
        date: ['2025-01-15', '2025-01-16', '2025-01-17'],
        precipitation_sum: [13.2, 5.6, 4],
      });
      assert.match(
        seen[0]?.url ?? '',
        /^\/v1\/archive\?.*start_date=2025-01-15&end_date=2025-01-17.*&models=era5$/,
      );
    },
  ));

test.run();
