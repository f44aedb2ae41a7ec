import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openLog, stateFolder } from '../../build/log.mjs';
import { runLogged, startSupervised } from '../../build/run.mjs';
import { type ClassroomPlace, startClassroom } from '../../lab/classroom.ts';
import type { Service } from '../../lab/service.ts';

interface Scene {
  root: string;
  services: Service[];
  place: ClassroomPlace;
  program: (code: string) => void;
}

const HEALTHY = `
const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
require('node:http').createServer((_, answer) => answer.end(JSON.stringify({ id: process.env.AIRLAB_CLASSROOM_ID }))).listen(port, '127.0.0.1');`;

const test = suite<Scene>('classroom');
test.before.each((scene) => {
  scene.root = mkdtempSync(join(tmpdir(), 'airlab-classroom-'));
  mkdirSync(join(scene.root, 'src/dist'), { recursive: true });
  scene.program = (code) => writeFileSync(join(scene.root, 'src/dist/classroom-main.js'), code);
  scene.services = [];
  const { folder } = stateFolder(scene.root);
  scene.place = {
    root: scene.root,
    folder,
    env: process.env,
    log: openLog({ folder, name: 'start', now: 0 }),
    processes: { runLogged, startSupervised },
    except: undefined,
    started: (service) => void scene.services.push(service),
  };
});
test.after.each(async ({ root, services }) => {
  await Promise.all(services.map((service) => service.stop()));
  rmSync(root, { recursive: true, force: true });
});

test('classroom :: answers :: its address is recorded, and forgotten when it ends', async (scene) => {
  scene.program(HEALTHY);
  const classroom = await startClassroom(scene.place);
  assert.ok('url' in classroom);
  const record = join(scene.place.folder, 'classroom.json');
  assert.is(JSON.parse(readFileSync(record, 'utf8')).url, 'url' in classroom && classroom.url);
  await scene.services[0]?.stop();
  assert.not(existsSync(record));
});

test('classroom :: two at once :: different ports', async (scene) => {
  scene.program(HEALTHY);
  const first = await startClassroom(scene.place);
  const second = await startClassroom(scene.place);
  assert.ok('url' in first && 'url' in second && first.url !== second.url);
});

test('classroom :: two at the same moment :: each has its own', async (scene) => {
  scene.program(HEALTHY);
  const both = await Promise.all([startClassroom(scene.place), startClassroom(scene.place)]);
  const urls = both.map((classroom) => ('url' in classroom ? classroom.url : classroom.what));
  assert.is(new Set(urls).size, 2, urls.join(', '));
  for (const classroom of both) {
    const isRunning =
      'service' in classroom && (await Promise.race([classroom.service.ended, pause(300, 'runs')]));
    assert.is(isRunning, 'runs');
  }
});

test('classroom :: not built, or ends at once :: says so and names the log', async (scene) => {
  const missing = await startClassroom(scene.place);
  assert.is('what' in missing && missing.what, 'The classroom API does not run: it was not built.');
  scene.program('process.exit(9)');
  const ended = await startClassroom(scene.place);
  assert.is('what' in ended && ended.what, 'The classroom API does not run: it ended with exit code 9.');
  assert.is('log' in ended && ended.log, scene.place.log.path);
});

test.run();
