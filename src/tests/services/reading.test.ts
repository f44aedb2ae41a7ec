import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CITIES, cityNamed, epochHourOf, readingOf } from '../../services/reading.ts';
import { WORLD } from './serving.ts';

test('cities :: by name :: in any case, with spaces around, or not at all', () => {
  assert.is(cityNamed(' Beijing ')?.id, 'beijing');
  for (const { id } of CITIES) assert.is(cityNamed(id)?.id, id);
  assert.is(cityNamed('toString'), undefined);
});

test('readings :: any hour :: what the source has, in its own time', () => {
  const hours = fc.integer({ min: 480_000, max: 498_600 });
  fc.assert(
    fc.property(fc.constantFrom(...CITIES), hours, (city, hour) => {
      const { time, pm2_5 } = readingOf(WORLD, city, hour);
      assert.is(epochHourOf(time), hour);
      assert.is(pm2_5, WORLD.source.read(city, 'pm2_5', hour, 1, WORLD.nowMs)[0] ?? null);
    }),
  );
});

test('readings :: no hour said :: the last one that is over', () => {
  const [city] = CITIES;
  assert.ok(city);
  if (city !== undefined) assert.is(readingOf(WORLD, city).time, '2026-11-24T08:00Z');
});

test('times :: forms of a full hour :: UTC; anything else is none', () => {
  const nine = Date.parse('2026-11-24T09:00:00Z') / 3_600_000;
  for (const text of ['2026-11-24T09:00Z', '2026-11-24T09:00', '2026-11-24T09', '2026-11-24T09:00:00.000Z'])
    assert.is(epochHourOf(text), nine, text);
  for (const text of [
    '2026-11-24',
    '2026-11-24T09:30Z',
    '2026-11-24T09:00+01:00',
    '2026-13-24T09:00Z',
    'now',
    '',
  ])
    assert.is(epochHourOf(text), undefined, text);
});

test.run();
