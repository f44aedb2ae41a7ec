import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { indexValues } from '../../../classroom/contract/air-quality-index.ts';
import { fixed, jsonOf, ROSKILDE } from './ask.ts';

/** The index of one hour when every hour has the same concentrations. */
function indexOf(name: string, concentrations: Readonly<Record<string, number>>): number | null | undefined {
  return indexValues(
    name,
    (substance, _, count) => new Array(count).fill(concentrations[substance] ?? null),
    { from: 0, count: 1 },
  )[0];
}

const CLEAN = { pm2_5: 2.5, pm10: 0, nitrogen_dioxide: 0, ozone: 0, sulphur_dioxide: 0, carbon_monoxide: 0 };

test('index :: European :: bands of 2024, straight between and beyond', () => {
  for (const [pm25, index] of [
    [0, 0],
    [5, 20],
    [10, 30],
    [15, 40],
    [50, 60],
    [90, 80],
    [140, 100],
    [190, 120],
  ] as const)
    assert.is(indexOf('european_aqi_pm2_5', { pm2_5: pm25 }), index, `${pm25}`);
  assert.is(indexOf('european_aqi_pm10', { pm10: 45 }), 40);
  assert.is(indexOf('european_aqi_nitrogen_dioxide', { nitrogen_dioxide: 25 }), 40);
  assert.is(indexOf('european_aqi_ozone', { ozone: 110 }), 50);
  assert.is(indexOf('european_aqi_sulphur_dioxide', { sulphur_dioxide: 40 }), 40);
});

test('index :: European :: the highest part, and all five are needed', () => {
  assert.is(indexOf('european_aqi', { ...CLEAN, ozone: 160 }), 80);
  const { ozone: _, ...rest } = CLEAN;
  assert.is(indexOf('european_aqi', rest), null);
});

test('index :: US :: scale of 50 up to 200, then of 100; gases in ppb', () => {
  for (const [pm25, index] of [
    [0, 0],
    [9, 50],
    [35.5, 100],
    [55.5, 150],
    [125.5, 200],
    [225.5, 300],
    [325.5, 400],
    [500, 500],
  ] as const)
    assert.is(indexOf('us_aqi_pm2_5', { pm2_5: pm25 }), index, `${pm25}`);
  assert.is(indexOf('us_aqi_pm10', { pm10: 155 }), 100);
  assert.is(indexOf('us_aqi_nitrogen_dioxide', { nitrogen_dioxide: 54 * 1.88 }), 50);
  assert.is(indexOf('us_aqi_ozone', { ozone: 55 * 1.96 }), 50);
  assert.is(indexOf('us_aqi_ozone', { ozone: 405 * 1.96 }), 300);
  assert.is(indexOf('us_aqi_sulphur_dioxide', { sulphur_dioxide: 35 * 2.62 }), 50);
  assert.is(indexOf('us_aqi_sulphur_dioxide', { sulphur_dioxide: 605 * 2.62 }), 300);
  assert.is(indexOf('us_aqi_carbon_monoxide', { carbon_monoxide: 4.5 * 1.15 * 1000 }), 50);
  assert.is(indexOf('us_aqi', { ...CLEAN, pm10: 155 }), 100);
});

test('index :: US :: fine dust looks at the 24 hours before, not at the hour itself', () => {
  const day = new Array(24).fill(9);
  const values = indexValues(
    'us_aqi_pm2_5',
    (_, from, count) => Array.from({ length: count }, (__, i) => [...day, 500, 9][from + i] ?? null),
    { from: 24, count: 2 },
  );
  assert.is(values[0], 50);
  assert.ok((values[1] ?? 0) > 50);
});

test('index :: gaps :: an hour without a value has no European index, the US one waits a day', () => {
  const hours = Array.from({ length: 72 }, (_, hour) => (hour === 30 ? null : 9));
  const source = fixed({ pm2_5: hours }, Date.UTC(2026, 9, 5) / 3_600_000);
  const { hourly } = jsonOf(
    `/v1/air-quality?${ROSKILDE}&hourly=european_aqi_pm2_5,us_aqi_pm2_5&start_date=2026-10-05&end_date=2026-10-07`,
    { source, nowMs: Date.UTC(2026, 9, 8) },
  );
  const missing = (name: string) =>
    hourly[name].flatMap((value: unknown, hour: number) => (value === null ? [hour] : []));
  assert.equal(missing('european_aqi_pm2_5'), [30]);
  const [before, after] = [
    Array.from({ length: 24 }, (_, i) => i),
    Array.from({ length: 24 }, (_, i) => 31 + i),
  ];
  assert.equal(missing('us_aqi_pm2_5'), [...before, ...after]);
});

test('index :: held :: a source that has the index itself is believed', () => {
  const source = fixed(
    { european_aqi: new Array(24).fill(77), pm2_5: new Array(24).fill(1) },
    Date.UTC(2026, 9, 8) / 3_600_000,
  );
  const { hourly } = jsonOf(
    `/v1/air-quality?${ROSKILDE}&hourly=european_aqi,european_aqi_pm2_5,european_aqi_no2&forecast_hours=1`,
    {
      source,
      nowMs: Date.UTC(2026, 9, 8),
    },
  );
  assert.equal(
    [hourly.european_aqi, hourly.european_aqi_pm2_5, hourly.european_aqi_no2],
    [[77], [4], [null]],
  );
});

test.run();
