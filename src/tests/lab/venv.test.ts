import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Ask } from '../../lab/python.ts';
import { makeVenv, readyVenv, type VenvPlace } from '../../lab/venv.ts';

/** A repository on a machine whose programs are only told about. */
interface Scene {
  root: string;
  python: string;
  /** Words of every command that was run. */
  ran: string[];
  /** Exit codes by the first words that a command contains. */
  fails: Record<string, number>;
  /** Modules that the Python of `.venv` has; undefined when it does not run. */
  modules: string[] | undefined;
  place: VenvPlace;
  finishVenv: (stamp: string) => void;
}

const REQUIREMENTS = 'jupyterlab==4.6.6\n';
const STAMP = createHash('sha256').update(REQUIREMENTS).digest('hex');
const isOnPath = (command: string): boolean => !command.includes('/');

const test = suite<Scene>('venv');
test.before.each((scene) => {
  const root = mkdtempSync(join(tmpdir(), 'airlab-venv-'));
  const python = join(root, '.venv/bin/python');
  mkdirSync(join(root, 'src/lab'), { recursive: true });
  writeFileSync(join(root, 'src/lab/requirements.txt'), REQUIREMENTS);
  const makePython = (): void => {
    mkdirSync(join(root, '.venv/bin'), { recursive: true });
    writeFileSync(python, '');
  };
  const ask: Ask = async (command, args) => {
    if (isOnPath(command)) return command === 'python3' ? { exitCode: 0, output: 'python 3.11' } : undefined;
    if (!scene.modules || !existsSync(python)) return undefined;
    const module = /find_spec\('(\w+)'\)/.exec(args[1] ?? '')?.[1];
    return { exitCode: module && !scene.modules.includes(module) ? 1 : 0, output: '' };
  };
  const runLogged: VenvPlace['processes']['runLogged'] = async ({ args }) => {
    const words = args.join(' ').replaceAll(root, '');
    scene.ran.push(words);
    const failure = Object.keys(scene.fails).find((key) => words.includes(key));
    if (failure) return scene.fails[failure] ?? 1;
    if (words.includes('-m venv')) {
      makePython();
      scene.modules = ['pip'];
    } else scene.modules?.push('jupyterlab');
    return 0;
  };
  Object.assign(scene, { root, python, ran: [], fails: {}, modules: undefined });
  scene.finishVenv = (stamp) => {
    makePython();
    scene.modules = ['pip', 'jupyterlab'];
    writeFileSync(join(root, '.venv/.airlab'), stamp);
  };
  scene.place = {
    root,
    kernels: join(root, '.jupyter'),
    writable: true,
    env: {},
    log: { path: join(root, 'log'), fd: 1, write: () => undefined },
    progress: { step: () => ({ note: () => undefined, end: () => undefined }) },
    processes: {
      runLogged,
      startSupervised: () => {
        throw new Error('not asked for');
      },
    },
    ask,
  };
});
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }));

test('ready :: complete, of these requirements, Python runs', async (scene) => {
  scene.finishVenv(STAMP);
  const found = await readyVenv(scene.root, scene.place.ask, {});
  assert.equal(found?.command, [scene.python, join(scene.root, 'src/lab/start_jupyterlab.py')]);
});

test('ready :: other requirements, no stamp, Python gone, JupyterLab gone :: not', async (scene) => {
  const ready = () => readyVenv(scene.root, scene.place.ask, {});
  assert.is(await ready(), undefined);
  scene.finishVenv('older');
  assert.is(await ready(), undefined);
  scene.finishVenv(STAMP);
  scene.modules = ['pip'];
  assert.is(await ready(), undefined, 'a newer Python does not see the packages');
  scene.modules = undefined;
  assert.is(await ready(), undefined, 'the Python of the folder was removed');
});

test('make :: nothing there :: folder, packages, stamp', async (scene) => {
  const made = await makeVenv(scene.place);
  assert.ok('command' in made);
  assert.is(scene.ran[0], '-m venv --clear /.venv');
  assert.match(scene.ran[1] ?? '', /^-m pip install .*-r \/src\/lab\/requirements\.txt$/);
  assert.is(readFileSync(join(scene.root, '.venv/.airlab'), 'utf8'), STAMP);
});

test('make :: half installed :: only the packages', async (scene) => {
  scene.finishVenv('');
  await makeVenv(scene.place);
  assert.is(scene.ran.length, 1);
  assert.match(scene.ran[0] ?? '', '-m pip install');
});

test('make :: its Python is gone :: emptied and made anew', async (scene) => {
  scene.finishVenv(STAMP);
  scene.modules = undefined;
  assert.ok('command' in (await makeVenv(scene.place)));
  assert.match(scene.ran[0] ?? '', '--clear');
});

test('make :: somebody made it without pip :: is not emptied', async (scene) => {
  scene.finishVenv('');
  scene.modules = ['numpy'];
  await makeVenv(scene.place);
  assert.is(scene.ran[0], '-m venv /.venv');
});

test('make :: no network :: an older JupyterLab runs on', async (scene) => {
  scene.finishVenv('older');
  scene.fails = { 'pip install': 1 };
  assert.ok('command' in (await makeVenv(scene.place)));
});

const troubles: readonly [string, (scene: Scene) => void, RegExp][] = [
  ['no network', (scene) => Object.assign(scene.fails, { 'pip install': 1 }), /pip install failed/],
  ['venv fails', (scene) => Object.assign(scene.fails, { '-m venv': 1 }), /-m venv \.venv failed/],
  ['read-only', (scene) => Object.assign(scene, { place: { ...scene.place, writable: false } }), /read-only/],
  [
    'no Python',
    (scene) => Object.assign(scene, { place: { ...scene.place, ask: async () => undefined } }),
    /no Python 3/,
  ],
];
for (const [name, prepare, expected] of troubles)
  test(`make :: ${name} :: says so, with VS Code as a way on`, async (scene) => {
    prepare(scene);
    const made = await makeVenv(scene.place);
    assert.ok('what' in made);
    if (!('what' in made)) return;
    assert.match(made.what, expected);
    assert.match(made.ways.at(-1) ?? '', 'VS Code');
  });

test.run();
