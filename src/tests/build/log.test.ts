import {
  closeSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openLog, stateFolder } from '../../build/log.mjs';

const test = suite<{ folder: string }>('log');
test.before.each((scene) => {
  scene.folder = mkdtempSync(join(tmpdir(), 'airlab-log-'));
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }));

test('state :: writable repository :: .airlab in it', ({ folder }) => {
  assert.equal(stateFolder(folder), { folder: join(folder, '.airlab'), writable: true });
  assert.ok(existsSync(join(folder, '.airlab/logs')));
});

test('state :: repository that cannot hold it :: a folder in the temporary one', ({ folder }) => {
  writeFileSync(join(folder, '.airlab'), 'a file is in the way');
  const state = stateFolder(folder, folder);
  assert.not(state.writable);
  assert.match(state.folder, join(folder, 'airlab-'));
  assert.ok(existsSync(join(state.folder, 'logs')));
});

test('log :: named by its time, appended', ({ folder }) => {
  const state = stateFolder(folder);
  const log = openLog({ folder: state.folder, name: 'start', now: Date.parse('2026-11-24T09:00:00Z') });
  log.write('one\n');
  log.write('two\n');
  assert.is(log.path, join(state.folder, 'logs/start-2026-11-24T09-00-00.log'));
  assert.is(readFileSync(log.path, 'utf8'), 'one\ntwo\n');
});

test('log :: the newest ten of a name are kept, others stay', ({ folder }) => {
  const state = stateFolder(folder);
  openLog({ folder: state.folder, name: 'test', now: 0 });
  for (let minute = 0; minute < 13; minute += 1)
    openLog({ folder: state.folder, name: 'start', now: minute * 60_000 });
  const names = readdirSync(join(state.folder, 'logs')).sort();
  assert.is(names.length, 11);
  assert.is(names[0], 'start-1970-01-01T00-03-00.log');
  assert.is(names.at(-1), 'test-1970-01-01T00-00-00.log');
});

test('log :: cannot be written any more :: the command goes on', ({ folder }) => {
  const log = openLog({ folder: stateFolder(folder).folder, name: 'start', now: 0 });
  closeSync(log.fd);
  assert.not.throws(() => log.write('text'));
});

test.run();
