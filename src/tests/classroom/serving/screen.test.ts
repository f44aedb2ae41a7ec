import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { screen } from '../../../classroom/serving/screen.ts';

const test = suite('serving :: screen');

test('screen :: the data is named loudly, lines fit', () => {
  const facts = { url: 'http://127.0.0.1:8787', isLimited: true, others: ['http://192.168.100.100:8787'] };
  const text = screen({ ...facts, kind: 'simulated', label: 'simulated, seed 1', standingAtMs: 0 });
  assert.match(text, /data {5}SIMULATED, seed 1: not a measurement/);
  assert.match(text, /clock {4}stands at 1970-01-01 00:00 UTC/);
  assert.match(text, /class {4}http:\/\/192/);
  for (const line of text.split('\n')) if (!line.includes('?')) assert.ok(line.length <= 80, line);
  const label = 'Open-Meteo snapshot of 2026-11-24T09:00Z; elsewhere simulated, seed 1';
  assert.match(
    screen({ ...facts, kind: 'sealed', label }),
    /data {5}Open-Meteo snapshot of 2026-11-24T09:00Z;/,
  );
});

test.run();
