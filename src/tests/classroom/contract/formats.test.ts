import { createServer } from 'node:http';
import { Aggregation } from '@openmeteo/sdk/aggregation.js';
import { Model } from '@openmeteo/sdk/model.js';
import { Unit } from '@openmeteo/sdk/unit.js';
import { Variable } from '@openmeteo/sdk/variable.js';
import { fetchWeatherApi } from 'openmeteo';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, BEIJING, BOTH, jsonOf, NOW, ROSKILDE, textOf, WORLD } from './ask.ts';

const text = (url: string): string => textOf(ask(url));
const AIR = '/v1/air-quality?';

test('formats :: JSON :: one line, keys in the order of the service', () => {
  const answer = text(
    `${AIR}${ROSKILDE}&daily=sunrise&hourly=pm2_5&current=pm10&timezone=Europe/Copenhagen&location_id=5`,
  );
  assert.not.match(answer, /[\n ]/);
  assert.equal(Object.keys(JSON.parse(answer)), [
    ...[
      'latitude',
      'longitude',
      'generationtime_ms',
      'utc_offset_seconds',
      'timezone',
      'timezone_abbreviation',
    ],
    ...[
      'elevation',
      'location_id',
      'current_units',
      'current',
      'hourly_units',
      'hourly',
      'daily_units',
      'daily',
    ],
  ]);
});

test('formats :: JSON :: decimals are fixed by the unit', () => {
  const answer = text(
    `/v1/forecast?${ROSKILDE}&hourly=temperature_2m,precipitation,cloud_cover,visibility&forecast_hours=30`,
  );
  const column = (name: string) =>
    new RegExp(`"${name}":\\[([^\\]]*)\\]`).exec(answer)?.[1]?.split(',') ?? [];
  for (const [name, pattern] of [
    ['temperature_2m', /^-?\d+\.\d$/],
    ['precipitation', /^\d+\.\d\d$/],
    ['cloud_cover', /^\d+$/],
    ['visibility', /^\d+\.\d\d$/],
  ] as const) {
    assert.is(column(name).length, 30);
    for (const value of column(name)) assert.match(value, pattern);
  }
});

test('formats :: JSON :: columns keep the request’s order and are repeated when asked twice', () => {
  const answer = text(`${AIR}${ROSKILDE}&hourly=pm10,pm2_5,pm10&forecast_hours=1`);
  assert.equal(answer.match(/"pm\w+":\[/g), ['"pm10":[', '"pm2_5":[', '"pm10":[']);
});

test('formats :: JSON :: the number 0 of the first place is not written', () => {
  const [first, second] = jsonOf(`${AIR}${BOTH}&hourly=pm10&forecast_days=1`);
  assert.is(first.location_id, undefined);
  assert.is(second.location_id, 1);
  const one = jsonOf(`${AIR}${ROSKILDE}&hourly=pm10&location_id=7`);
  assert.is(one.location_id, 7);
});

test('formats :: JSON :: several dates of one place are an array', () => {
  const answers = jsonOf(
    `${AIR}${ROSKILDE}&hourly=pm10&start_date=2026-10-01,2026-10-03&end_date=2026-10-01,2026-10-04`,
  );
  assert.equal(
    answers.map(({ hourly }: { hourly: { time: string[] } }) => [hourly.time[0], hourly.time.length]),
    [
      ['2026-10-01T00:00', 24],
      ['2026-10-03T00:00', 48],
    ],
  );
  assert.ok(answers.every((answer: object) => !('location_id' in answer)));
});

test('formats :: JSON :: no section, an empty section and no elevation', () => {
  assert.not.ok('hourly' in jsonOf(`${AIR}${ROSKILDE}`));
  const { hourly, hourly_units } = jsonOf(`${AIR}${ROSKILDE}&hourly=`);
  assert.equal(Object.keys(hourly), ['time']);
  assert.equal(hourly_units, { time: 'iso8601' });
  assert.not.ok('elevation' in jsonOf(`${AIR}${ROSKILDE}&elevation=nan`));
  assert.match(text(`${AIR}${ROSKILDE}&elevation=12`), /"elevation":12\.0[,}]/);
});

test('formats :: JSON :: equal requests have equal bytes', () => {
  const url = `${AIR}${BOTH}&hourly=pm2_5,us_aqi&timezone=auto`;
  assert.is(text(url), text(url));
});

test('formats :: CSV :: one place', () => {
  const response = ask(`${AIR}${ROSKILDE}&hourly=pm2_5,ammonia&current=pm2_5&forecast_hours=2&format=csv`);
  const lines = textOf(response).split('\n');
  assert.is(response.headers['content-type'], 'text/csv; charset=utf-8');
  assert.is(response.headers['content-disposition'], 'attachment; filename="open-meteo-55.60N12.10E41m.csv"');
  assert.is(lines[0], 'latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation');
  assert.is(lines[1], '55.6,12.100002,41.0,0,GMT,GMT');
  assert.is(lines[2], '');
  assert.is(lines[3], 'time,pm2_5 (\u03bcg/m\u00b3)');
  assert.match(lines[4] ?? '', /^2026-10-08T10:00,\d+\.\d$/);
  assert.is(lines[5], '');
  assert.is(lines[6], 'time,pm2_5 (\u03bcg/m\u00b3),ammonia (\u03bcg/m\u00b3)');
  assert.match(lines[7] ?? '', /^2026-10-08T10:00,\d+\.\d,\d+\.\d$/);
  assert.is(lines.length, 10);
  assert.is(lines[9], '');
});

test('formats :: CSV :: several places number every row', () => {
  const lines = text(`${AIR}${BOTH}&hourly=ammonia&forecast_hours=1&format=csv`).split('\n');
  assert.equal(lines.slice(0, 5), [
    'location_id,latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation',
    '0,55.6,12.100002,41.0,0,GMT,GMT',
    '1,39.90001,116.399994,47.0,0,GMT,GMT',
    '',
    'location_id,time,ammonia (\u03bcg/m\u00b3)',
  ]);
  assert.match(lines[5] ?? '', /^0,2026-10-08T10:00,\d+\.\d$/);
  assert.is(lines[6], '1,2026-10-08T10:00,NaN');
});

test('formats :: CSV :: own numbers lose the header, as upstream does', () => {
  const answer = text(
    `${AIR}${BOTH}&hourly=ammonia&forecast_hours=1&format=csv&location_id=3,4&location_information=omit`,
  );
  assert.match(answer, /^3,2026-10-08T10:00,[\d.]+\n4,2026-10-08T10:00,NaN\n$/);
});

test('formats :: CSV :: days as dates, sunrise with its clock time, unix seconds', () => {
  const days = text(
    `/v1/forecast?${ROSKILDE}&daily=sunrise,weather_code&forecast_days=1&timezone=auto&format=csv&location_information=omit`,
  );
  assert.match(
    days,
    /^time,sunrise \(iso8601\),weather_code \(wmo code\)\n2026-10-08,2026-10-08T07:2\d,\d+\n$/,
  );
  const unix = text(
    `/v1/forecast?${ROSKILDE}&daily=sunrise&forecast_days=1&timezone=auto&timeformat=unixtime&format=csv&location_information=omit`,
  );
  assert.match(unix, /^time,sunrise \(unixtime\)\n1791410400,17914\d{5}\n$/);
});

/** The classroom API on a free port, for clients that bring their own HTTP. */
async function withServer(use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const { status, headers, body } = ask(request.url ?? '', WORLD, { method: request.method ?? '' });
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  try {
    await use(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('formats :: FlatBuffers :: the official client reads two places, current, hours, days and nulls', () =>
  withServer(async (url) => {
    const wishes = {
      latitude: [55.64152, 39.9075],
      longitude: [12.08035, 116.39723],
      hourly: ['pm2_5', 'ammonia', 'us_aqi'],
      current: ['pm2_5'],
      daily: ['sunrise', 'uv_index_max'],
      timezone: 'auto',
      forecast_days: 7,
    };
    const responses = await fetchWeatherApi(`${url}/v1/air-quality`, wishes);
    const query = Object.entries(wishes)
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    const expected = jsonOf(`${AIR}${query}&timeformat=unixtime`);
    assert.is(responses.length, 2);
    for (const [index, response] of responses.entries()) {
      const json = expected[index];
      assert.is(response.latitude(), Math.fround(json.latitude));
      assert.is(response.longitude(), Math.fround(json.longitude));
      assert.is(response.elevation(), json.elevation);
      assert.is(response.utcOffsetSeconds(), json.utc_offset_seconds);
      assert.is(response.timezone(), json.timezone);
      assert.is(response.timezoneAbbreviation(), json.timezone_abbreviation);
      assert.is(Number(response.locationId()), index);
      assert.is(response.model(), Model.best_match);
      const hourly = response.hourly();
      assert.is(Number(hourly?.time()), json.hourly.time[0]);
      assert.is(Number(hourly?.timeEnd()), json.hourly.time.at(-1) + 3600);
      assert.is(hourly?.interval(), 3600);
      for (const [column, name] of wishes.hourly.entries()) {
        const values = [...(hourly?.variables(column)?.valuesArray() ?? [])];
        const theirs = json.hourly[name].map((value: number | null) => Math.fround(value ?? Number.NaN));
        assert.equal(values, theirs, name);
      }
      assert.is(response.current()?.variables(0)?.value(), Math.fround(json.current.pm2_5));
      assert.is(Number(response.current()?.time()), json.current.time);
      const daily = response.daily();
      assert.is(Number(daily?.variables(0)?.valuesInt64(6)), json.daily.sunrise[6]);
      assert.is(daily?.variables(0)?.valuesInt64Length(), 7);
      assert.is(daily?.variables(1)?.variable(), Variable.uv_index);
      assert.is(daily?.variables(1)?.aggregation(), Aggregation.maximum);
    }
    const pm25 = responses[0]?.hourly()?.variables(0);
    assert.is(pm25?.variable(), Variable.pm2p5);
    assert.is(pm25?.unit(), Unit.micrograms_per_cubic_metre);
    assert.ok(Number.isNaN(responses[1]?.hourly()?.variables(1)?.values(0)));
  }));

test('formats :: FlatBuffers :: the official client gets the reason of a refusal', () =>
  withServer(async (url) => {
    try {
      await fetchWeatherApi(`${url}/v1/air-quality`, { latitude: 999, longitude: 0 });
      assert.unreachable();
    } catch (error) {
      assert.is(
        error instanceof Error && error.message,
        'Latitude must be in range of -90 to 90°. Given: 999.0.',
      );
    }
  }));

test('formats :: FlatBuffers :: GMT is left out, altitude is told, one model each', () =>
  withServer(async (url) => {
    const weather = await fetchWeatherApi(`${url}/v1/forecast`, {
      latitude: 55.6,
      longitude: 12.1,
      hourly: 'temperature_2m',
    });
    assert.is(weather[0]?.timezone(), null);
    assert.is(weather[0]?.hourly()?.variables(0)?.altitude(), 2);
    assert.is(weather[0]?.hourly()?.variables(0)?.variable(), Variable.temperature);
    const models = await fetchWeatherApi(`${url}/v1/air-quality`, {
      ...{ latitude: 55.6, longitude: 12.1, hourly: 'pm2_5' },
      models: ['cams_europe', 'cams_global'],
    });
    assert.equal(
      models.map((one) => one.model()),
      [Model.cams_europe, Model.cams_global],
    );
    assert.equal(await fetchWeatherApi(`${url}/v1/air-quality`, { hourly: 'pm2_5' }), []);
  }));

test('formats :: FlatBuffers :: messages can be read where they lie in the joined bytes', () => {
  const { body, headers } = ask(
    `${AIR}${BOTH}&hourly=pm2_5&daily=sunrise&format=flatbuffers&forecast_days=3`,
  );
  assert.is(headers['content-type'], 'application/octet-stream');
  assert.instance(body, Uint8Array);
  if (typeof body === 'string') return;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const first = view.getInt32(0, true) + 4;
  assert.is(first % 8, 0);
  assert.is(first + view.getInt32(first, true) + 4, body.length);
});

test('formats :: models :: two of them end the names of their columns', () => {
  const { hourly } = jsonOf(`${AIR}${ROSKILDE}&hourly=pm2_5&models=cams_global,cams_europe&forecast_days=5`);
  assert.equal(Object.keys(hourly), ['time', 'pm2_5_cams_global', 'pm2_5_cams_europe']);
  const beijing = jsonOf(`${AIR}${BEIJING}&hourly=pm2_5&models=cams_global,cams_europe`);
  assert.equal(Object.keys(beijing.hourly), ['time', 'pm2_5']);
  const dayAt = (list: readonly unknown[]) => list.findLastIndex((value) => value !== null);
  // The European run of midnight reaches 96 hours ahead, the global one 120.
  assert.is(hourly.time[dayAt(hourly.pm2_5_cams_europe)], '2026-10-12T00:00');
  assert.is(dayAt(hourly.pm2_5_cams_global), 119);
  assert.is(new Date(NOW).toISOString().slice(0, 10), '2026-10-08');
});

test.run();
