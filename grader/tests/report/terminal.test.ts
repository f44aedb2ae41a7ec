import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import stringWidth from 'fast-string-width';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Look } from '../../report/look.ts';
import { renderTerminal } from '../../report/terminal.ts';
import { reports } from './reports.ts';

const golden = fileURLToPath(new URL('golden/', import.meta.url));
const moment = { nowMs: Date.parse('2026-11-24T09:02:01.000Z') };
const plain: Look = { width: 80, colour: false, unicode: true };
const looks: Readonly<Record<string, Look>> = {
  plain,
  ascii: { width: 80, colour: false, unicode: false },
  colour: { width: 80, colour: true, unicode: true },
  narrow: { width: 40, colour: false, unicode: true },
};

const test = suite('report :: terminal');

/** `UPDATE_GOLDEN=1` writes the files anew; read the difference before committing it. */
for (const [name, report] of Object.entries(reports)) {
  test(`golden :: ${name}`, () => {
    const path = `${golden}${name}.txt`;
    const text = renderTerminal(report, plain, moment);
    if (process.env.UPDATE_GOLDEN) writeFileSync(path, text);
    assert.fixture(text, readFileSync(path, 'utf8'));
  });

  for (const [kind, look] of Object.entries(looks)) {
    test(`width :: ${name} :: ${kind}`, () => {
      const text = renderTerminal(report, look, { ...moment, notices: ['Progress was not kept: read-only'] });
      for (const line of text.split('\n')) {
        assert.ok(stringWidth(line) <= look.width, `${stringWidth(line)} columns: ${line}`);
        assert.is(line, line.trimEnd());
      }
    });
  }
}

test('ascii :: no other characters', () => {
  for (const report of Object.values(reports)) {
    const text = renderTerminal(report, { width: 80, colour: false, unicode: false }, moment);
    assert.not.match(text, /[^\n\x20-\x7e]/);
  }
});

test('colour :: says nothing that the plain text does not', () => {
  for (const report of Object.values(reports)) {
    const coloured = renderTerminal(report, { ...plain, colour: true }, moment);
    assert.match(coloured, '\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are control characters
    assert.is(coloured.replace(/\u001b\[\d+m/g, ''), renderTerminal(report, plain, moment));
  }
});

test('hostile text :: cannot move the cursor or name the window', () => {
  const hostile = reports.hostile;
  assert.ok(hostile);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  assert.not.match(renderTerminal(hostile, plain, moment), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

test('hidden checks :: named as kinds, never with data', () => {
  const { robust } = reports;
  assert.ok(robust);
  const text = renderTerminal(robust, plain, moment);
  assert.match(text, 'visible 3/3; hidden checks: 4 kinds, 1 not yet: nulls');
  assert.match(text, 'grade replay exercise-pm25 nulls');
});

test('hint :: one pointer at most', () => {
  const next = 'See grade hint exercise-pm25.';
  for (const report of Object.values(reports).flatMap((one) => [one, { ...one, next }])) {
    const pointers = renderTerminal(report, plain, moment).match(/grade hint/g) ?? [];
    assert.ok(pointers.length <= 1, `${pointers.length} pointers`);
  }
});

test('clock :: after the bell the model is open', () => {
  const report = reports.passed;
  assert.ok(report);
  const at = (time: string): string => renderTerminal(report, plain, { nowMs: Date.parse(time) });
  assert.match(at('2026-11-24T09:06:59Z'), 'time  1 s of 15 min left');
  assert.match(at('2026-11-24T09:08:00Z'), 'time  the bell rang 1 min ago');
});

test.run();
