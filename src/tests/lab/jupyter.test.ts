import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  findJupyter,
  type Jupyter,
  jupyterArguments,
  jupyterConfig,
  jupyterEnvironment,
} from '../../lab/jupyter.ts';
import type { Ask } from '../../lab/python.ts';

const machine =
  (programs: Readonly<Record<string, string>>): Ask =>
  async (command, args) => {
    const output = programs[[command, ...args.slice(0, -1)].join(' ')];
    return output === undefined ? undefined : { exitCode: 0, output };
  };
const lab: Jupyter = { kind: 'lab', origin: 'path', command: ['jupyter-lab'] };
const notebook: Jupyter = { kind: 'notebook', origin: 'path', command: ['jupyter-notebook'] };

const machines: readonly [string, Readonly<Record<string, string>>, string | undefined][] = [
  ['JupyterLab 4', { 'jupyter-lab': '4.6.6\n' }, 'jupyter-lab'],
  ['as a subcommand, with a warning before', { 'jupyter lab': 'warning: x\n3.6.1\n' }, 'jupyter lab'],
  [
    'JupyterLab 2 beside Notebook',
    { 'jupyter-lab': '2.3.2', 'jupyter-notebook': '6.4.12' },
    'jupyter-notebook',
  ],
  ['Lab and Notebook', { 'jupyter-lab': '4.0.0', 'jupyter-notebook': '7.4.1' }, 'jupyter-lab'],
  ['a program that prints no version', { 'jupyter-lab': 'usage: jupyter' }, undefined],
  ['none', {}, undefined],
];
for (const [name, programs, expected] of machines)
  test(`find :: ${name} :: ${expected ?? 'nothing'}`, async () => {
    assert.is((await findJupyter(machine(programs), {}))?.command.join(' '), expected);
  });

test('find :: a program that fails :: does not count', async () => {
  const broken: Ask = async () => ({ exitCode: 1, output: '4.6.6' });
  assert.is(await findJupyter(broken, {}), undefined);
});

test('arguments :: lab :: folder, port, first notebook, no browser, no token', () => {
  const place = { root: '/my course ø', port: 8890, firstNotebook: 'notebooks/00-start-here.ipynb' };
  const args = jupyterArguments(lab, place);
  for (const expected of ['--no-browser', '--port=8890', '--ServerApp.root_dir=/my course ø'])
    assert.ok(args.includes(expected), expected);
  assert.ok(args.includes('--LabApp.default_url=/lab/tree/notebooks/00-start-here.ipynb'));
  assert.not(args.some((arg) => /token/.test(arg)));
});

test('arguments :: notebook :: the same in its words', () => {
  const args = jupyterArguments(notebook, { root: '/repo', port: 8890, firstNotebook: undefined });
  assert.ok(args.includes('--notebook-dir=/repo'));
  assert.ok(args.includes('--NotebookApp.default_url=/tree'));
});

test('config :: loopback, our kernel first, no questions to the internet', () => {
  const text = JSON.stringify(jupyterConfig(lab, 'bash'));
  for (const expected of [
    '"ip":"127.0.0.1"',
    '"default_kernel_name":"airlab"',
    '"news_url":null',
    '["bash"]',
  ])
    assert.match(text, expected);
  assert.not.match(text, 'NotebookApp');
  assert.match(JSON.stringify(jupyterConfig(notebook, undefined)), 'NotebookApp');
  assert.not.match(JSON.stringify(jupyterConfig(lab, undefined)), 'terminado');
});

test('environment :: token, and every folder below ours', () => {
  const { JUPYTER_TOKEN, ...folders } = jupyterEnvironment('/repo/.airlab/lab', 'secret');
  assert.is(JUPYTER_TOKEN, 'secret');
  assert.ok(Object.values(folders).every((folder) => folder?.startsWith('/repo/.airlab/lab/')));
});

test.run();
