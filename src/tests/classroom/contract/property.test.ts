import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { simulated } from '../../../classroom/simulated/index.ts';
import { ask, jsonOf, textOf } from './ask.ts';

const RUNS = { seed: 20261008, numRuns: 150 } as const;
const HOUR = 3_600;
const source = simulated({ seed: 11 });

const PLACES = [
  [55.64152, 12.08035],
  [39.9075, 116.39723],
  [27.7, 85.3],
  [47.56, -52.71],
  [-33.87, 151.21],
  [0, 0],
  [90, 180],
  [-90, -180],
] as const;
const ZONES = [
  ...[
    'GMT',
    'auto',
    'Europe/Copenhagen',
    'Asia/Shanghai',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'America/St_Johns',
  ],
  ...['Australia/Lord_Howe', 'Pacific/Chatham', 'America/New_York', 'Etc/GMT+12', 'Pacific/Kiritimati'],
];
const AIR = [
  'pm2_5',
  'pm10',
  'ozone',
  'carbon_dioxide',
  'ammonia',
  'uv_index',
  'european_aqi',
  'us_aqi',
  'us_aqi_o3',
];
const WEATHER = [
  'temperature_2m',
  'precipitation',
  'weather_code',
  'wind_direction_10m',
  'is_day',
  'windspeed_10m',
  'cape',
];

const now = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 0, 1) });
const day = (nowMs: number, offset: number): string =>
  new Date(nowMs + offset * 86_400_000).toISOString().slice(0, 10);

/** Windows as parts of a query; dates are counted from now. */
const window = (nowMs: number) =>
  fc.oneof(
    fc
      .record({ past: fc.nat(40), ahead: fc.nat(7) })
      .map(({ past, ahead }) => `past_days=${past}&forecast_days=${ahead}`),
    fc
      .record({ past: fc.nat(100), ahead: fc.nat(100) })
      .map(({ past, ahead }) => `past_hours=${past}&forecast_hours=${ahead}`),
    fc.nat(20).map((initial) => `forecast_hours=30&initial_hours=${initial}`),
    fc
      .record({ start: fc.integer({ min: -40, max: 5 }), length: fc.nat(3) })
      .map(
        ({ start, length }) =>
          `start_date=${day(nowMs, start)}&end_date=${day(nowMs, Math.min(5, start + length))}`,
      ),
    fc
      .record({ start: fc.integer({ min: -40, max: 4 }), from: fc.nat(23), to: fc.nat(23) })
      .map(({ start, from, to }) => {
        const clock = (hour: number) => `T${String(hour).padStart(2, '0')}:00`;
        return `start_hour=${day(nowMs, start)}${clock(from)}&end_hour=${day(nowMs, start + 1)}${clock(to)}`;
      }),
  );

const query = now.chain((nowMs) =>
  fc.record({
    nowMs: fc.constant(nowMs),
    path: fc.constantFrom('air-quality', 'forecast'),
    places: fc.subarray([...PLACES], { minLength: 1, maxLength: 3 }),
    zone: fc.constantFrom(...ZONES),
    variables: fc.tuple(fc.subarray(AIR, { minLength: 1 }), fc.subarray(WEATHER, { minLength: 1 })),
    window: window(nowMs),
    isUnixtime: fc.boolean(),
  }),
);
type Asked = typeof query extends fc.Arbitrary<infer Value> ? Value : never;

const urlOf = ({ path, places, zone, variables, window: when }: Asked, more: string): string => {
  const names = path === 'forecast' ? variables[1] : variables[0];
  const list = (index: 0 | 1) => places.map((place) => place[index]).join(',');
  return `/v1/${path}?latitude=${list(0)}&longitude=${list(1)}&hourly=${names.join(',')}&timezone=${encodeURIComponent(zone)}&${when}&${more}`;
};

// biome-ignore lint/suspicious/noExplicitAny: elements of any JSON answer
const elementsOf = (url: string, nowMs: number): readonly any[] => [jsonOf(url, { source, nowMs })].flat();

test('property :: any valid query :: an hour has one value whatever window, zone, format and grouping', () => {
  fc.assert(
    fc.property(query, (asked) => {
      const { nowMs, path, places } = asked;
      const elements = elementsOf(urlOf(asked, 'timeformat=unixtime'), nowMs);
      assert.is(elements.length, places.length);
      for (const [index, element] of elements.entries()) {
        const { time, ...columns } = element.hourly;
        if (time.length === 0) continue;
        // In a zone with a half hour the data is that of the full hour after or before.
        const offset = element.utc_offset_seconds;
        const shift = offset - Math.trunc(offset / HOUR) * HOUR;
        const first = new Date((time[0] + shift) * 1000).toISOString().slice(0, 16);
        const last = new Date((time.at(-1) + shift) * 1000).toISOString().slice(0, 16);
        const [latitude, longitude] = places[index] ?? [];
        const names = Object.keys(columns);
        // One variable and one place at a time, in GMT, by hours.
        for (const name of names) {
          const [alone] = elementsOf(
            `/v1/${path}?latitude=${latitude}&longitude=${longitude}&hourly=${name}&start_hour=${first}&end_hour=${last}`,
            nowMs,
          );
          assert.equal(alone.hourly[name], columns[name], `${name} ${first}`);
        }
      }
    }),
    RUNS,
  );
});

test('property :: any valid query :: CSV says what JSON says', () => {
  fc.assert(
    fc.property(query, (asked) => {
      const format = asked.isUnixtime ? 'timeformat=unixtime' : 'timeformat=iso8601';
      const elements = elementsOf(urlOf(asked, format), asked.nowMs);
      const csv = textOf(
        ask(urlOf(asked, `${format}&format=csv&location_information=omit`), { source, nowMs: asked.nowMs }),
      );
      const rows = csv.trimEnd().split('\n').slice(1);
      const expected = elements.flatMap((element, index) => {
        const { time, ...columns } = element.hourly;
        return time.map((moment: string | number, row: number) => [
          ...(elements.length > 1 ? [index] : []),
          moment,
          ...Object.keys(columns).map((name) => columns[name][row] ?? Number.NaN),
        ]);
      });
      assert.is(rows.length, expected.length);
      for (const [index, row] of rows.entries()) {
        const cells = row
          .split(',')
          .map((cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell === 'NaN' ? Number.NaN : cell));
        assert.equal(cells, expected[index]);
      }
    }),
    { ...RUNS, numRuns: 100 },
  );
});

test('property :: any valid query :: current agrees with the hour', () => {
  fc.assert(
    fc.property(
      now,
      fc.constantFrom(...PLACES),
      fc.constantFrom(...ZONES),
      (nowMs, [latitude, longitude], zone) => {
        const place = `latitude=${latitude}&longitude=${longitude}&timezone=${encodeURIComponent(zone)}&timeformat=unixtime`;
        const world = { source, nowMs };
        const { current } = jsonOf(`/v1/air-quality?${place}&current=${AIR}`, world);
        const { hourly } = jsonOf(
          `/v1/air-quality?${place.replace(encodeURIComponent(zone), 'GMT')}&hourly=${AIR}&past_hours=0&forecast_hours=1`,
          world,
        );
        assert.is(current.time, Math.floor(nowMs / 3_600_000) * HOUR);
        for (const name of AIR) assert.is(current[name], hourly[name][0], name);
      },
    ),
    RUNS,
  );
});

test('property :: any valid query :: a day sums up its 24 hours', () => {
  fc.assert(
    fc.property(
      now,
      fc.constantFrom(...PLACES),
      fc.constantFrom(...ZONES),
      (nowMs, [latitude, longitude], zone) => {
        const answer = jsonOf(
          `/v1/forecast?latitude=${latitude}&longitude=${longitude}&timezone=${encodeURIComponent(zone)}&hourly=temperature_2m,precipitation&daily=temperature_2m_max,temperature_2m_min,precipitation_sum&past_days=2&forecast_days=3`,
          { source, nowMs },
        );
        for (const [index, max] of answer.daily.temperature_2m_max.entries()) {
          const hours = answer.hourly.temperature_2m.slice(24 * index, 24 * index + 24);
          const rain = answer.hourly.precipitation.slice(24 * index, 24 * index + 24);
          assert.is(max, Math.max(...hours));
          assert.is(answer.daily.temperature_2m_min[index], Math.min(...hours));
          const sum = rain.reduce((total: number, mm: number) => total + mm, 0);
          assert.ok(Math.abs(answer.daily.precipitation_sum[index] - sum) < 0.0051);
          assert.is(answer.hourly.time[24 * index], `${answer.daily.time[index]}T00:00`);
        }
      },
    ),
    RUNS,
  );
});

const NAMES = [
  ...['latitude', 'longitude', 'hourly', 'current', 'daily', 'minutely_15', 'domains', 'models', 'timezone'],
  ...[
    'timeformat',
    'past_days',
    'forecast_days',
    'past_hours',
    'forecast_hours',
    'initial_hours',
    'start_date',
  ],
  ...[
    'end_date',
    'start_hour',
    'end_hour',
    'start_minutely_15',
    'end_minutely_15',
    'cell_selection',
    'elevation',
  ],
  ...[
    'location_id',
    'format',
    'location_information',
    'temporal_resolution',
    'bounding_box',
    'run',
    'apikey',
  ],
  ...[
    'temperature_unit',
    'wind_speed_unit',
    'windspeed_unit',
    'precipitation_unit',
    'length_unit',
    'current_weather',
  ],
  ...[
    'past_minutely_15',
    'forecast_minutely_15',
    'initial_minutely_15',
    'foo',
    '',
    'latitude[]',
    '__proto__',
  ],
];
const WORDS = [
  ...[
    '',
    '0',
    '1',
    '-1',
    '7',
    '16',
    '999',
    '1e9',
    '-1e-9',
    'nan',
    'inf',
    '9007199254740993',
    'true',
    'on',
    'auto',
    'GMT',
  ],
  ...[
    'pm2_5',
    'us_aqi',
    'temperature_2m',
    'temperature_2m_max',
    'sunrise',
    'pm25',
    'cape',
    'temperature_850hPa',
  ],
  ...[
    '2026-10-01',
    '2026-10-02',
    '2026-02-31',
    '2026-10-01T05:00',
    '1899-01-01',
    '2050-12-31',
    'cams_europe',
    'icon_global',
  ],
  ...[
    'csv',
    'flatbuffers',
    'xlsx',
    'unixtime',
    'native',
    'hourly_3',
    'minutely_15',
    'fahrenheit',
    'mph',
    'inch',
    'imperial',
  ],
  ...[
    'constructor',
    '__proto__',
    'Europe/Copenhagen',
    '../../etc/passwd',
    '%',
    '%zz',
    '\u0000',
    '😀',
    'a'.repeat(5000),
  ],
];
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  fc.string(),
  fc.integer().map(String),
  fc.float().map(String),
);
const list = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .chain((words) => fc.constantFrom(',', '|', '%2C').map((mark) => words.join(mark)));
const pairs = fc.array(fc.tuple(fc.constantFrom(...NAMES), list), { maxLength: 8 });
const method = fc.constantFrom('GET', 'GET', 'GET', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'get', '');

/** The only statuses that a client can cause. */
const STATUSES = [200, 303, 400, 401, 404, 413, 415];

function assertAnswered(response: ReturnType<typeof ask>, what: string): void {
  assert.ok(STATUSES.includes(response.status), `${response.status} for ${what}`);
  assert.ok(response.headers['x-airlab-data'], what);
  if (response.status < 400 || textOf(response) === '') return;
  const { error, reason } = JSON.parse(textOf(response));
  assert.is(error, true);
  assert.ok(typeof reason === 'string' && reason.length > 0, what);
}

const PATHS = [
  '/v1/air-quality',
  '/v1/forecast',
  '/v1/archive',
  '/v1/elevation',
  '/data/cams_global/static/meta.json',
  '/v1',
  '',
];

test('property :: any query at all :: is answered, or refused with a reason', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PATHS),
      fc.boolean(),
      pairs,
      method,
      now,
      (path, isPlaced, parts, verb, nowMs) => {
        const place = isPlaced ? 'latitude=55,39.9&longitude=12,116.4&hourly=pm2_5,temperature_2m&' : '';
        const url = `${path}?${place}${parts.map(([name, value]) => `${name}=${value}`).join('&')}`;
        assertAnswered(ask(url, { source, nowMs }, { method: verb }), url);
      },
    ),
    { ...RUNS, numRuns: 2_000 },
  );
});

test('property :: any valid query with one part broken :: is answered, or refused with a reason', () => {
  fc.assert(
    fc.property(query, fc.constantFrom(...NAMES), list, (asked, name, value) => {
      const url = urlOf(asked, `${name}=${value}`);
      assertAnswered(ask(url, { source, nowMs: asked.nowMs }), url);
    }),
    { ...RUNS, numRuns: 1_000 },
  );
});

test('property :: any body at all :: is answered, or refused with a reason', () => {
  const types = [
    'application/json',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-8',
    'text/plain',
    '',
  ];
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .dictionary(fc.constantFrom(...NAMES), fc.oneof(word, fc.array(word), fc.jsonValue()))
      .map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      body,
      fc.constantFrom('127.0.0.1', 'api.open-meteo.com', 'customer-api.open-meteo.com', ''),
      (type, text, host) => {
        assertAnswered(
          ask(
            '/v1/forecast',
            { source, nowMs: Date.UTC(2026, 9, 8) },
            { method: 'POST', host, body: text, headers: { 'content-type': type } },
          ),
          text,
        );
      },
    ),
    { ...RUNS, numRuns: 1_000 },
  );
});

test.run();
