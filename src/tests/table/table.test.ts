import pl from 'nodejs-polars';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../errors.ts';
import { rememberSource } from '../../open-meteo/row-source.ts';
import type { TableOptions } from '../../table/sheet.ts';
import { tableBundle } from '../../table/table.ts';

const text = (data: object, options?: TableOptions): string =>
  String(tableBundle(data, options).data['text/plain']);
const html = (data: object, options?: TableOptions): string =>
  String(tableBundle(data, options).data['text/html']);
const lines = (data: object, options?: TableOptions): string[] => text(data, options).split('\n');

const ROWS = [
  { city: 'Roskilde', pm25: 8.5 },
  { city: 'Beijing', pm25: null },
  { city: 'Aarhus', pm25: 12.25 },
];

test('rows :: text :: numbers to the right with equal decimals', () => {
  assert.equal(lines(ROWS), [
    '3 rows, 2 columns',
    'city          pm25',
    '────────  ────────',
    'Roskilde      8.50',
    'Beijing   no value',
    'Aarhus       12.25',
    '',
  ]);
});

test('rows :: html :: caption, scope of headers, numbers to the right, the gap as a word', () => {
  const table = html(ROWS, { caption: 'Fine dust' });
  assert.match(table, '<caption style="text-align: left">Fine dust</caption>');
  assert.match(table, '<th scope="col" style="text-align: left">city</th>');
  assert.match(table, '<td style="text-align: right">12.25</td>');
  assert.match(table, '<td style="text-align: right"><em>no value</em></td>');
});

test('rows :: a member that is not there :: differs from null', () => {
  assert.match(text([{ a: null }, { b: 1 }]), /no value\s+missing\nmissing\s+1/);
});

test('rows :: more than are shown :: the rest is counted', () => {
  const many = Array.from({ length: 25 }, (_, hour) => ({ hour }));
  assert.is(lines(many).at(-2), '… 5 more rows');
  assert.is(lines(many, { maxRows: 24 }).at(-2), '… 1 more row');
  assert.match(html(many), '<td colspan="1" style="text-align: left">… 5 more rows</td>');
});

test('rows :: text from outside :: is escaped', () => {
  const table = html([{ '<b>': '<img src=x onerror=alert(1)>' }], { caption: '"&' });
  assert.not.match(table, '<img');
  assert.match(table, '&lt;b&gt;');
  assert.match(table, '&quot;&amp;');
});

test('columns :: units and typed arrays :: as Open-Meteo and its client hand them out', () => {
  const hourly = { time: ['10:00', '11:00'], pm2_5: Float32Array.of(1.1, 2.5) };
  assert.equal(lines(hourly, { units: { time: 'iso8601', pm2_5: 'µg/m³' } }).slice(1, 5), [
    'time (iso8601)  pm2_5 (µg/m³)',
    '──────────────  ─────────────',
    '10:00                     1.1',
    '11:00                     2.5',
  ]);
});

test('columns :: of different length :: the short one is missing', () => {
  assert.match(text({ a: [1, 2], b: [3] }), /2 +missing/);
});

test('data frame :: as a table :: shape, nulls and long integers', () => {
  const frame = pl.DataFrame({ city: ['Roskilde', 'Beijing'], n: [1n, 2n ** 60n], pm25: [8.5, null] });
  assert.equal(lines(frame).slice(0, 5), [
    '2 rows, 3 columns',
    'city                        n      pm25',
    '────────  ───────────────────  ────────',
    'Roskilde                    1       8.5',
    'Beijing   1152921504606846976  no value',
  ]);
});

test('one object, lists, a map :: as a table :: one row for each member', () => {
  assert.match(text({ latitude: 55.6, timezone: 'GMT' }), /latitude +55\.6\ntimezone +GMT/);
  assert.match(text([3, 4]), 'value\n');
  assert.match(text([[1, 2]]), '0  1\n─  ─\n1  2');
  assert.match(text(new Map([['a', 1]])), /a +1/);
  assert.match(text([]), 'no rows');
});

test('numbers :: as people write them :: no noise, nothing lost', () => {
  const shown = (value: number): string | undefined => lines([{ value }])[3]?.trim();
  assert.is(shown(0.1 + 0.2), '0.3');
  assert.is(shown(1234567), '1234567');
  assert.is(shown(0.000012), '0.000012');
  assert.is(shown(Number.NaN), 'NaN');
  assert.is(shown(-0.5), '-0.5');
  assert.is(shown(1e21), '1e+21');
});

test('values :: dates and objects :: readable', () => {
  assert.match(text([{ at: new Date('2026-11-24T09:00Z') }]), '2026-11-24T09:00Z');
  assert.match(text([{ at: new Date('no') }]), 'invalid date');
  assert.match(text([{ place: { lat: 1 } }]), '{ lat: 1 }');
});

test('text :: wide characters :: columns stay straight', () => {
  assert.match(
    text([
      { city: '北京', n: 1 },
      { city: 'Bonn', n: 2 },
    ]),
    '北京  1\nBonn  2',
  );
});

test('text :: more than 80 columns :: what does not fit is named', () => {
  const wide = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`column${index}`, 'x'.repeat(8)]),
  );
  const shown = lines([wide]);
  assert.ok(
    shown.every((line) => line.length <= 80),
    shown.join('\n'),
  );
  assert.match(shown.join('\n'), /… 4 more columns: column8, column9, column10, column11/);
});

test('text :: a long value :: is cut', () => {
  assert.match(text([{ a: 'y'.repeat(100) }]), `\n${'y'.repeat(39)}…\n`);
  assert.ok(html([{ a: 'y'.repeat(1000) }]).length < 500);
});

test('source :: below the table :: simulated data say so', () => {
  assert.match(text(ROWS, { source: 'recorded 2026-11-24' }), '\nSource: recorded 2026-11-24\n');
  const source = { kind: 'simulated', label: 'simulated, seed 1' } as const;
  assert.match(html(ROWS, { source }), 'SIMULATED DATA, no measurement');
});

test('source :: of rows that came from a service :: is known without being told', () => {
  const air = ROWS.map((row) => ({ ...row }));
  rememberSource(air, { kind: 'simulated', label: 'simulated, seed 7' });
  assert.match(text(air.filter(({ pm25 }) => pm25 !== null)), 'SIMULATED DATA');
  assert.match(text(air, { source: 'mine' }), 'Source: mine');
  assert.not.match(text(ROWS), 'SIMULATED');
});

const wrong: readonly [string, unknown, RegExp][] = [
  ['a number', 42, /but got a number/],
  ['null', null, /but got null/],
  ['undefined', undefined, /but got undefined/],
  ['a promise', Promise.resolve([]), /got a promise/],
  ['mixed rows', [{ a: 1 }, 2], /row 1 is a number/],
];
for (const [name, data, message] of wrong)
  test(`wrong data :: ${name} :: says what it takes`, () => {
    try {
      // Border: the caller of a notebook may hand in anything.
      tableBundle(data as object);
      assert.unreachable();
    } catch (error) {
      assert.ok(isAirlabError(error), String(error));
      assert.is(error.code, 'TABLE_DATA');
      assert.match(error.message, message);
    }
  });

test.run();
