import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { answer } from '../../../src/classroom/answer.ts';
import { simulated } from '../../../src/classroom/simulated/index.ts';
import { exercise } from '../../checks/exercise-pm25.ts';
import type { City, World } from '../../exercise.ts';
import { airOf, runningHour, truth } from '../../judge/truth.ts';
import {
  anotherDay,
  asIs,
  citiesSwapped,
  otherValues,
  valuesFor,
  withGaps,
} from '../../upstream/variants.ts';

const GUEST: City = { name: 'Lima', latitude: -12.05, longitude: -77.05, timezone: 'America/Lima' };
const swapped = citiesSwapped(GUEST);
const anyWorld = fc
  .record({
    nowMs: fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2027-01-01') }),
    data: fc.integer({ min: 0, max: 1e6 }),
  })
  .map(({ nowMs, data }): World => ({ source: simulated({ seed: data }), nowMs, cities: exercise.cities }));
const anySeed = fc.integer({ min: 0, max: 2 ** 31 });
const RUNS = { numRuns: 60, seed: 7 };

const seriesOf = (world: World) => world.cities.map((city) => truth(city, world).values);
const test = suite('variants');

test('every variant :: the same world and seed give the same data', () => {
  fc.assert(
    fc.property(anyWorld, anySeed, (world, seed) => {
      for (const change of [asIs, otherValues, anotherDay, swapped, withGaps, valuesFor('429')])
        assert.equal(seriesOf(change(world, seed)), seriesOf(change(world, seed)));
    }),
    { ...RUNS, numRuns: 15 },
  );
});

test('values :: every hour differs, and the mistakes that depend on levels can be told apart', () => {
  fc.assert(
    fc.property(anyWorld, anySeed, (world, seed) => {
      const changed = otherValues(world, seed);
      for (const city of exercise.cities) {
        const [before, { values }] = [truth(city, world).values, truth(city, changed)];
        const same = values.filter((value, index) => value === before[index]).length;
        assert.ok(same < 12, `${same} hours are the same`);
        const above = (limit: number): number => values.filter((value) => (value ?? 0) > limit).length;
        const atLeast = values.filter((value) => (value ?? 0) >= 15).length;
        assert.ok(
          new Set([above(5), atLeast, above(15), above(25)]).size === 4,
          'two guidelines count the same',
        );
        const day = values.slice(-24);
        const [{ max }, last] = [airOf({ from: 0, values }), airOf({ from: 0, values: day })];
        assert.ok(Number(max) > Number(last.max) + 0.1, 'the maximum lies in the last day');
      }
    }),
    RUNS,
  );
});

test('values :: PM2.5 and PM10 move together, and the indices follow the new values', () => {
  const world: World = {
    source: simulated({ seed: 3 }),
    nowMs: Date.parse('2026-11-24T12:20Z'),
    cities: exercise.cities,
  };
  const changed = otherValues(world, 5);
  const [city] = exercise.cities;
  assert.ok(city);
  const index = (one: World): unknown => {
    const { latitude, longitude } = city;
    const url = `/v1/air-quality?latitude=${latitude}&longitude=${longitude}&hourly=european_aqi_pm2_5&past_days=2`;
    const { body } = answer({ method: 'GET', host: 'air-quality-api.open-meteo.com', url, headers: {} }, one);
    return JSON.parse(String(body)).hourly.european_aqi_pm2_5;
  };
  assert.is.not(JSON.stringify(index(world)), JSON.stringify(index(changed)));
  assert.is.not(
    JSON.stringify(truth(city, world, 'pm10').values),
    JSON.stringify(truth(city, changed, 'pm10').values),
  );
});

test('day :: late in the evening of a later day, when it is tomorrow in both cities', () => {
  fc.assert(
    fc.property(anyWorld, anySeed, (world, seed) => {
      const later = anotherDay(world, seed);
      assert.is(new Date(later.nowMs).getUTCHours(), 23);
      assert.ok(later.nowMs > world.nowMs + 86_400_000);
      assert.ok(seriesOf(later).every((values) => values.every((value) => value !== null)));
    }),
    RUNS,
  );
});

test('day :: needs no more than the week that a snapshot has', () => {
  fc.assert(
    fc.property(anyWorld, anySeed, (world, seed) => {
      const running = runningHour(world);
      const read: number[] = [];
      const watched: World = {
        ...world,
        source: {
          ...world.source,
          read: (place, variable, from, count, nowMs) => {
            read.push(from - running);
            return world.source.read(place, variable, from, count, nowMs);
          },
        },
      };
      seriesOf(anotherDay(watched, seed));
      assert.ok(Math.min(...read) >= -7 * 24, `${Math.min(...read)} hours back`);
    }),
    RUNS,
  );
});

test('cities :: another order, a guest, and the data of the other place', () => {
  fc.assert(
    fc.property(anyWorld, anySeed, (world, seed) => {
      const changed = swapped(world, seed);
      assert.equal(
        changed.cities.map(({ name }) => name),
        ['Beijing', 'Lima', 'Roskilde'],
      );
      const levels = changed.cities.map((city) => airOf(truth(city, changed)).mean24);
      assert.is(new Set(levels).size, 3);
    }),
    RUNS,
  );
});

test('nulls :: first, last and a run of three, in other places than another seed, never the maximum', () => {
  fc.assert(
    fc.property(anyWorld, anySeed, (world, seed) => {
      const changed = withGaps(world, seed);
      for (const [index, values] of seriesOf(changed).entries()) {
        const gaps = values.filter((value) => value === null).length;
        assert.ok(values[0] === null && values[71] === null);
        assert.ok(gaps >= 5 && gaps < 24, `${gaps} gaps`);
        assert.ok(values.slice(-24).some((value) => value !== null));
        const whole = seriesOf(otherValues(world, seed + 3))[index] ?? [];
        assert.is(Math.max(...values.map(Number)), Math.max(...whole.map(Number)));
      }
    }),
    RUNS,
  );
});

test('sealed data :: a variant of it says that it was changed', () => {
  const world: World = { source: simulated({ seed: 1 }), nowMs: Date.parse('2026-11-24T12:20Z'), cities: [] };
  for (const [change, word] of [
    [otherValues, 'values changed'],
    [withGaps, 'hours without a value'],
  ] as const) {
    const { source } = change(world, 1);
    assert.is(source.kind, 'variant');
    assert.ok(source.label.includes(word), source.label);
  }
});

test.run();
