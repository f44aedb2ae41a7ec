import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type FileEyes, watchFiles } from '../../watch/files.ts';
import { FakeTimers } from './fake-timers.ts';

const FILE = '/kit/exercises/exercise-pm25.ts';

interface Scene {
  readonly timers: FakeTimers;
  readonly files: Map<string, string>;
  readonly saved: number[];
  readonly end: () => void;
  /** A file event of the system. */
  readonly event: (name: string | null) => void;
}

function watched(paths: readonly string[] = [FILE]): Scene {
  const timers = new FakeTimers();
  const files = new Map([[FILE, 'v1']]);
  const saved: number[] = [];
  const listeners: ((name: string | null) => void)[] = [];
  const eyes: FileEyes = {
    timers,
    signature: (path) => files.get(path),
    events: (_folder, onEvent) => {
      listeners.push(onEvent);
      return () => listeners.splice(listeners.indexOf(onEvent), 1);
    },
  };
  const end = watchFiles(paths, () => saved.push(timers.nowMs), eyes);
  return { timers, files, saved, end, event: (name) => listeners.forEach((listener) => void listener(name)) };
}

const test = suite('watch :: files');

test('event :: one call 25 ms after the save', () => {
  const { timers, files, saved, event } = watched();
  files.set(FILE, 'v2');
  event('exercise-pm25.ts');
  event('exercise-pm25.ts');
  timers.pass(25);
  assert.equal(saved, [25]);
  timers.pass(1_000);
  assert.is(saved.length, 1);
});

test('no events :: polling sees the save within a quarter of a second', () => {
  const { timers, files, saved } = watched();
  timers.pass(1_000);
  assert.equal(saved, []);
  files.set(FILE, 'v2');
  timers.pass(250);
  assert.is(saved.length, 1);
});

test('rename :: a file that is gone for a moment is no save', () => {
  const { timers, files, saved, event } = watched();
  files.delete(FILE);
  event('exercise-pm25.ts');
  timers.pass(500);
  assert.equal(saved, []);
  files.set(FILE, 'v2');
  event('exercise-pm25.ts');
  timers.pass(25);
  assert.is(saved.length, 1);
});

test('touch of another file :: is no save', () => {
  const { timers, saved, event } = watched();
  event('notes.txt');
  event(null);
  timers.pass(500);
  assert.equal(saved, []);
});

test('twin that appears :: is a save', () => {
  const twin = FILE.replace('.ts', '.ipynb');
  const { timers, files, saved } = watched([FILE, twin]);
  files.set(twin, 'v1');
  timers.pass(250);
  assert.is(saved.length, 1);
});

test('end :: nothing is called any more', () => {
  const { timers, files, saved, end, event } = watched();
  files.set(FILE, 'v2');
  event('exercise-pm25.ts');
  end();
  timers.pass(1_000);
  assert.equal(saved, []);
  assert.is(timers.running, 0);
});

test.run();

const disk = suite('watch :: real files');

for (const [way, save] of [
  ['written in place', (path: string) => writeFileSync(path, 'two')],
  [
    'replaced by rename',
    (path: string) => {
      writeFileSync(`${path}~`, 'two');
      renameSync(`${path}~`, path);
    },
  ],
] as const) {
  disk(way, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'airlab-watch-'));
    const path = join(folder, 'exercise-pm25.ts');
    writeFileSync(path, 'one');
    let end = (): void => {};
    await new Promise<void>((seen) => {
      end = watchFiles([path], seen);
      save(path);
    });
    end();
    rmSync(folder, { recursive: true });
  });
}

disk.run();
