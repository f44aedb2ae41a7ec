import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AIR_VARIABLES } from '../../open-meteo/air-variables.ts';
import { type Asked, type PlaceAnswer, readAnswer } from '../../open-meteo/read-answer.ts';
import { recorded } from './fixtures.ts';

const read = (body: unknown, asked: Asked): PlaceAnswer => {
  const [place] = readAnswer(body, asked);
  if (!place) throw new Error('no place');
  return place;
};

const small = {
  latitude: 55.6,
  longitude: 12.1,
  utc_offset_seconds: 3600,
  timezone: 'Europe/Copenhagen',
  hourly_units: { time: 'unixtime', pm2_5: 'μg/m³' },
  hourly: { time: [1795510800, 1795514400], pm2_5: [8.1, null] },
};

test('read :: Lahore, local times with their zone', () => {
  const { sections, units, ...place } = read(JSON.parse(recorded('lahore')), { hourly: ['pm2_5', 'us_aqi'] });
  assert.equal(place, { latitude: 31.5, longitude: 74.40001, elevation: 219, timezone: 'Asia/Karachi' });
  assert.equal(units, { pm2_5: 'μg/m³', us_aqi: 'USAQI' });
  assert.is(sections.hourly.length, 120);
  assert.equal(sections.hourly[0], {
    time: '2026-10-07T19:00Z',
    local: '2026-10-08T00:00+05:00',
    pm2_5: 72.9,
    us_aqi: 142,
  });
});

test('read :: Enschede, every variable that airlab names', () => {
  const names = AIR_VARIABLES.filter((name) => recorded('enschede').includes(`"${name}"`));
  assert.ok(names.length > 35, `${names.length} names`);
  const { sections, units } = read(JSON.parse(recorded('enschede')), { current: names, hourly: names });
  assert.is(sections.current.length, 1);
  assert.is(Object.keys(units).length, names.length);
  assert.match(String(sections.current[0]?.local), /^2026-10-03T\d\d:00\+02:00$/);
});

test('read :: Bergen, days', () => {
  const asked = { daily: ['temperature_2m_max', 'precipitation_sum'] };
  const { sections, units } = read(JSON.parse(recorded('bergen')), asked);
  assert.equal(sections.daily, [
    { date: '2025-01-15', temperature_2m_max: 8.3, precipitation_sum: 13.2 },
    { date: '2025-01-16', temperature_2m_max: 8.2, precipitation_sum: 5.6 },
    { date: '2025-01-17', temperature_2m_max: 8.9, precipitation_sum: 4 },
  ]);
  assert.equal(units, { temperature_2m_max: '°C', precipitation_sum: 'mm' });
});

test('read :: Unix time, and a null stays a null', () => {
  assert.equal(read(small, { hourly: ['pm2_5'] }).sections.hourly, [
    { time: '2026-11-24T09:00Z', local: '2026-11-24T10:00+01:00', pm2_5: 8.1 },
    { time: '2026-11-24T10:00Z', local: '2026-11-24T11:00+01:00', pm2_5: null },
  ]);
});

test('read :: the offset is today’s; hours of last summer get their own', () => {
  const july = { ...small, hourly: { time: [Date.UTC(2026, 6, 1, 10) / 1000], pm2_5: [1] } };
  assert.is(read(july, { hourly: ['pm2_5'] }).sections.hourly[0]?.local, '2026-07-01T12:00+02:00');
});

test('read :: days in Unix time are days of the place', () => {
  const body = {
    ...small,
    daily_units: { time: 'unixtime', sunrise: 'unixtime', uv_index_max: '' },
    daily: { time: [1795474800], sunrise: [1795504020], uv_index_max: [0.8] },
  };
  assert.equal(read(body, { daily: ['sunrise', 'uv_index_max'] }).sections.daily, [
    { date: '2026-11-24', sunrise: '2026-11-24T08:07+01:00', uv_index_max: 0.8 },
  ]);
});

test('read :: several places', () => {
  const places = readAnswer([small, { ...small, location_id: 1, timezone: 'GMT', utc_offset_seconds: 0 }], {
    hourly: ['pm2_5'],
  });
  assert.equal(
    places.map(({ sections }) => sections.hourly[0]?.local),
    ['2026-11-24T10:00+01:00', '2026-11-24T09:00+00:00'],
  );
});

test('read :: no elevation', () => {
  assert.is(read(small, { hourly: ['pm2_5'] }).elevation, undefined);
});

for (const [name, body, says] of [
  ['no object', 'hello', 'answer is "hello", expected an object'],
  ['no section', { ...small, hourly: undefined }, 'hourly is missing, expected an object'],
  ['no variable', { ...small, hourly: { time: [] } }, 'hourly.pm2_5 is missing, expected a list'],
  [
    'no unit',
    { ...small, hourly_units: { time: 'iso8601' } },
    'hourly_units.pm2_5 is missing, expected a text',
  ],
  [
    'a text for a number',
    { ...small, hourly: { time: [0], pm2_5: ['low'] } },
    'hourly.pm2_5[0] is "low", expected a number',
  ],
  [
    'columns of two lengths',
    { ...small, hourly: { time: [0, 3600], pm2_5: [1] } },
    'hourly.pm2_5 has 1 values for 2 times',
  ],
  [
    'a time that is none',
    { ...small, hourly: { time: ['noon'], pm2_5: [1] } },
    'hourly.time[0] is "noon", expected a time like 2026-11-24T09:00',
  ],
  ['no zone', { ...small, timezone: undefined }, 'timezone is missing, expected a text'],
  ['the second of two', [small, { ...small, latitude: null }], '[1].latitude is null, expected a number'],
] as const)
  test(`read :: refuses :: ${name}`, () => {
    assert.throws(
      () => readAnswer(body, { hourly: ['pm2_5'] }),
      (error: unknown) => error instanceof TypeError && assert.is(error.message, says) === undefined,
    );
  });

test.run();
