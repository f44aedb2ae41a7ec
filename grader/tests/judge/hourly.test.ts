import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Outcome } from '../../exercise.ts';
import {
  HOUR_MS,
  judged,
  NOON,
  readingsOf,
  returned,
  said,
  timeAt,
  type Values,
  WAVES,
  wave,
  worldOf,
} from './air.ts';

/** Both cities in the same form. */
const both = (form: (values: Values) => unknown, series: Readonly<Record<string, Values>> = WAVES) =>
  Object.fromEntries(
    Object.entries(series).map(([name, values]): [string, Outcome] => [
      `hourly:${name}`,
      returned(form(values)),
    ]),
  );

const sayOf = (form: (values: Values) => unknown, series?: Readonly<Record<string, Values>>): string =>
  said(judged('hourly', { outcomes: both(form, series), ...(series ? { world: worldOf(series) } : {}) }));

const momentAt = (index: number): number => Date.parse(timeAt(index));
const test = suite('hourly');

const FORMS: Readonly<Record<string, (values: Values) => unknown>> = {
  'as in the starter': (values) => readingsOf(values),
  'without Z': (values) => readingsOf(values).map((one) => ({ ...one, time: one.time.replace('Z', '') })),
  'with seconds': (values) =>
    readingsOf(values).map((one) => ({ ...one, time: one.time.replace('Z', ':00Z') })),
  'with milliseconds': (values) =>
    readingsOf(values).map((one) => ({ ...one, time: one.time.replace('Z', ':00.000Z') })),
  'with +00:00': (values) =>
    readingsOf(values).map((one) => ({ ...one, time: one.time.replace('Z', '+00:00') })),
  'with a space': (values) => readingsOf(values).map((one) => ({ ...one, time: one.time.replace('T', ' ') })),
  'in another zone, with its offset': (values) =>
    readingsOf(values).map((one, index) => ({
      ...one,
      time: `${new Date(momentAt(index) + 8 * HOUR_MS).toISOString().slice(0, 16)}+08:00`,
    })),
  'with its offset and zone': (values) =>
    readingsOf(values).map((one, index) => ({
      ...one,
      time: `${new Date(momentAt(index) + HOUR_MS).toISOString().slice(0, 19)}+01:00[Europe/Copenhagen]`,
    })),
  'as HTTP writes it': (values) =>
    readingsOf(values).map((one, index) => ({ ...one, time: new Date(momentAt(index)).toUTCString() })),
  'as Dates': (values) =>
    readingsOf(values).map((one, index) => ({
      ...one,
      time: { $date: new Date(momentAt(index)).toISOString() },
    })),
  'as seconds': (values) =>
    readingsOf(values).map((one, index) => ({ ...one, time: momentAt(index) / 1000 })),
  'as milliseconds': (values) => readingsOf(values).map((one, index) => ({ ...one, time: momentAt(index) })),
  float32: (values) =>
    readingsOf(values).map((one) => ({ ...one, pm25: one.pm25 === null ? null : Math.fround(one.pm25) })),
  'with more fields': (values) => readingsOf(values).map((one) => ({ ...one, city: 'here', unit: 'µg/m³' })),
};

for (const [name, form] of Object.entries(FORMS)) {
  test(`right :: ${name} :: passes`, () => {
    assert.is(sayOf(form), 'passed');
  });
}

test('gaps :: null, left out by JSON, first, last and in a run :: passes', () => {
  const series = {
    Roskilde: wave(12).map((value, index) => ([0, 20, 21, 22, 71].includes(index) ? null : value)),
    Beijing: wave(50).map((value, index) => (index >= 48 ? null : value)),
  };
  assert.is(
    sayOf((values) => readingsOf(values), series),
    'passed',
  );
  const without = (values: Values) =>
    readingsOf(values).map(({ time, pm25 }) => (pm25 === null ? { time } : { time, pm25 }));
  assert.is(sayOf(without, series), 'passed');
});

test('no data at all :: is not held against anyone', () => {
  const series = { Roskilde: wave(12), Beijing: wave(12).map(() => null) };
  assert.is(
    sayOf((values) => readingsOf(values), series),
    'unchecked: the data has no PM2.5 for Beijing in these hours',
  );
});

const WRONG: Readonly<Record<string, [(values: Values) => unknown, string]>> = {
  nothing: [() => null, 'returns nothing; a list of { time, pm25 } is expected'],
  'an empty list': [() => [], 'returns an empty list'],
  'a promise': [
    () => ({ $promise: true }),
    'returns a promise that was not awaited; a list of { time, pm25 } is expected',
  ],
  'a list of numbers': [
    (values) => values,
    'returns a list with a number in it; each entry should be { time, pm25 }',
  ],
  'another name': [
    (values) => values.map((pm2_5, index) => ({ time: timeAt(index), pm2_5 })),
    'has entries without pm25; they have time, pm2_5',
  ],
  'columns as Open-Meteo has them': [
    (values) => ({ time: values.map((_, index) => timeAt(index)), pm2_5: values }),
    'returns an object with time, pm2_5; a list of { time, pm25 } is expected',
  ],
  text: [
    (values) => readingsOf(values).map((one) => ({ ...one, pm25: String(one.pm25) })),
    'gives pm25 as text [text-numbers]',
  ],
  words: [
    (values) => readingsOf(values).map((one) => ({ ...one, pm25: 'much' })),
    'has a string as pm25; a number or null is expected',
  ],
  'a time of day': [
    (values) => readingsOf(values).map((one) => ({ ...one, time: one.time.slice(11, 16) })),
    `Roskilde: the time of reading 1 cannot be read; write it like ${timeAt(0)}`,
  ],
  'local clocks under the name of UTC': [
    (values) => readingsOf(values, NOON + HOUR_MS),
    'Roskilde: has no reading for 2026-11-21T12:00Z',
  ],
  'a hole in the times': [
    (values) => readingsOf(values).map((one, index) => (index === 5 ? { ...one, time: timeAt(4) } : one)),
    'Roskilde: differs from 2026-11-21T16:00Z on: expected 15.1, got 15.6 µg/m³',
  ],
  'an hour more': [
    (values) => readingsOf([...values, 9], NOON + HOUR_MS),
    'Roskilde: 73 readings, expected 72',
  ],
};

for (const [name, [form, says]] of Object.entries(WRONG)) {
  test(`wrong :: ${name} :: says so`, () => {
    assert.is(sayOf(form), says);
  });
}

test('local times as UTC :: each city by its own offset :: is named', () => {
  const shifted = (values: Values, hours: number) => returned(readingsOf(values, NOON + hours * HOUR_MS));
  const outcomes = {
    'hourly:Roskilde': shifted(WAVES.Roskilde, 1),
    'hourly:Beijing': shifted(WAVES.Beijing, 8),
  };
  assert.match(said(judged('hourly', { outcomes })), /\[local-times\]$/);
});

test('difference :: the plot has both series, and parts at the first hour that differs', () => {
  const bent = (values: Values) =>
    readingsOf(values).map((one, index) => (index >= 40 ? { ...one, pm25: (one.pm25 ?? 0) + 3 } : one));
  const verdict = judged('hourly', { outcomes: both(bent) });
  assert.is(verdict.kind, 'failed');
  if (verdict.kind !== 'failed') return;
  const { series, says } = verdict.finding;
  assert.is(says, 'Roskilde: differs from 2026-11-23T04:00Z on: expected 18, got 21 µg/m³');
  assert.is(series?.partAt, 40);
  assert.is(series?.hours[40], '2026-11-23T04:00Z');
  assert.equal(series?.expected, WAVES.Roskilde);
  assert.is(series?.actual[39], WAVES.Roskilde[39]);
  assert.is(series?.actual.length, 72);
});

test('threw :: the words of the error stay out of the sentence', () => {
  const threw: Outcome = { kind: 'threw', name: 'TypeError', message: 'value 41.2 is secret', at: 'a.ts:3' };
  const verdict = judged('hourly', { outcomes: { 'hourly:Roskilde': threw, 'hourly:Beijing': threw } });
  assert.is(said(verdict), 'throws an error instead of answering');
  if (verdict.kind === 'failed')
    assert.is(verdict.finding.actual, 'TypeError: value 41.2 is secret at a.ts:3');
});

test('swapped coordinates :: the reason of the service gives them away', () => {
  const threw: Outcome = {
    kind: 'threw',
    name: 'Error',
    message: 'Latitude must be in range of -90 to 90°. Given: 116.39723.',
  };
  const verdict = judged('hourly', { outcomes: { 'hourly:Roskilde': threw, 'hourly:Beijing': threw } });
  assert.match(said(verdict), /\[swapped-coordinates\]$/);
});

test('a mistake that gives the right numbers :: is never named', () => {
  const calm = { Roskilde: wave(12).map(() => 7), Beijing: wave(50) };
  // Another number in Beijing, which no known mistake explains.
  const form = (values: Values) =>
    readingsOf(values).map((one, index) => ({ ...one, pm25: values[0] === 7 ? 7 : (one.pm25 ?? 0) + index }));
  assert.is(/\[/.test(sayOf(form, calm)), false);
});

test.run();
