import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { PythonFacts } from '../../lab/python.ts';
import {
  noPython,
  noVenvModule,
  pipTrouble,
  readOnly,
  venvTrouble,
  withoutJupyter,
} from '../../lab/ways-to-jupyter.ts';

const python: PythonFacts = { command: 'python3', version: [3, 11], canMakeVenv: false };

test('venv :: module missing :: the package to install', () => {
  const { what, ways } = noVenvModule(python);
  assert.is(what, 'Python 3.11 has no venv or ensurepip module, so JupyterLab cannot be installed.');
  assert.match(ways[0] ?? '', 'sudo apt install python3.11-venv');
});

test('venv :: Python too old :: says so instead', () => {
  assert.match(
    noVenvModule({ ...python, version: [3, 8] }).what,
    'needs Python 3.9 or newer; python3 is 3.8',
  );
});

const outputs: readonly [string, string, RegExp][] = [
  [
    'no network',
    "WARNING: Retrying … NewConnectionError('Failed to establish a new connection')",
    /could not reach/,
  ],
  ['mirror without it', 'ERROR: No matching distribution found for jupyterlab==4.6.6', /could not reach/],
  [
    'disk full',
    'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device',
    /disk is full/,
  ],
  ['anything else', 'ERROR: Invalid requirement', /exit code 1/],
];
for (const [name, output, expected] of outputs)
  test(`pip :: ${name}`, () => {
    assert.match(pipTrouble(output, 1).what, expected);
  });

test('every trouble :: has ways on, the last one needs no Jupyter of ours', () => {
  for (const trouble of [
    noPython(),
    noVenvModule(python),
    venvTrouble(python),
    pipTrouble('', 1),
    readOnly(),
  ]) {
    assert.ok(trouble.ways.length > 0, trouble.what);
    const { ways } = withoutJupyter('/repo/.jupyter', trouble);
    assert.is(ways.at(-1), 'VS Code with its Jupyter extension: JUPYTER_PATH=/repo/.jupyter code .');
  }
});

test.run();
