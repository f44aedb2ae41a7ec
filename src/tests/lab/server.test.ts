import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openLog, stateFolder } from '../../build/log.mjs';
import { runLogged, startSupervised } from '../../build/run.mjs';
import type { Jupyter } from '../../lab/jupyter.ts';
import { type ServerPlace, startJupyter } from '../../lab/server.ts';
import type { Service } from '../../lab/service.ts';

interface Scene {
  root: string;
  services: Service[];
  place: ServerPlace;
  jupyter: (code: string, origin?: Jupyter['origin']) => Jupyter;
}

/** Answers its status to who knows the token, as Jupyter does. */
const JUPYTER = `
const port = Number(process.argv.find((word) => word.startsWith('--port=')).slice(7));
require('node:http').createServer(({ headers }, answer) => {
  answer.statusCode = headers.authorization === 'token ' + process.env.JUPYTER_TOKEN ? 200 : 403;
  answer.end('{}');
}).listen(port, '127.0.0.1');`;

const test = suite<Scene>('server');
test.before.each((scene) => {
  scene.root = mkdtempSync(join(tmpdir(), 'airlab-server-'));
  scene.services = [];
  scene.jupyter = (code, origin = 'venv') => {
    const program = join(scene.root, 'jupyter.cjs');
    writeFileSync(program, code);
    return { kind: 'lab', origin, command: [process.execPath, program] };
  };
  const { folder } = stateFolder(scene.root);
  scene.place = {
    root: scene.root,
    folder: join(folder, 'lab'),
    port: undefined,
    token: 'secret',
    env: process.env,
    log: openLog({ folder, name: 'start', now: 0 }),
    processes: { runLogged, startSupervised },
    started: (service) => void scene.services.push(service),
  };
});
test.after.each(async ({ root, services }) => {
  await Promise.all(services.map((service) => service.stop()));
  rmSync(root, { recursive: true, force: true });
});

test('Jupyter :: answers :: address with its token, settings written', async (scene) => {
  const server = await startJupyter(scene.jupyter(JUPYTER), scene.place);
  assert.ok('url' in server);
  assert.match('url' in server ? server.url : '', /^http:\/\/127\.0\.0\.1:\d+\/\?token=secret$/);
  const config = JSON.parse(readFileSync(join(scene.place.folder, 'config/jupyter_config.json'), 'utf8'));
  assert.is(config.MultiKernelManager.default_kernel_name, 'airlab');
  assert.is(config.ServerApp.terminado_settings.shell_command.length, 1);
});

test('Jupyter :: a login shell that nobody knows :: terminals use bash', async (scene) => {
  const place = { ...scene.place, env: { ...process.env, SHELL: '/usr/sbin/nologin' } };
  await startJupyter(scene.jupyter(JUPYTER), place);
  const config = JSON.parse(readFileSync(join(place.folder, 'config/jupyter_config.json'), 'utf8'));
  assert.equal(config.ServerApp.terminado_settings.shell_command, ['bash']);
});

test('Jupyter :: ends at once :: says how, and what to repair when it is ours', async (scene) => {
  const own = await startJupyter(scene.jupyter('process.exit(4)'), scene.place);
  assert.is('what' in own && own.what, 'Jupyter did not start: it ended with exit code 4.');
  assert.match('ways' in own ? own.ways.join() : '', 'remove the folder .venv');
  const other = await startJupyter(scene.jupyter('process.exit(4)', 'path'), scene.place);
  assert.not.match('ways' in other ? other.ways.join() : '', '.venv');
  assert.is(scene.services.length, 2, 'a free port is not tried again');
});

test.run();
