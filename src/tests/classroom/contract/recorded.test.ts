import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RECORDED_VARIABLES } from '../../../classroom/recorded-variables.ts';
import { ask, fixed, jsonOf, textOf, WORLD } from './ask.ts';

const FOLDER = new URL('../../fixtures/open-meteo/', import.meta.url);
const recorded = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8').trim();

const lahore = recorded('air-quality_lahore_2026-10-08_hourly_raw.json');
const enschede = recorded('air-quality_enschede_2026-10-03_all-variables_trimmed.json');
const bergen = recorded('archive_bergen_2025-01-15_daily_raw.json');
const LAHORE =
  '/v1/air-quality?latitude=31.4614&longitude=74.3552&hourly=pm2_5,pm10,european_aqi,us_aqi&timezone=Asia/Karachi&forecast_days=5';
const firstHourOf = (iso: string, offsetHours: number): number =>
  Date.parse(`${iso}Z`) / 3_600_000 - offsetHours;
const at = (iso: string) => ({ ...WORLD, nowMs: Date.parse(iso) });

/** Digits before the point and the wording of the data source differ; the number of decimals may not. */
const shape = (text: string): string =>
  text
    .replace(/"(generationtime_ms|elevation)":[\d.]+/g, '"$1":0.0')
    .replace(/(?<=[[,:])-?\d+(\.\d+)?(?=[\],}])/g, (_, decimals: string = '') =>
      decimals.replace(/\d/g, '0'),
    );

test('recorded :: Lahore :: same text but for the numbers', () => {
  const ours = textOf(ask(LAHORE, at('2026-10-08T12:00Z')));
  assert.is(shape(ours), shape(lahore));
});

test('recorded :: Lahore :: from its own values the very same text', () => {
  const { hourly } = JSON.parse(lahore);
  const { time, ...series } = hourly;
  const source = fixed(series, firstHourOf(time[0], 5));
  const ours = textOf(ask(`${LAHORE}&elevation=219`, { source, nowMs: Date.parse('2026-10-08T12:00Z') }));
  const timed = (text: string) => text.replace(/"generationtime_ms":[\d.]+/, '"generationtime_ms":0');
  assert.is(timed(ours), timed(lahore));
});

test('recorded :: Lahore :: US index follows from a day of fine dust', () => {
  const { hourly } = JSON.parse(lahore);
  const firstHour = firstHourOf(hourly.time[0], 5);
  const source = fixed({ pm2_5: hourly.pm2_5 }, firstHour);
  const { hourly: ours } = jsonOf(`${LAHORE.replace(/hourly=[^&]*/, 'hourly=us_aqi_pm2_5')}`, {
    source,
    nowMs: Date.parse('2026-10-08T12:00Z'),
  });
  // The first day lacks the day before it.
  assert.equal(ours.us_aqi_pm2_5.slice(0, 24), new Array(24).fill(null));
  const differences = hourly.us_aqi
    .map((value: number, hour: number) => Math.abs(value - ours.us_aqi_pm2_5[hour]))
    .slice(24);
  assert.is(Math.max(...differences.slice(0, 30)), 0);
});

test('recorded :: Enschede :: every variable with its unit, decimals and place in the order', () => {
  const names = Object.keys(JSON.parse(enschede).hourly_units).slice(1).join(',');
  const url = `/v1/air-quality?latitude=52.2183&longitude=6.8958&timezone=Europe/Amsterdam&current=${names}&hourly=${names}&past_days=0&forecast_days=1`;
  const ours = textOf(ask(url, at('2026-10-03T10:20Z')));
  const trimmed = ours.replace(
    /\[[^\]]*\]/g,
    (list) => `[${list.slice(1, -1).split(',').slice(0, 3).join(',')}]`,
  );
  const keys = (text: string) => JSON.stringify(Object.keys(JSON.parse(text)));
  assert.is(keys(trimmed), keys(enschede));
  const parsed = { ours: JSON.parse(trimmed), theirs: JSON.parse(enschede) };
  assert.equal(parsed.ours.current_units, parsed.theirs.current_units);
  assert.equal(parsed.ours.hourly_units, parsed.theirs.hourly_units);
  assert.equal(Object.keys(parsed.ours.current), Object.keys(parsed.theirs.current));
  assert.equal(parsed.ours.hourly.time, parsed.theirs.hourly.time);
  assert.is(parsed.ours.current.time, parsed.theirs.current.time);
});

test('recorded :: Enschede :: a value of every variable reads back from its own series as it was sent', () => {
  const theirs = JSON.parse(enschede);
  const { time, ...series } = theirs.hourly;
  const source = fixed(series, firstHourOf(time[0], 2));
  const names = Object.keys(series);
  const ours = textOf(
    ask(
      `/v1/air-quality?latitude=52.2183&longitude=6.8958&timezone=Europe/Amsterdam&hourly=${names.join(',')}&start_hour=${time[0]}&end_hour=${time[2]}`,
      { source, nowMs: Date.parse('2026-10-03T10:20Z') },
    ),
  );
  const hourlyOf = (text: string) => text.slice(text.indexOf('"hourly":{'));
  // The recording was written again, which made 0.0 of 0.00.
  assert.is(hourlyOf(ours).replace(/(\.\d)0(?=[,\]])/g, '$1'), hourlyOf(enschede));
});

test('recorded :: Enschede :: European index follows from the concentrations', () => {
  const theirs = JSON.parse(enschede);
  const { time, ...series } = theirs.hourly;
  const source = fixed(series, firstHourOf(time[0], 2), (name) => !name.includes('_aqi'));
  const names = Object.keys(series).filter((name) => name.startsWith('european_aqi'));
  const { hourly } = jsonOf(
    `/v1/air-quality?latitude=52.2&longitude=6.9&timezone=Europe/Amsterdam&hourly=${names.join(',')}&start_hour=${time[0]}&end_hour=${time[2]}`,
    { source, nowMs: Date.parse('2026-10-03T10:20Z') },
  );
  for (const name of names) assert.equal(hourly[name], theirs.hourly[name], name);
});

test('recorded :: Enschede :: US parts of one hour follow from the concentrations', () => {
  const { current } = JSON.parse(enschede);
  const noon = Date.parse('2026-10-03T10:00Z') / 3_600_000;
  const series = Object.fromEntries(
    ['nitrogen_dioxide', 'sulphur_dioxide'].map((name) => [name, new Array(30).fill(current[name])]),
  );
  const ours = jsonOf(
    '/v1/air-quality?latitude=52.2&longitude=6.9&current=us_aqi_nitrogen_dioxide,us_aqi_sulphur_dioxide',
    { source: fixed(series, noon - 29), nowMs: Date.parse('2026-10-03T10:20Z') },
  );
  assert.is(ours.current.us_aqi_nitrogen_dioxide, current.us_aqi_nitrogen_dioxide);
  assert.is(ours.current.us_aqi_sulphur_dioxide, current.us_aqi_sulphur_dioxide);
});

test('recorded :: Bergen :: daily sums with two decimals, same text but for the numbers', () => {
  const ours = textOf(
    ask(
      '/v1/archive?latitude=60.39&longitude=5.32&start_date=2025-01-15&end_date=2025-01-17&daily=temperature_2m_max,temperature_2m_min,precipitation_sum&models=era5',
    ),
  );
  assert.is(shape(ours), shape(bergen));
});

test('recorded :: variables :: all that a snapshot keeps have a unit', () => {
  const { hourly_units } = jsonOf(
    `/v1/air-quality?latitude=52.2&longitude=6.9&hourly=${RECORDED_VARIABLES.join(',')}&forecast_days=0`,
  );
  assert.equal(Object.keys(hourly_units).slice(1), [...RECORDED_VARIABLES]);
  assert.not.ok(Object.values(hourly_units).includes('undefined'));
});

test.run();
