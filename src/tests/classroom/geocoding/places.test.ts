import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadPlaces } from '../../../classroom/geocoding/places.ts';
import { isAirlabError } from '../../../errors.ts';

const test = suite('geocoding :: places');
const places = loadPlaces();
const COLUMNS = [
  ...(['id', 'name', 'latitude', 'longitude', 'elevation', 'population'] as const),
  ...(['feature', 'country', 'timezone', 'area1', 'area2'] as const),
];

test('columns :: equally long, ids sorted and single', () => {
  assert.ok(places.id.length > 30_000);
  for (const column of COLUMNS) assert.is(places[column].length, places.id.length, column);
  assert.ok(places.id.every((id, row) => row === 0 || id > (places.id[row - 1] ?? 0)));
});

test('rows :: point to what exists', () => {
  const inside = (rows: readonly number[], list: readonly unknown[]): boolean =>
    rows.every((row) => row >= 0 && row < list.length);
  assert.ok(inside(places.feature, places.features));
  assert.ok(inside(places.country, places.countries));
  assert.ok(inside(places.timezone, places.timezones));
  assert.ok(inside(places.area1, places.admin1));
  assert.ok(inside(places.area2, places.admin2));
  assert.ok(
    inside(
      places.alternates.map(([row]) => row),
      places.id,
    ),
  );
  for (const names of Object.values(places.translations))
    assert.ok(
      inside(
        names.map(([row]) => row),
        places.id,
      ),
    );
});

test('values :: on Earth, with a zone and a country that exist', () => {
  assert.ok(places.latitude.every((steps) => Math.abs(steps) <= 90e5));
  assert.ok(places.longitude.every((steps) => Math.abs(steps) <= 180e5));
  assert.ok(places.elevation.every((metres) => metres > -500 && metres < 6_000));
  for (const zone of places.timezones)
    assert.not.throws(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone);
  for (const [code, id, name] of places.countries)
    assert.ok(/^[A-Z]{2}$/.test(code) && id > 0 && name !== '', code);
});

test('size :: small enough to ship', () => {
  const path = fileURLToPath(new URL('../../../classroom/geocoding/places.json.br', import.meta.url));
  assert.ok(statSync(path).size < 1.5e6);
});

test('missing or damaged :: our trouble, with the way to get it back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-places-'));
  try {
    const damaged = join(folder, 'damaged.br');
    writeFileSync(damaged, 'not brotli');
    for (const path of [damaged, join(folder, 'missing')])
      try {
        loadPlaces(path);
        assert.unreachable(path);
      } catch (error) {
        assert.ok(isAirlabError(error), String(error));
        assert.is(error.code, 'NO_PLACES');
        assert.match(error.hint, 'git checkout');
      }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.run();
