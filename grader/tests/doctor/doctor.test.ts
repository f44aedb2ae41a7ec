import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { builtFrom, sourcesHash } from '../../../src/build/compile.mjs';
import { doctorText } from '../../commands/doctor-text.ts';
import type { DoctorFinding, DoctorTools } from '../../doctor/finding.ts';
import { examineGrading } from '../../doctor/grading.ts';
import { examineLab } from '../../doctor/lab.ts';
import { examineMachine, nodeVersion } from '../../doctor/machine.ts';

const NOW = Date.parse('2026-11-24T09:00:00.000Z');
/** A port where nothing answers. */
const NOWHERE = 'http://127.0.0.1:9';
const WALLS = { layers: ['bubblewrap', 'watchdog'] };

interface Scene {
  root: string;
  tools: DoctorTools;
  write: (path: string, text: string) => void;
}

const test = suite<Scene>('doctor');

test.before.each((scene) => {
  const root = mkdtempSync(join(tmpdir(), 'airlab-doctor-'));
  scene.root = root;
  scene.write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  scene.tools = {
    root,
    home: root,
    env: { OPEN_METEO_AIR_QUALITY_API_URL: NOWHERE },
    now: () => NOW,
    run: async () => undefined,
    fetch,
  };
});
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }));

function found(findings: readonly DoctorFinding[], name: string): string {
  const finding = findings.find((one) => one.name === name);
  return finding ? `${finding.state}: ${finding.says}` : 'not examined';
}

async function served(listener: RequestListener, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  await use(`http://127.0.0.1:${address.port}`);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

test('Node :: too old blocks', () => {
  assert.is(nodeVersion('20.19.0').state, 'ok');
  assert.is(nodeVersion('26.1.0').state, 'ok');
  assert.is(nodeVersion('20.18.3').state, 'blocks');
  assert.is(nodeVersion('18.20.0').state, 'blocks');
});

test('machine :: empty folder', async ({ tools }) => {
  const findings = await examineMachine(tools);
  assert.is(found(findings, 'packages'), 'blocks: not installed');
  assert.match(found(findings, 'build'), 'blocks: missing: src/dist/index.js');
  assert.match(found(findings, 'npm'), 'warn: not found');
  assert.match(found(findings, 'disk'), / free$/);
});

test('machine :: installed and built, then a source changed and a package gone', async ({
  root,
  tools,
  write,
}) => {
  for (const path of ['src/dist/index.js', 'grader/dist/cli.js', 'grader/dist/sandbox-child.cjs'])
    write(path, '');
  for (const path of ['src/dist/index.d.ts', 'src/dist/kernel.js', 'src/dist/lab.js', 'tsconfig.json'])
    write(path, '');
  const packages = '{"packages":{"node_modules/undici":{"version":"7.0.0"}}}';
  write('package-lock.json', packages);
  write('node_modules/.package-lock.json', packages);
  write('node_modules/undici/package.json', '{}');
  writeFileSync(builtFrom(root), sourcesHash(root));
  const look = () => examineMachine({ ...tools, run: async () => '11.0.0' });
  const findings = await look();
  assert.is(found(findings, 'build'), 'ok: complete');
  assert.match(found(findings, 'packages'), 'ok: installed 20');
  assert.is(found(findings, 'npm'), 'ok: 11.0.0');

  write('src/index.ts', 'changed');
  assert.is(found(await look(), 'build'), 'warn: not made of the sources as they are now');
  rmSync(join(root, 'node_modules/undici'), { recursive: true });
  assert.is(found(await look(), 'packages'), 'blocks: some are missing or older than wanted');
});

test('lab :: nothing there warns, blocks nothing', async ({ tools }) => {
  const findings = await examineLab(tools);
  assert.ok(findings.every(({ state }) => state === 'warn'));
  assert.match(found(findings, 'Open-Meteo'), 'not reachable; grading uses kept or simulated data');
  assert.match(found(findings, 'kernel'), 'not registered');
});

test('lab :: Python, Jupyter, kernel and classroom API found', async ({ tools, write }) => {
  write('kernel.js', '');
  const argv = [process.execPath, join(tools.root, 'kernel.js')];
  write('.jupyter/kernels/airlab/kernel.json', JSON.stringify({ argv }));
  const run: DoctorTools['run'] = async (command, [first]) =>
    command === 'python3' ? 'Python 3.12.1' : first === 'lab' ? '4.5.0' : undefined;
  await served(
    (_request, response) => response.end('{}'),
    async (url) => {
      write('.airlab/classroom.json', JSON.stringify({ url }));
      const env = { OPEN_METEO_AIR_QUALITY_API_URL: url };
      const findings = await examineLab({ ...tools, env, run });
      assert.is(found(findings, 'Python'), 'ok: 3.12.1');
      assert.is(found(findings, 'Jupyter'), 'ok: JupyterLab 4.5.0');
      assert.match(found(findings, 'kernel'), 'ok: registered');
      assert.is(found(findings, 'classroom API'), `ok: answers at ${url}`);
      assert.match(found(findings, 'Open-Meteo'), `ok: asked at ${url}`);
    },
  );
});

test('lab :: Python without venv, .venv whose Python is gone', async ({ tools, write }) => {
  write('.venv/pyvenv.cfg', '');
  const run: DoctorTools['run'] = async (command, [first]) =>
    command === 'python3' && first === '--version' ? 'Python 3.11.2' : undefined;
  const findings = await examineLab({ ...tools, run });
  assert.is(found(findings, 'Python'), 'warn: 3.11.2, without the venv module');
  assert.is(found(findings, 'Jupyter'), 'warn: the one in .venv does not run');
});

test('lab :: kernel that points to a file that is gone blocks', async ({ tools, write }) => {
  write(
    '.jupyter/kernels/airlab/kernel.json',
    JSON.stringify({ argv: [process.execPath, '/gone/kernel.js'] }),
  );
  assert.match(
    found(await examineLab(tools), 'kernel'),
    'blocks: registered, but /gone/kernel.js is missing',
  );
});

test('lab :: a classroom API that ended is told from one that runs', async ({ tools, write }) => {
  write('.airlab/classroom.json', JSON.stringify({ url: NOWHERE }));
  assert.is(found(await examineLab(tools), 'classroom API'), `warn: was at ${NOWHERE}, no answer now`);
});

test('lab :: Open-Meteo that refuses', async ({ tools }) => {
  await served(
    (_request, response) => response.writeHead(429).end(),
    async (url) => {
      const env = { OPEN_METEO_AIR_QUALITY_API_URL: url };
      assert.match(found(await examineLab({ ...tools, env }), 'Open-Meteo'), 'warn: answers 429');
    },
  );
});

test('grading :: walls, starters, snapshots, folder, journal', ({ tools, write }) => {
  write('grader/starters/exercise-pm25.ts', '');
  write('exercises/exercise-pm25.ts', '');
  const findings = examineGrading(tools, WALLS, ['exercise-pm25']);
  assert.is(found(findings, 'sandbox'), 'ok: bubblewrap, watchdog');
  assert.is(found(findings, 'snapshots'), 'warn: none kept; offline means simulated data');
  assert.is(found(findings, 'exercises'), 'ok: 1 to grade');
  assert.is(found(findings, 'progress'), 'ok: 0 events kept');
  assert.match(found(findings, 'folder'), 'is writable');
});

test('grading :: what is broken is named with a way on', ({ tools, write, root }) => {
  write('.airlab/snapshots/2026-11-24T08-00-00.json', '{"format":');
  write('.airlab/practice.jsonl', '');
  appendFileSync(join(root, '.airlab/practice.jsonl'), 'torn\n');
  const findings = examineGrading(tools, { layers: [], warning: 'no walls here' }, ['exercise-pm25']);
  assert.match(found(findings, 'snapshots'), 'warn: 0 kept; unreadable: 2026-11-24T08-00-00.json');
  assert.is(found(findings, 'progress'), 'warn: 0 events kept; 1 unreadable line is skipped');
  assert.match(found(findings, 'exercises'), 'warn: no starter kept');
  assert.is(found(findings, 'sandbox'), 'blocks: no walls');
  assert.ok(findings.every(({ state, fix }) => (state === 'ok') === (fix === undefined)));
});

test('text :: the first that blocks comes again at the end', () => {
  const look = { width: 80, colour: false, unicode: true };
  const text = doctorText(
    [
      { name: 'Node', state: 'ok', says: '22.1.0' },
      { name: 'build', state: 'blocks', says: 'missing', fix: 'npm run build' },
    ],
    look,
  );
  assert.is(
    text,
    '✓ Node   22.1.0\n✗ build  missing\n         → npm run build\n\n1 of 2 block. Begin with: npm run build\n',
  );
  assert.match(doctorText([{ name: 'Node', state: 'ok', says: '22' }], look), 'Nothing blocks.');
});

test.run();
