import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirMeasure, isAirQualityIndex, RECORDED_VARIABLES } from '../../classroom/recorded-variables.ts';

const test = suite('classroom :: recorded variables');

test('all :: that a recorded answer of Open-Meteo has, none twice', () => {
  assert.is(new Set(RECORDED_VARIABLES).size, RECORDED_VARIABLES.length);
  const path = new URL(
    '../fixtures/open-meteo/air-quality_enschede_2026-10-03_all-variables_trimmed.json',
    import.meta.url,
  );
  const recorded = JSON.parse(readFileSync(path, 'utf8'));
  const names = Object.keys(recorded.hourly).filter((name) => name !== 'time');
  assert.equal(
    names.filter((name) => !RECORDED_VARIABLES.includes(name)),
    [],
  );
  assert.equal(
    RECORDED_VARIABLES.filter((name) => !names.includes(name)),
    [],
  );
});

test('kinds :: the sun is no measure of the air, indices are told apart', () => {
  assert.ok(isAirMeasure('pm2_5') && isAirMeasure('birch_pollen') && isAirMeasure('uv_index'));
  assert.not.ok(isAirMeasure('is_day') || isAirMeasure('temperature_2m') || isAirMeasure('pm25'));
  assert.ok(isAirQualityIndex('european_aqi') && isAirQualityIndex('us_aqi_o3'));
  assert.not.ok(isAirQualityIndex('pm10'));
});

test.run();
