import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fold, paragraph } from '../../report/layout.ts';
import { type Look, lookOf, spellable } from '../../report/look.ts';
import { hoursAround, plot, type Series } from '../../report/plot.ts';

const look: Look = { width: 80, colour: false, unicode: true };
const series = (length: number, partAt: number): Series => ({
  hours: Array.from({ length }, (_, index) => `hour ${index}`),
  expected: Array.from({ length }, (_, index) => index),
  actual: Array.from({ length }, (_, index) => (index < partAt ? index : 0)),
  partAt,
  unit: 'µg/m³',
});

const test = suite('report :: plot');

test('scale :: eight levels from lowest to highest', () => {
  const [head, expected] = plot(series(8, 7), look, 76);
  assert.is(head, 'expected, 0 to 7 µg/m³');
  assert.is(expected, '▁▂▃▄▅▆▇█');
});

test('pointer :: stands under the first difference', () => {
  for (const partAt of [0, 5, 40, 71]) {
    const lines = plot(series(72, partAt), look, 76);
    assert.is(lines.at(-1)?.indexOf('^'), partAt);
  }
});

test('wide series :: shown around the first difference', () => {
  const lines = plot(series(500, 300), look, 76);
  assert.is(lines[1]?.length, 76);
  const pointer = lines.at(-1)?.indexOf('^') ?? 0;
  assert.is(lines[3]?.[pointer], '▁');
  assert.is(lines[1]?.[pointer] === '▁', false);
});

test('gap :: is a dot, not the lowest level', () => {
  const lines = plot({ ...series(3, 1), expected: [0, null, 2] }, look, 76);
  assert.is(lines[1], '▁·█');
  assert.match(lines[0] ?? '', '· no value');
});

test('hours around :: five, the differing ones marked', () => {
  const lines = hoursAround(series(72, 40), look);
  assert.is(lines.length, 6);
  assert.equal(
    lines.filter((line) => line.startsWith('>')).map((line) => line.slice(2, 9)),
    ['hour 40', 'hour 41', 'hour 42'],
  );
});

test('any series :: fits', () => {
  const value = fc.option(fc.double(), { nil: null });
  fc.assert(
    fc.property(
      fc.array(value),
      fc.array(value),
      fc.nat(200),
      fc.boolean(),
      (expected, actual, partAt, unicode) => {
        const odd = { hours: [], expected, actual, partAt, unit: 'µg/m³' };
        for (const line of plot(odd, { ...look, unicode }, 76)) assert.ok(stringWidth(line) <= 76, line);
        hoursAround(odd, look);
      },
    ),
  );
});

test.run();

const layout = suite('report :: layout');

layout('paragraph :: any text fits and loses no word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 40, max: 80 }), (text, width) => {
      for (const line of paragraph(text, { ...look, width }, { indent: 4, lead: '✗ ' }))
        assert.ok(stringWidth(line) <= width, `${stringWidth(line)} of ${width}: ${JSON.stringify(line)}`);
    }),
  );
});

layout('paragraph :: code keeps its indentation', () => {
  assert.equal(paragraph('if (a) {\n  b();\n}', look, { indent: 2 }), ['  if (a) {', '    b();', '  }']);
});

layout('fold :: keeps both ends', () => {
  const lines = fold(Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n'), 5);
  assert.equal(lines, ['line 0', 'line 1', '… 96 lines left out …', 'line 98', 'line 99']);
});

layout.run();

const looks = suite('report :: look');

looks('colour :: NO_COLOR, FORCE_COLOR, dumb terminals and pipes', () => {
  const colour = (isTerminal: boolean, env: Record<string, string>, plain = false): boolean =>
    lookOf({ isTerminal, env, plain }).colour;
  assert.ok(colour(true, {}));
  assert.not(colour(false, {}));
  assert.not(colour(true, { NO_COLOR: '1' }));
  assert.not(colour(true, { TERM: 'dumb' }));
  assert.ok(colour(false, { FORCE_COLOR: '1' }));
  assert.not(colour(true, { FORCE_COLOR: '0' }));
  assert.not(colour(true, {}, true));
});

looks('characters :: UTF-8 locale', () => {
  const unicode = (env: Record<string, string>): boolean => lookOf({ isTerminal: true, env }).unicode;
  assert.ok(unicode({ LANG: 'da_DK.UTF-8' }));
  assert.ok(unicode({}));
  assert.not(unicode({ LC_ALL: 'C', LANG: 'da_DK.UTF-8' }));
  assert.not(unicode({ TERM: 'dumb' }));
});

looks('width :: 80 at most, the terminal when narrower', () => {
  assert.is(lookOf({ isTerminal: true, columns: 200, env: {} }).width, 80);
  assert.is(lookOf({ isTerminal: true, columns: 60, env: {} }).width, 60);
  assert.is(lookOf({ isTerminal: false, columns: 60, env: {} }).width, 80);
});

looks('ascii :: spells what it can', () => {
  const ascii = { ...look, unicode: false };
  assert.is(spellable('µg/m³ Tromsø é 北', ascii), 'ug/m3 Tromso e ?');
});

looks.run();
