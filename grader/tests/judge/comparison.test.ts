import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { exercise } from '../../checks/exercise-pm25.ts';
import type { World } from '../../exercise.ts';
import { airOf, rightTimes, truth } from '../../judge/truth.ts';
import { HOUR_MS, judged, NOON, returned, said, WAVES, wave, worldOf } from './air.ts';

type Entry = Record<string, unknown>;

/** The right comparison of a world. */
function rightAir(world: World): Entry[] {
  return world.cities.map((city) => {
    const air = airOf(truth(city, world));
    const { maxHours, ...numbers } = air;
    return { city: city.name, ...numbers, maxAt: rightTimes(air, city, world.nowMs)[0] };
  });
}

const sayOf = (value: unknown, world = worldOf(WAVES)): string =>
  said(judged('compare', { outcomes: { compare: returned(value) }, world }));

const changed = (change: (entry: Entry) => Entry, world = worldOf(WAVES)): string =>
  sayOf(
    rightAir(world).map((entry) => ({ ...entry, ...change(entry) })),
    world,
  );

const round = (value: unknown, decimals: number): number => Number(Number(value).toFixed(decimals));
const test = suite('comparison');

test('right :: as in the starter :: passes', () => {
  assert.is(
    changed(() => ({})),
    'passed',
  );
});

const FORMS: Readonly<Record<string, (entry: Entry) => Entry>> = {
  'mean to one decimal': ({ mean24 }) => ({ mean24: round(mean24, 1) }),
  'mean to two decimals, share to two': ({ mean24, share }) => ({
    mean24: round(mean24, 2),
    share: round(share, 2),
  }),
  float32: ({ mean24, max }) => ({ mean24: Math.fround(Number(mean24)), max: Math.fround(Number(max)) }),
  'time with seconds': ({ maxAt }) => ({ maxAt: `${maxAt}:00` }),
  'time with a space': ({ maxAt }) => ({ maxAt: String(maxAt).replace('T', ' ') }),
  'time as Canada writes it': ({ maxAt }) => ({ maxAt: String(maxAt).replace('T', ', ') }),
  'time with its offset': ({ city, maxAt }) => ({
    maxAt: `${maxAt}:00${city === 'Beijing' ? '+08:00' : '+01:00'}`,
  }),
  'the city itself for its name': ({ city }) => ({ city: { name: city, latitude: 1 } }),
  'more fields': () => ({ mean72: 1, unit: 'µg/m³' }),
};

for (const [name, change] of Object.entries(FORMS)) {
  test(`right :: ${name} :: passes`, () => {
    assert.is(changed(change), 'passed');
  });
}

test('right :: another order, and more cities :: passes', () => {
  const entries = rightAir(worldOf(WAVES));
  assert.is(sayOf([{ ...entries[0], city: 'Aarhus' }, ...entries.toReversed()]), 'passed');
});

test('right :: an object by name :: passes', () => {
  const entries = rightAir(worldOf(WAVES)).map(({ city, ...numbers }) => [String(city), numbers] as const);
  assert.is(sayOf(Object.fromEntries(entries)), 'passed');
});

test('maximum :: two hours share it :: either is right', () => {
  const flat = wave(12).map((_, index) => (index === 10 || index === 50 ? 30 : 9));
  const world = worldOf({ Roskilde: flat, Beijing: wave(50) });
  const at = (index: number) =>
    new Date((Math.floor(NOON / HOUR_MS) - 72 + index + 1) * HOUR_MS).toISOString().slice(0, 16);
  for (const index of [10, 50])
    assert.is(
      changed(({ city, maxAt }) => ({ maxAt: city === 'Roskilde' ? at(index) : maxAt }), world),
      'passed',
    );
  assert.match(
    changed(({ city, maxAt }) => ({ maxAt: city === 'Roskilde' ? at(11) : maxAt }), world),
    /Roskilde: maxAt is/,
  );
});

test('last day without values :: NaN, null or nothing for the mean', () => {
  const world = worldOf({
    Roskilde: wave(12).map((value, index) => (index >= 48 ? null : value)),
    Beijing: wave(50),
  });
  for (const none of [null, undefined]) {
    const entries = rightAir(world).map((entry) =>
      entry.mean24 === null ? { ...entry, mean24: none } : entry,
    );
    assert.is(sayOf(JSON.parse(JSON.stringify(entries)), world), 'passed');
  }
  assert.match(
    changed(({ mean24 }) => ({ mean24: mean24 ?? 0 }), world),
    /Roskilde: mean24 is 0, expected null/,
  );
});

test('exactly 15 :: is not above', () => {
  const world = worldOf({
    Roskilde: wave(12).map((value, index) => (index % 9 ? value : 15)),
    Beijing: wave(50),
  });
  assert.is(
    changed(() => ({}), world),
    'passed',
  );
  assert.match(
    changed(
      ({ city, hoursAbove15 }) => ({ hoursAbove15: Number(hoursAbove15) + (city === 'Roskilde' ? 8 : 0) }),
      world,
    ),
    /\[at-least\]$/,
  );
});

test('clocks change within the window :: the time of either offset is right', () => {
  const nowMs = Date.parse('2026-10-26T09:00Z');
  const peak = wave(12).map((_, index) => (index === 20 ? 40 : 9));
  const world = worldOf({ Roskilde: peak, Beijing: wave(50) }, nowMs);
  const hour = (Math.floor(nowMs / HOUR_MS) - 72 + 20) * HOUR_MS;
  for (const offset of [1, 2]) {
    const maxAt = new Date(hour + offset * HOUR_MS).toISOString().slice(0, 16);
    assert.is(
      changed((entry) => ({ maxAt: entry.city === 'Roskilde' ? maxAt : entry.maxAt }), world),
      'passed',
    );
  }
  const three = new Date(hour + 3 * HOUR_MS).toISOString().slice(0, 16);
  assert.is.not(
    changed((entry) => ({ maxAt: entry.city === 'Roskilde' ? three : entry.maxAt }), world),
    'passed',
  );
});

const WRONG: Readonly<Record<string, [unknown, RegExp]>> = {
  nothing: [null, /^returns nothing; a list with an entry for each city is expected$/],
  'an empty list': [[], /^returns an empty list$/],
  'a list in a list': [[[]], /^returns a list in which an entry is no object$/],
  'a city is missing': [rightAir(worldOf(WAVES)).slice(1), /^has no entry for Roskilde$/],
  'a field is missing': [
    rightAir(worldOf(WAVES)).map(({ share, ...others }) => others),
    /^has entries without share; they have city, mean24/,
  ],
  text: [
    rightAir(worldOf(WAVES)).map((entry) => ({ ...entry, max: String(entry.max) })),
    /\[text-numbers\]$/,
  ],
  'time in UTC': [
    rightAir(worldOf(WAVES)).map((entry, index) => ({
      ...entry,
      maxAt: new Date(Date.parse(`${entry.maxAt}Z`) - (index ? 8 : 1) * HOUR_MS).toISOString(),
    })),
    /\[max-at-utc\]$/,
  ],
  'a wrong offset': [
    rightAir(worldOf(WAVES)).map((entry) => ({ ...entry, maxAt: `${entry.maxAt}+03:00` })),
    /^Roskilde: maxAt is/,
  ],
};

for (const [name, [value, says]] of Object.entries(WRONG)) {
  test(`wrong :: ${name} :: says so`, () => {
    assert.match(sayOf(value), says);
  });
}

test('midnight as 24:00 :: is named', () => {
  const midnight = wave(12).map((_, index) => (index === 11 ? 40 : 9));
  const world = worldOf({ Roskilde: midnight, Beijing: midnight.map((_, index) => (index === 4 ? 40 : 9)) });
  assert.match(
    changed(({ maxAt }) => ({ maxAt: String(maxAt).replace('T00', 'T24') }), world),
    /maxAt is 2026-11-22T24:00, expected 2026-11-22T00:00 \[hour-24\]$/,
  );
});

test('fault :: an error, nothing, or entries without numbers :: no made-up numbers', () => {
  const trial = exercise.trials.find(({ fault }) => fault === '503');
  assert.ok(trial);
  const world = worldOf(WAVES);
  const under = (value: unknown) =>
    said(judged('compare', { outcomes: { compare: returned(value) }, world, trial }));
  const right = rightAir(world);
  const empty = { mean24: null, max: null, maxAt: null, hoursAbove15: 0, share: 0 };
  assert.is(under(right), 'passed');
  for (const honest of [
    [],
    right.slice(1),
    right.map((entry) => ({ ...entry, ...empty })),
    [{ ...right[0], ...empty }, right[1]],
  ])
    assert.is(/made-up/.test(under(honest)), false, JSON.stringify(honest));
  const constant = { mean24: 8, max: 12, maxAt: '2026-11-23T20:00', hoursAbove15: 0, share: 1 };
  assert.match(under(right.map(({ city }) => ({ city, ...constant }))), /\[made-up\]$/);
  assert.match(under([right[0], { city: 'Beijing', ...constant }]), /\[made-up\]$/);
});

test.run();
