import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { RECORDED_VARIABLES } from '../../../classroom/recorded-variables.ts';
import { simulated } from '../../../classroom/simulated/index.ts';
import { VARIABLES } from '../../../classroom/simulated/variables.ts';
import type { Coordinates } from '../../../classroom/source.ts';
import { BEIJING, correlation, HOUR_MS, ROSKILDE } from './statistics.ts';

const test = suite('simulated :: source');

const NOW_MS = Date.parse('2026-11-24T09:00Z');
const NOW = NOW_MS / HOUR_MS;
const names = [...VARIABLES.keys()];
const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

test('any window :: the same hour has the same value', () => {
  const whole = simulated({ seed: 4 });
  const hour = fc.integer({ min: NOW - 3_000, max: NOW + 100 });
  fc.assert(
    fc.property(
      place,
      fc.constantFrom(...names),
      hour,
      fc.integer({ min: 0, max: 700 }),
      (where, name, from, count) => {
        const values = whole.read(where, name, from, count, NOW_MS);
        assert.is(values.length, count);
        const middle = Math.floor(count / 2);
        const part = simulated({ seed: 4 }).read(where, name, from + middle, count - middle, NOW_MS);
        assert.equal(part, values.slice(middle));
      },
    ),
    { numRuns: 60, seed: 1 },
  );
});

test('any place and variable :: numbers at the published decimals, never a negative zero', () => {
  const source = simulated({ seed: 5 });
  fc.assert(
    fc.property(place, fc.constantFrom(...names), (where, name) => {
      const { decimals = 0 } = VARIABLES.get(name) ?? {};
      for (const value of source.read(where, name, NOW - 100, 300, NOW_MS)) {
        if (value === null) continue;
        assert.ok(Number.isFinite(value) && !Object.is(value, -0), `${name} ${value}`);
        assert.is(Number(value.toFixed(decimals)), value, name);
      }
    }),
    { numRuns: 120, seed: 2 },
  );
});

test('holds :: agrees with what can be read', () => {
  const source = simulated({ seed: 5 });
  for (const where of [ROSKILDE, BEIJING])
    for (const name of [...names, 'us_aqi', 'pm25', '', 'constructor', '__proto__']) {
      const hasValues = source.read(where, name, NOW - 24, 24, NOW_MS).some((value) => value !== null);
      assert.is(hasValues, source.holds(where, name), name);
    }
});

test('Europe only :: substances that Beijing does not have', () => {
  const source = simulated({ seed: 1 });
  for (const name of ['ammonia', 'birch_pollen', 'formaldehyde']) {
    assert.ok(source.holds(ROSKILDE, name), name);
    assert.not.ok(source.holds(BEIJING, name), name);
  }
});

test('recorded variables :: all but the indices are simulated', () => {
  const missing = RECORDED_VARIABLES.filter((name) => !VARIABLES.has(name));
  assert.ok(
    missing.every((name) => name.includes('_aqi')),
    missing.join(),
  );
});

test('seed :: another one is another world, of the same kind', () => {
  const read = (seed: number): number[] =>
    simulated({ seed })
      .read(ROSKILDE, 'pm2_5', NOW - 2_000, 2_000, NOW_MS)
      .map(Number);
  assert.equal(read(1), read(1));
  assert.not.equal(read(1), read(2));
  assert.ok(Math.abs(correlation(read(1).map(Math.log), read(2).map(Math.log))) < 0.5);
  assert.is(simulated({ seed: 12 }).label, 'simulated, seed 12');
});

test('known values :: a change of the arithmetic changes every snapshot and is to be noticed', () => {
  const source = simulated({ seed: 1 });
  const read = (where: Coordinates, name: string) => source.read(where, name, 498_000, 4, NOW_MS);
  assert.equal(
    {
      roskilde: read(ROSKILDE, 'pm2_5'),
      beijing: read(BEIJING, 'pm2_5'),
      warm: read(ROSKILDE, 'temperature_2m'),
    },
    KNOWN,
  );
});

/** Seed 1, four hours from 2026-10-24T00:00Z on. */
const KNOWN = {
  roskilde: [6, 6.4, 6.3, 6.6],
  beijing: [4.4, 4.1, 4, 4.3],
  warm: [10.8, 10.4, 9.9, 9.7],
};

test('neighbours :: are alike, distant places are not', () => {
  const source = simulated({ seed: 6 });
  const logs = (latitude: number, longitude: number): number[] =>
    source
      .read({ latitude, longitude }, 'pm2_5', NOW - 4_000, 4_000, NOW_MS)
      .map((value) => Math.log(Math.max(Number(value), 0.1)));
  const here = logs(55.6, 12.1);
  assert.ok(correlation(here, logs(55.7, 12.1)) > 0.9);
  assert.ok(correlation(here, logs(55.6, 12.6)) > 0.8);
  assert.ok(Math.abs(correlation(here, logs(39.9, 116.4))) < 0.4);
  assert.ok(Math.abs(correlation(here, logs(40.4, -3.7))) < 0.4);
});

test('one cell :: places in it, and their float32 neighbours, are one', () => {
  const source = simulated({ seed: 6 });
  const read = (where: Coordinates) => source.read(where, 'pm2_5', NOW, 48, NOW_MS);
  const expected = read(ROSKILDE);
  assert.equal(read({ latitude: Math.fround(55.64152), longitude: Math.fround(12.08035) }), expected);
  assert.equal(read({ latitude: 55.6, longitude: 12.1 }), expected);
  assert.not.equal(read({ latitude: 55.7, longitude: 12.1 }), expected);
});

test.run();
