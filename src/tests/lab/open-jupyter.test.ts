import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Jupyter } from '../../lab/jupyter.ts';
import { type JupyterSearch, openJupyter } from '../../lab/open-jupyter.ts';
import type { Ask } from '../../lab/python.ts';

interface Scene {
  root: string;
  search: JupyterSearch;
  /** Where each Jupyter came from that was started. */
  started: Jupyter['origin'][];
  /** Origins whose Jupyter does not start. */
  broken: Jupyter['origin'][];
  onPath: boolean;
  stopping: AbortController;
  finishVenv: () => void;
}

const test = suite<Scene>('open jupyter');
test.before.each((scene) => {
  const root = mkdtempSync(join(tmpdir(), 'airlab-open-'));
  mkdirSync(join(root, 'src/lab'), { recursive: true });
  writeFileSync(join(root, 'src/lab/requirements.txt'), '');
  Object.assign(scene, { root, started: [], broken: [], onPath: false, stopping: new AbortController() });
  scene.finishVenv = () => {
    mkdirSync(join(root, '.venv/bin'), { recursive: true });
    writeFileSync(join(root, '.venv/bin/python'), '');
    writeFileSync(join(root, '.venv/.airlab'), createHash('sha256').update('').digest('hex'));
  };
  const ask: Ask = async (command) => {
    if (command === 'jupyter-lab') return scene.onPath ? { exitCode: 0, output: '4.1.0' } : undefined;
    if (command === 'python3') return { exitCode: 0, output: 'python 3.11' };
    return command.startsWith(root) ? { exitCode: 0, output: '' } : undefined;
  };
  scene.search = {
    root,
    kernels: join(root, '.jupyter'),
    writable: true,
    env: {},
    log: { path: 'log', fd: 1, write: () => undefined },
    progress: { step: () => ({ note: () => undefined, end: () => undefined }) },
    processes: {
      runLogged: async () => {
        scene.finishVenv();
        return 0;
      },
      startSupervised: () => {
        throw new Error('not asked for');
      },
    },
    ask,
    alone: (work) => work(),
    stopping: scene.stopping.signal,
    start: async ({ origin }) => {
      scene.started.push(origin);
      if (scene.broken.includes(origin)) return { what: `${origin} is broken.`, ways: [] };
      const service = { name: 'Jupyter', ended: Promise.resolve(0), stop: async () => undefined };
      return { name: 'JupyterLab', url: 'http://127.0.0.1:8888/?token=t', service };
    },
  };
});
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }));

test('open :: .venv is ready :: it is used, whatever is on PATH', async (scene) => {
  scene.finishVenv();
  scene.onPath = true;
  assert.ok('url' in (await openJupyter(scene.search)));
  assert.equal(scene.started, ['venv']);
});

test('open :: only on PATH :: that one, nothing is installed', async (scene) => {
  scene.onPath = true;
  assert.ok('url' in (await openJupyter(scene.search)));
  assert.equal(scene.started, ['path']);
});

test('open :: the one on PATH does not start :: .venv is made', async (scene) => {
  scene.onPath = true;
  scene.broken = ['path'];
  assert.ok('url' in (await openJupyter(scene.search)));
  assert.equal(scene.started, ['path', 'venv']);
});

test('open :: Ctrl-C while the one on PATH starts :: nothing more', async (scene) => {
  scene.onPath = true;
  scene.broken = ['path'];
  scene.stopping.abort();
  assert.ok('what' in (await openJupyter(scene.search)));
  assert.equal(scene.started, ['path']);
});

test('open :: .venv does not start :: its trouble, no endless repair', async (scene) => {
  scene.finishVenv();
  scene.broken = ['venv'];
  const outcome = await openJupyter(scene.search);
  assert.is('what' in outcome && outcome.what, 'venv is broken.');
  assert.equal(scene.started, ['venv']);
});

test.run();
