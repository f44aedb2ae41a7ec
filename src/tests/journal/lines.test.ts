import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { appendLine, readLines } from '../../journal/lines.ts';

const isNumbered = (value: unknown): value is { n: number } =>
  typeof value === 'object' && value !== null && 'n' in value && typeof value.n === 'number';

test('lines :: a missing file is an empty journal', () => {
  assert.equal(readLines('/nowhere/at/all.jsonl', isNumbered), { events: [], brokenLines: 0 });
});

test('lines :: a line cut by a power failure costs only itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-lines-'));
  const path = join(folder, 'deep/journal.jsonl');
  try {
    assert.equal(appendLine(path, { n: 1 }), { kept: true });
    appendFileSync(path, '{"n":2');
    assert.equal(appendLine(path, { n: 3 }), { kept: true });
    assert.equal(readLines(path, isNumbered), { events: [{ n: 1 }, { n: 3 }], brokenLines: 1 });
    assert.is(readFileSync(path, 'utf8').split('\n').length, 4);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('lines :: a line that another process is still writing :: is no cut one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-lines-'));
  const path = join(folder, 'journal.jsonl');
  try {
    appendFileSync(path, '{"n":1');
    const rest = ['0', '}\n'];
    const otherWrites = (): void => appendFileSync(path, rest.shift() ?? '');
    assert.equal(appendLine(path, { n: 2 }, otherWrites), { kept: true });
    assert.is(readFileSync(path, 'utf8'), '{"n":10}\n{"n":2}\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('lines :: a place that cannot be written :: says why and does not throw', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-lines-'));
  try {
    appendFileSync(join(folder, 'file'), 'not a folder');
    const kept = appendLine(join(folder, 'file/journal.jsonl'), { n: 1 });
    assert.is(kept.kept, false);
    assert.match(kept.kept ? '' : kept.why, /EEXIST|ENOTDIR/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.run();
