import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, BEIJING, BOTH, jsonOf, ROSKILDE, refusalOf, textOf, WORLD } from './ask.ts';

const AIR = '/v1/air-quality?';
const hourlyType =
  'SurfacePressureAndHeightVariable<VariableAndPreviousDay, VariableOrSpread<ForecastPressureVariable>, ForecastHeightVariable>';
const SAME_COUNT = "400 Parameter 'latitude' and 'longitude' must have the same number of elements";

/** Query and the answer to it, at 2026-10-08. */
const REFUSED: readonly (readonly [name: string, query: string, answer: string])[] = [
  ['only latitude', 'latitude=55', SAME_COUNT],
  ['unequal counts', 'latitude=55,56&longitude=12', SAME_COUNT],
  ['location_id count', `${BOTH}&location_id=4`, SAME_COUNT],
  ['latitude 999', 'latitude=999&longitude=12', '400 Latitude must be in range of -90 to 90°. Given: 999.0.'],
  [
    'swapped',
    'latitude=116.39723&longitude=39.9',
    '400 Latitude must be in range of -90 to 90°. Given: 116.39723.',
  ],
  ['latitude nan', 'latitude=nan&longitude=12', '400 Latitude must be in range of -90 to 90°. Given: nan.'],
  [
    'longitude 181',
    'latitude=9&longitude=181',
    '400 Longitude must be in range of -180 to 180°. Given: 181.0.',
  ],
  [
    'past_days with dates',
    `${ROSKILDE}&start_date=2026-10-01&end_date=2026-10-02&past_days=1`,
    "400 Parameter 'past_days' is mutually exclusive with 'start_date' and 'end_date'",
  ],
  [
    'forecast_hours with hours',
    `${ROSKILDE}&start_hour=2026-10-01&end_hour=2026-10-02&forecast_hours=1`,
    "400 Parameter 'forecast_hours' is mutually exclusive with 'start_date' and 'end_date'",
  ],
  [
    'start without end',
    `${ROSKILDE}&start_date=2026-10-01`,
    "400 Parameter 'start_date' and 'end_date' must have the same number of elements",
  ],
  [
    'hour without end',
    `${ROSKILDE}&start_hour=2026-10-01T00:00`,
    "400 Parameter 'start_hour' and 'end_hour' must have the same number of elements",
  ],
  [
    'end before start',
    `${ROSKILDE}&start_date=2026-10-02&end_date=2026-10-01`,
    '400 End-date must be larger or equals than start-date',
  ],
  [
    'date as DD.MM.',
    `${ROSKILDE}&start_date=01.10.2026&end_date=02.10.2026`,
    "400 Invalid date format. Make sure to use 'YYYY-MM-DD'",
  ],
  [
    'date with hour',
    `${ROSKILDE}&start_date=2026-10-01T00:00&end_date=2026-10-02`,
    "400 Invalid date format. Make sure to use 'YYYY-MM-DD'",
  ],
  ['month 13', `${ROSKILDE}&start_date=2026-13-01&end_date=2026-13-02`, '400 Invalid date'],
  ['day 32', `${ROSKILDE}&start_date=2026-10-32&end_date=2026-10-32`, '400 Invalid date'],
  ['hour 24', `${ROSKILDE}&start_hour=2026-10-01T24:00&end_hour=2026-10-01T24:00`, '400 Invalid date'],
  [
    'too far ahead',
    `${ROSKILDE}&start_date=2026-10-01&end_date=2026-10-15`,
    "400 Parameter 'end_date' is out of allowed range from 2013-01-01 to 2026-10-14",
  ],
  [
    'too long ago',
    `${ROSKILDE}&start_date=2012-12-31&end_date=2026-10-15`,
    "400 Parameter 'start_date' is out of allowed range from 2013-01-01 to 2026-10-14",
  ],
  [
    'hour too far ahead',
    `${ROSKILDE}&start_hour=2026-10-14T00:00&end_hour=2026-10-15T00:00`,
    "400 Parameter 'end_hour' is out of allowed range from 2013-01-01 to 2026-10-14",
  ],
  [
    'forecast_days 8',
    `${ROSKILDE}&forecast_days=8`,
    '400 Forecast days is invalid. Allowed range 0 to 7. Given 7.',
  ],
  [
    'forecast_days -1',
    `${ROSKILDE}&forecast_days=-1`,
    '400 Forecast days is invalid. Allowed range 0 to 7. Given 7.',
  ],
  [
    'past_days 9999',
    `${ROSKILDE}&past_days=9999`,
    '400 Past days is invalid. Allowed range 0 to 5028. Given 9999.',
  ],
  [
    'forecast_hours 169',
    `${ROSKILDE}&forecast_hours=169`,
    '400 Forecast days is invalid. Allowed range 0 to 168. Given 168.',
  ],
  [
    'three windows for two places',
    `${BOTH}&start_date=2026-10-01,2026-10-02,2026-10-03&end_date=2026-10-01,2026-10-02,2026-10-03`,
    "400 Parameter 'start_date' and 'end_date' must have the same number of elements as coordinates",
  ],
  ['unknown zone', `${ROSKILDE}&timezone=Europe/Roskilde`, '400 Invalid timezone'],
  ['zone in small letters', `${ROSKILDE}&timezone=europe/copenhagen`, '400 Invalid timezone'],
  ['zone as an offset', `${ROSKILDE}&timezone=%2B02:00`, '400 Invalid timezone'],
  [
    'three zones for two places',
    `${BOTH}&timezone=GMT,GMT,GMT`,
    "400 Parameter 'timezone' and coordinates must have the same number of elements",
  ],
  [
    'elevation count',
    `${BOTH}&elevation=4`,
    "400 Parameter 'elevation' must have the same number of elements as coordinates",
  ],
  ['Beijing in Europe', `${BEIJING}&domains=cams_europe`, '400 No data is available for this location'],
  ['run', `${ROSKILDE}&run=2026-10-01`, "400 Parameter 'run' must not be set"],
  [
    'word for a number',
    'latitude=abc&longitude=12',
    "400 Data corrupted at path ''. Cannot initialize Float from invalid String value abc.",
  ],
  [
    'space after the comma',
    'latitude=55,%2056&longitude=12,13',
    "400 Data corrupted at path ''. Cannot initialize Float from invalid String value  56.",
  ],
  [
    'past_days in words',
    `${ROSKILDE}&past_days=two`,
    "400 Value was not of type 'Int' at path 'past_days'. Data found at 'past_days' was not Int.",
  ],
  [
    'past_days half',
    `${ROSKILDE}&past_days=1.5`,
    "400 Value was not of type 'Int' at path 'past_days'. Data found at 'past_days' was not Int.",
  ],
  [
    'unknown domain',
    `${ROSKILDE}&domains=foo`,
    "400 Data corrupted at path 'domains'. Cannot initialize Domain from invalid String value foo.",
  ],
  [
    'unknown timeformat',
    `${ROSKILDE}&timeformat=unix`,
    "400 Data corrupted at path 'timeformat'. Cannot initialize Timeformat from invalid String value unix.",
  ],
  [
    'unknown format',
    `${ROSKILDE}&format=xml`,
    "400 Data corrupted at path 'format'. Cannot initialize ForecastResultFormat from invalid String value xml.",
  ],
  [
    'unknown cell',
    `${ROSKILDE}&cell_selection=far`,
    "400 Data corrupted at path 'cell_selection'. Cannot initialize GridSelectionMode from invalid String value far.",
  ],
  [
    'unknown variable',
    `${ROSKILDE}&hourly=pm25`,
    `400 Invalid value: Cannot initialize ${hourlyType} from invalid String value pm25`,
  ],
  [
    'unknown current',
    `${ROSKILDE}&current=pm2.5`,
    `400 Invalid value: Cannot initialize ${hourlyType} from invalid String value pm2.5`,
  ],
  [
    'one of three unknown',
    `${ROSKILDE}&hourly=pm10,pm25,ozone`,
    `400 Invalid value: Cannot initialize ${hourlyType} from invalid String value pm25`,
  ],
  [
    'encoded commas quote the list',
    `${ROSKILDE}&hourly=pm10%2Cpm25`,
    `400 Invalid value: Cannot initialize ${hourlyType} from invalid String value pm10,pm25`,
  ],
  [
    'space in the list',
    `${ROSKILDE}&hourly=pm2_5,+pm10`,
    `400 Invalid value: Cannot initialize ${hourlyType} from invalid String value  pm10`,
  ],
  [
    'unknown daily',
    `${ROSKILDE}&daily=pm2_5_max`,
    '400 Invalid value: Cannot initialize ForecastVariableDaily from invalid String value pm2_5_max',
  ],
  [
    'unknown model',
    `${ROSKILDE}&models=icon`,
    '400 Invalid value: Cannot initialize MultiDomains from invalid String value icon',
  ],
  ['bounding box', 'bounding_box=1,2,3,4', '400 Bounding box calls not supported for domain best_match'],
  ['damaged escape', `${ROSKILDE}&hourly=%E0%A4%A`, '400 Malformed form-urlencoded key encountered'],
  [
    'xlsx',
    `${ROSKILDE}&format=xlsx`,
    '400 This server does not write format xlsx. Use json, csv or flatbuffers.',
  ],
];

for (const [name, query, answer] of REFUSED)
  test(`errors :: reason :: ${name}`, () => {
    assert.is(refusalOf(AIR + query), answer);
  });

test('errors :: form :: JSON with error and reason, and the data source in the header', () => {
  const response = ask(`${AIR}latitude=999&longitude=0`);
  assert.is(
    textOf(response),
    '{"error":true,"reason":"Latitude must be in range of -90 to 90°. Given: 999.0."}',
  );
  assert.is(response.headers['content-type'], 'application/json; charset=utf-8');
  assert.is(response.headers['x-airlab-data'], 'simulated, seed 7');
});

test('errors :: order :: words before names before dates before places before zones before windows', () => {
  const all = [
    'timeformat=x',
    'run=1',
    'models=x',
    'hourly=x',
    'daily=x',
    'start_date=2026-10-02&end_date=2026-10-01',
    'elevation=1,2',
    'latitude=99',
    'timezone=GMT,GMT',
    'forecast_days=99',
  ];
  const expected = [
    /Timeformat/,
    /'run'/,
    /MultiDomains/,
    /SurfacePressure/,
    /ForecastVariableDaily/,
    /End-date/,
    /'elevation'/,
    /Latitude must/,
    /'timezone'/,
    /Forecast days/,
  ];
  for (const [index, reason] of expected.entries()) {
    const rest = all.slice(index);
    const latitude = rest.some((part) => part.startsWith('latitude')) ? '' : 'latitude=55&';
    assert.match(refusalOf(`${AIR}${latitude}longitude=12&${rest.join('&')}`), reason);
  }
});

test('errors :: places :: 1000 are served, 1001 refused before their windows are looked at', () => {
  const many = (count: number) => new Array(count).fill('5').join(',');
  const url = (count: number) =>
    `${AIR}latitude=${many(count)}&longitude=${many(count)}&hourly=pm10&forecast_days=1`;
  assert.is(jsonOf(url(1000)).length, 1000);
  assert.is(
    refusalOf(`${url(1001)}&past_days=99999`),
    '400 Only up to 1000 locations can be requested at once',
  );
});

test('errors :: amount :: too much data is refused in the service’s words', () => {
  const many = new Array(1000).fill('5').join(',');
  const reason =
    '400 Your API call requests too much data. Please reduce the number of variables, locations and/or weather models.';
  assert.is(
    refusalOf(`${AIR}latitude=${many}&longitude=${many}&hourly=pm10,pm2_5,ozone&past_days=5000`),
    reason,
  );
  assert.is(
    refusalOf(
      `/v1/archive?latitude=${many}&longitude=${many}&hourly=&start_date=1940-01-01&end_date=2026-10-01`,
    ),
    reason,
  );
});

test('errors :: places :: none at all is an empty answer', () => {
  const response = ask(`${AIR}hourly=pm2_5`);
  assert.is(response.status, 200);
  assert.is(textOf(response), '');
});

test('errors :: path :: unknown paths, methods and hosts', () => {
  assert.is(refusalOf('/v1/nothing'), '404 Not Found');
  assert.is(refusalOf('/'), '404 Not Found');
  assert.is(refusalOf('/v1/air-quality/'), '404 Not Found');
  assert.is(refusalOf(`${AIR}${ROSKILDE}`, WORLD, { method: 'PUT' }), '404 Not Found');
  assert.is(refusalOf('/constructor'), '404 Not Found');
});

test('errors :: forecast :: its own range of days', () => {
  assert.is(
    refusalOf(`/v1/forecast?${ROSKILDE}&forecast_days=17`),
    '400 Forecast days is invalid. Allowed range 0 to 16. Given 16.',
  );
  assert.is(
    refusalOf(`/v1/forecast?${ROSKILDE}&past_days=94`),
    '400 Past days is invalid. Allowed range 0 to 93. Given 94.',
  );
  assert.is(
    refusalOf(`/v1/forecast?${ROSKILDE}&start_date=2026-10-01&end_date=2026-10-24`),
    "400 Parameter 'end_date' is out of allowed range from 2026-07-07 to 2026-10-23",
  );
  assert.is(
    refusalOf(`/v1/archive?${ROSKILDE}&start_date=2026-10-01&end_date=2026-10-09`),
    "400 Parameter 'end_date' is out of allowed range from 1940-01-01 to 2026-10-08",
  );
});

test('errors :: date :: 31 February is accepted and rolls over', () => {
  const { hourly } = jsonOf(`${AIR}${ROSKILDE}&hourly=pm10&start_date=2026-02-31&end_date=2026-03-03`);
  assert.is(hourly.time[0], '2026-03-03T00:00');
});

test.run();
