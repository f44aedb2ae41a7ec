import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { cellOf } from '../../classroom/cell.ts';

const test = suite('classroom :: cell');

const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });

test('any place :: half a step away from its cell, at most', () => {
  fc.assert(
    fc.property(latitude, longitude, (lat, lon) => {
      const cell = cellOf({ latitude: lat, longitude: lon });
      const east = Math.abs(cell.longitude - lon) % 360;
      assert.ok(Math.abs(cell.latitude - lat) <= 0.0501);
      assert.ok(Math.min(east, 360 - east) <= 0.0501);
      assert.ok(cell.longitude >= -180 && cell.longitude < 180);
    }),
    { seed: 3 },
  );
});

test('any cell :: is its own cell', () => {
  fc.assert(
    fc.property(latitude, longitude, (lat, lon) => {
      const cell = cellOf({ latitude: lat, longitude: lon });
      assert.equal(cellOf(cell), cell);
    }),
    { seed: 3 },
  );
});

test('float32 :: a place and what the API makes of it are one', () => {
  for (const place of [
    { latitude: 55.64152, longitude: 12.08035 },
    { latitude: 39.9075, longitude: 116.39723 },
  ])
    assert.is(
      cellOf(place).key,
      cellOf({ latitude: Math.fround(place.latitude), longitude: Math.fround(place.longitude) }).key,
    );
  assert.is(cellOf({ latitude: 55.64152, longitude: 12.08035 }).key, '556,121');
  assert.is(cellOf({ latitude: 55.7, longitude: 12.08035 }).key, '557,121');
});

test('date line :: 180 east and west are one', () => {
  assert.is(cellOf({ latitude: 0, longitude: 180 }).key, cellOf({ latitude: 0, longitude: -180 }).key);
});

test('Europe :: Roskilde yes, Beijing no, the edge of the grid yes', () => {
  const isEurope = (latitude: number, longitude: number): boolean => cellOf({ latitude, longitude }).isEurope;
  assert.ok(isEurope(55.64, 12.08));
  assert.not.ok(isEurope(39.9, 116.4));
  assert.ok(isEurope(30.1, -24.9) && isEurope(71.9, 44.9));
  assert.not.ok(isEurope(30, 0) || isEurope(72, 0) || isEurope(50, -25) || isEurope(50, 45));
});

test.run();
