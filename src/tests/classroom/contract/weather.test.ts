import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Source } from '../../../classroom/source.ts';
import { ask, fixed, jsonOf, NOW, ROSKILDE, refusalOf, textOf, WORLD } from './ask.ts';

const FORECAST = `/v1/forecast?${ROSKILDE}`;
const HOURLY = [
  ...[
    'temperature_2m',
    'relative_humidity_2m',
    'dew_point_2m',
    'apparent_temperature',
    'precipitation',
    'rain',
  ],
  ...['showers', 'snowfall', 'precipitation_probability', 'weather_code', 'cloud_cover', 'pressure_msl'],
  ...['surface_pressure', 'wind_speed_10m', 'wind_direction_10m', 'wind_gusts_10m', 'is_day', 'uv_index'],
  ...['uv_index_clear_sky', 'visibility', 'shortwave_radiation'],
];
const DAILY = [
  ...[
    'weather_code',
    'temperature_2m_max',
    'temperature_2m_min',
    'temperature_2m_mean',
    'apparent_temperature_max',
  ],
  ...[
    'sunrise',
    'sunset',
    'daylight_duration',
    'uv_index_max',
    'precipitation_sum',
    'rain_sum',
    'showers_sum',
  ],
  ...['snowfall_sum', 'precipitation_hours', 'precipitation_probability_max', 'wind_speed_10m_max'],
  ...[
    'wind_gusts_10m_max',
    'wind_direction_10m_dominant',
    'shortwave_radiation_sum',
    'relative_humidity_2m_mean',
  ],
];

test('weather :: app :: all that a weather app asks has values and units', () => {
  const answer = jsonOf(
    `${FORECAST}&hourly=${HOURLY}&daily=${DAILY}&current=${HOURLY}&timezone=auto&forecast_days=3`,
  );
  for (const name of HOURLY) {
    assert.is.not(answer.hourly_units[name], 'undefined', name);
    assert.is(answer.hourly[name].filter((value: unknown) => typeof value === 'number').length, 72, name);
    assert.type(answer.current[name], 'number');
  }
  for (const name of DAILY) {
    assert.is.not(answer.daily_units[name], 'undefined', name);
    assert.ok(
      answer.daily[name].every((value: unknown) => value !== null),
      name,
    );
  }
  assert.equal(
    [
      'temperature_2m',
      'precipitation',
      'snowfall',
      'weather_code',
      'wind_speed_10m',
      'visibility',
      'is_day',
    ].map((name) => answer.hourly_units[name]),
    ['°C', 'mm', 'cm', 'wmo code', 'km/h', 'm', ''],
  );
  assert.equal(
    [
      'sunrise',
      'daylight_duration',
      'precipitation_hours',
      'shortwave_radiation_sum',
      'wind_direction_10m_dominant',
    ].map((name) => answer.daily_units[name]),
    ['iso8601', 's', 'h', 'MJ/m²', '°'],
  );
});

test('weather :: units :: Fahrenheit, m/s, mph, knots and inches follow from the default ones', () => {
  const names = 'temperature_2m,wind_speed_10m,precipitation,snowfall,visibility';
  const url = `${FORECAST}&hourly=${names}&forecast_days=7`;
  const plain = jsonOf(url).hourly;
  const imperial = jsonOf(`${url}&temperature_unit=fahrenheit&wind_speed_unit=mph&precipitation_unit=inch`);
  assert.equal(imperial.hourly_units, {
    ...{ time: 'iso8601', temperature_2m: '°F', wind_speed_10m: 'mp/h' },
    ...{ precipitation: 'inch', snowfall: 'inch', visibility: 'ft' },
  });
  const near = (name: string, of: (value: number) => number, tolerance: number) => {
    for (const [index, value] of imperial.hourly[name].entries())
      assert.ok(
        Math.abs(value - of(plain[name][index])) <= tolerance,
        `${name} ${value} ${plain[name][index]}`,
      );
  };
  near('temperature_2m', (celsius) => celsius * 1.8 + 32, 0.051);
  near('wind_speed_10m', (kmh) => kmh / 1.609344, 0.051);
  near('precipitation', (mm) => mm / 25.4, 0.00051);
  near('snowfall', (cm) => cm / 2.54, 0.00051);
  near('visibility', (metre) => metre / 0.3048, 0.00051);
  for (const [query, unit] of [
    ['wind_speed_unit=ms', 'm/s'],
    ['windspeed_unit=kn', 'kn'],
    ['windspeed_unit=kn&wind_speed_unit=ms', 'm/s'],
  ])
    assert.is(jsonOf(`${url}&${query}`).hourly_units.wind_speed_10m, unit);
  assert.is(jsonOf(`${url}&length_unit=imperial`).hourly_units.precipitation, 'inch');
  assert.match(textOf(ask(`${url}&wind_speed_unit=ms`)), /"wind_speed_10m":\[\d+\.\d\d,/);
  assert.is(
    refusalOf(`${url}&temperature_unit=kelvin`),
    "400 Data corrupted at path 'temperature_unit'. Cannot initialize TemperatureUnit from invalid String value kelvin.",
  );
});

test('weather :: old names :: are answered under the name that was asked', () => {
  const answer = jsonOf(
    `${FORECAST}&hourly=windspeed_10m,wind_speed_10m,relativehumidity_2m,weathercode&daily=windspeed_10m_max,weathercode&forecast_days=1`,
  );
  assert.equal(answer.hourly.windspeed_10m, answer.hourly.wind_speed_10m);
  assert.equal(Object.keys(answer.daily), ['time', 'windspeed_10m_max', 'weathercode']);
  const old = jsonOf(`${FORECAST}&current_weather=true&timezone=auto`);
  assert.equal(Object.keys(old.current_weather), [
    'time',
    'interval',
    'temperature',
    'windspeed',
    'winddirection',
    'is_day',
    'weathercode',
  ]);
  assert.not.ok('current' in old);
});

test('weather :: names without data :: nulls and the unit undefined', () => {
  const { hourly, hourly_units } = jsonOf(
    `${FORECAST}&hourly=cape,temperature_850hPa,wind_speed_80m,soil_moisture_0_to_1cm,temperature_2m_previous_day1,pm2_5&forecast_hours=2`,
  );
  for (const name of Object.keys(hourly).slice(1)) {
    assert.equal(hourly[name], [null, null], name);
    assert.is(hourly_units[name], 'undefined', name);
  }
  const daily = jsonOf(`${FORECAST}&daily=moonrise,et0_fao_evapotranspiration&forecast_days=1`).daily;
  assert.equal([daily.moonrise, daily.et0_fao_evapotranspiration], [[null], [null]]);
});

test('weather :: names of the weather on air quality :: 200 with nulls and the unit undefined', () => {
  const answer = jsonOf(
    `/v1/air-quality?${ROSKILDE}&hourly=temperature_2m,pm2_5&current=wind_speed_10m&daily=temperature_2m_max,uv_index_max&forecast_days=1`,
  );
  assert.is(answer.hourly_units.temperature_2m, 'undefined');
  assert.ok(answer.hourly.temperature_2m.every((value: unknown) => value === null));
  assert.ok(answer.hourly.pm2_5.every((value: unknown) => value !== null));
  assert.is(answer.current.wind_speed_10m, null);
  assert.equal(
    [answer.daily.temperature_2m_max, answer.daily_units.temperature_2m_max],
    [[null], 'undefined'],
  );
  assert.type(answer.daily.uv_index_max[0], 'number');
});

test('weather :: archive :: a day of long ago, no current section', () => {
  const answer = jsonOf(
    `/v1/archive?${ROSKILDE}&hourly=temperature_2m,visibility&current=temperature_2m&start_date=1940-01-01&end_date=1940-01-01`,
  );
  assert.not.ok('current' in answer);
  assert.ok(answer.hourly.temperature_2m.every((value: unknown) => typeof value === 'number'));
  assert.is(answer.hourly_units.visibility, 'undefined');
  const same = jsonOf(`/v1/era5?${ROSKILDE}&hourly=temperature_2m&start_date=1940-01-01&end_date=1940-01-01`);
  assert.equal(same.hourly.temperature_2m, answer.hourly.temperature_2m);
});

test('weather :: models :: known names are answered, several end their columns', () => {
  const { hourly } = jsonOf(
    `${FORECAST}&hourly=temperature_2m&models=icon_global,gfs_seamless,best_match&forecast_hours=1`,
  );
  assert.equal(Object.keys(hourly).slice(1), [
    'temperature_2m_icon_global',
    'temperature_2m_gfs_seamless',
    'temperature_2m_best_match',
  ]);
  assert.is(
    jsonOf(`/v1/gfs?${ROSKILDE}&hourly=temperature_2m&forecast_hours=1`).hourly.temperature_2m.length,
    1,
  );
});

const HOUR = Date.UTC(2026, 9, 8) / 3_600_000;
const hours = (of: (hour: number) => number | null) => Array.from({ length: 24 * 3 }, (_, hour) => of(hour));
const world = (
  series: Readonly<Record<string, readonly (number | null)[]>>,
): { source: Source; nowMs: number } => ({
  source: fixed(series, HOUR),
  nowMs: NOW,
});

test('weather :: quarters :: states between two hours, codes of their hour, a quarter of the rain', () => {
  const series = {
    temperature_2m: hours((hour) => hour),
    weather_code: hours((hour) => (hour === 1 ? 61 : 0)),
    precipitation: hours((hour) => (hour === 1 ? 2 : 0)),
    shortwave_radiation: hours((hour) => hour * 100),
  };
  const { minutely_15: quarters } = jsonOf(
    `${FORECAST}&minutely_15=${Object.keys(series)}&start_minutely_15=2026-10-08T00:00&end_minutely_15=2026-10-08T01:15`,
    world(series),
  );
  assert.equal(quarters.temperature_2m, [0, 0.3, 0.5, 0.8, 1, 1.3]);
  assert.equal(quarters.weather_code, [0, 0, 0, 0, 61, 61]);
  assert.equal(quarters.precipitation, [0, 0.5, 0.5, 0.5, 0.5, 0]);
  assert.equal(quarters.shortwave_radiation, [0, 100, 100, 100, 100, 200]);
});

test('weather :: days :: max, min, mean, sums, wet hours, energy and the wind by its vectors', () => {
  const series = {
    temperature_2m: hours((hour) => hour % 24),
    precipitation: hours((hour) => (hour % 24 < 3 ? 0.4 : 0)),
    wind_speed_10m: hours((hour) => (hour % 2 === 0 ? 10 : 30)),
    wind_direction_10m: hours((hour) => (hour % 2 === 0 ? 180 : 350)),
    shortwave_radiation: hours(() => 100),
    weather_code: hours((hour) => (hour === 5 ? 95 : 3)),
  };
  const { daily } = jsonOf(
    `${FORECAST}&daily=temperature_2m_max,temperature_2m_min,temperature_2m_mean,precipitation_sum,precipitation_hours,shortwave_radiation_sum,wind_direction_10m_dominant,weather_code&forecast_days=2`,
    world(series),
  );
  assert.equal(daily, {
    time: ['2026-10-08', '2026-10-09'],
    temperature_2m_max: [23, 23],
    temperature_2m_min: [0, 0],
    temperature_2m_mean: [11.5, 11.5],
    precipitation_sum: [1.2, 1.2],
    precipitation_hours: [3, 3],
    shortwave_radiation_sum: [8.64, 8.64],
    wind_direction_10m_dominant: [345, 345],
    weather_code: [95, 3],
  });
});

test('weather :: days :: one missing hour leaves the day without a value', () => {
  const { daily } = jsonOf(
    `${FORECAST}&daily=temperature_2m_max&forecast_days=2`,
    world({ temperature_2m: hours((hour) => (hour === 30 ? null : hour)) }),
  );
  assert.equal(daily.temperature_2m_max, [23, null]);
});

test('weather :: sun :: rises over Roskilde around its solar noon', () => {
  const { daily } = jsonOf(
    `${FORECAST}&daily=sunrise,sunset,daylight_duration&start_date=2026-09-22&end_date=2026-09-22&timezone=auto`,
  );
  // Noon by the sun is at 13:04 summer time there (12 degrees east, 7 minutes early); the day lasts 12 h 15 min.
  assert.match(daily.sunrise[0], /^2026-09-22T06:5[5-9]$/);
  assert.match(daily.sunset[0], /^2026-09-22T19:1[0-4]$/);
  assert.ok(Math.abs(daily.daylight_duration[0] - 12.25 * 3600) < 300);
});

test('weather :: sun :: belongs to the day of the answer in every zone', () => {
  for (const [latitude, longitude] of [
    [55.6, 12.1],
    [39.9, 116.4],
    [-33.9, 151.2],
    [21.3, -157.9],
    [1.9, -157.4],
    [-17.7, 178],
  ] as const) {
    const answer = jsonOf(
      `/v1/forecast?latitude=${latitude}&longitude=${longitude}&daily=sunrise,sunset&timezone=auto&forecast_days=3`,
    );
    for (const [index, day] of answer.daily.time.entries()) {
      assert.ok(
        answer.daily.sunrise[index].startsWith(day),
        `${answer.timezone} ${answer.daily.sunrise[index]}`,
      );
      assert.ok(
        answer.daily.sunset[index].startsWith(day),
        `${answer.timezone} ${answer.daily.sunset[index]}`,
      );
    }
  }
});

test('weather :: sun :: polar night and midnight sun', () => {
  const sun = (date: string) =>
    jsonOf(
      `/v1/archive?latitude=78.2&longitude=15.6&daily=sunrise,sunset,daylight_duration&timezone=Europe/Oslo&start_date=${date}&end_date=${date}`,
    ).daily;
  const [night, day] = [sun('2025-12-20'), sun('2025-06-20')];
  assert.equal(
    [night.sunrise[0], night.sunset[0], night.daylight_duration[0]],
    ['2025-12-20T00:00', '2025-12-20T00:00', 0],
  );
  assert.equal(
    [day.sunrise[0], day.sunset[0], day.daylight_duration[0]],
    ['2025-06-20T00:00', '2025-06-21T00:00', 86_400],
  );
  assert.is(WORLD.nowMs, NOW);
});

test.run();
