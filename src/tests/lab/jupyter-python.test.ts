import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../errors.ts';
import { jupyterPython } from '../../lab/jupyter-python.ts';

const root = mkdtempSync(join(tmpdir(), 'airlab-jupyter-python-'));
const path = process.env.PATH;
test.after(() => rmSync(root, { recursive: true, force: true }));
test.after.each(() => {
  process.env.PATH = path;
});

const place = (modules: readonly string[]) => {
  const heard: string[] = [];
  return {
    heard,
    place: { root, platform: process.platform, modules, installing: () => void heard.push('x') },
  };
};

test('Python :: one on PATH that has the modules :: is taken, nothing is installed', () => {
  const { heard, place: sys } = place(['sys', 'json']);
  const python = jupyterPython(sys);
  assert.match(python, /^python3?$/);
  assert.equal(heard, []);
});

test('Python :: none at all :: says what to install', () => {
  process.env.PATH = root;
  try {
    jupyterPython(place(['nbclient']).place);
    assert.unreachable();
  } catch (error) {
    assert.ok(isAirlabError(error));
    assert.is(isAirlabError(error) && error.code, 'NO_PYTHON');
  }
  assert.not(existsSync(join(root, '.airlab/jupyter')));
});

test.run();
