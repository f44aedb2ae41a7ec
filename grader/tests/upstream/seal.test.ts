import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Snapshot } from '../../../src/classroom/snapshot.ts';
import type { Source } from '../../../src/classroom/source.ts';
import { OutsideError } from '../../../src/errors.ts';
import { type SealTools, seal } from '../../upstream/seal.ts';

const NOON = Date.parse('2026-11-24T12:00:00Z');

function snapshot(takenAt: string, data: Snapshot['data'] = 'open-meteo'): Snapshot {
  return {
    format: 'airlab-snapshot-1',
    takenAt,
    from: 'https://air.example',
    data,
    licence: 'CC BY 4.0',
    modelRuns: {},
    places: [],
    sha256: `sha of ${takenAt}`,
  };
}

function source(label: string): Source {
  return { kind: 'sealed', label, holds: () => true, read: () => [] };
}

function tools(changes: Partial<SealTools> = {}): SealTools & { asked: () => number } {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-seal-'));
  let asked = 0;
  const record =
    changes.record ??
    (() => Promise.reject(new OutsideError('GET https://air.example: no route', 'Check the network.')));
  return {
    now: () => NOON,
    folder,
    read: (path) => {
      if (!existsSync(path)) throw new OutsideError(`${path} is not there`, 'Check the path.');
      return JSON.parse(readFileSync(path, 'utf8'));
    },
    write: (path, value) => writeFileSync(path, JSON.stringify(value)),
    simulated: () => source('simulated, seed 1'),
    sealed: (value) => source(`snapshot of ${value.takenAt}`),
    ...changes,
    record: () => {
      asked += 1;
      return record();
    },
    asked: () => asked,
  };
}

const test = suite('seal');

test('auto :: the service answers :: its snapshot is used, kept and used again', async () => {
  const set = tools({ record: async () => snapshot('2026-11-24T11:59:00Z') });
  const first = await seal({ mode: 'auto' }, set);
  const second = await seal({ mode: 'auto' }, set);
  assert.is(first.kind, 'open-meteo');
  assert.is(first.notice, undefined);
  assert.is(second.sha256, first.sha256);
  assert.is(set.asked(), 1);
});

test('auto :: no network and nothing kept :: simulated, said loudly', async () => {
  const set = tools();
  const data = await seal({ mode: 'auto' }, set);
  assert.is(data.kind, 'simulated');
  assert.is(data.notice, 'SIMULATED data, not a measurement: Open-Meteo did not answer.');
  assert.is(data.licence, 'Simulated by airlab; not Open-Meteo data.');
});

test('auto :: no network :: the service is left alone for ten minutes, then asked again', async () => {
  const clock = { ms: NOON };
  const set = tools({ now: () => clock.ms });
  await seal({ mode: 'auto' }, set);
  clock.ms += 4 * 60_000;
  const again = await seal({ mode: 'auto' }, set);
  assert.is(set.asked(), 1);
  assert.is(again.notice, 'SIMULATED data, not a measurement: Open-Meteo did not answer 4 min ago.');
  clock.ms += 7 * 60_000;
  await seal({ mode: 'auto' }, set);
  assert.is(set.asked(), 2);
});

test('auto :: no network :: the newest kept snapshot, with its age', async () => {
  const set = tools();
  set.write(join(set.folder, '2026-11-22T12-00.json'), snapshot('2026-11-22T12:00:00Z'));
  set.write(join(set.folder, '2026-11-23T12-00.json'), snapshot('2026-11-23T12:00:00Z'));
  const data = await seal({ mode: 'auto' }, set);
  assert.is(data.nowMs, Date.parse('2026-11-23T12:01:00Z'));
  assert.is(data.notice, 'Snapshot of 2026-11-23T12:00Z, 24 h old: Open-Meteo did not answer.');
});

test('live :: no network :: fails and says whose trouble it is', async () => {
  const set = tools();
  set.write(join(set.folder, '2026-11-23T12-00.json'), snapshot('2026-11-23T12:00:00Z'));
  try {
    await seal({ mode: 'live' }, set);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, OutsideError);
    assert.match(String(error), /No live snapshot: GET https:\/\/air\.example: no route/);
  }
});

test('offline :: the service is never asked', async () => {
  const set = tools({ record: async () => snapshot('2026-11-24T11:59:00Z') });
  const data = await seal({ mode: 'offline' }, set);
  assert.is(set.asked(), 0);
  assert.match(data.notice ?? '', /^SIMULATED data, not a measurement: Asked to stay offline/);
});

test('file :: a snapshot of the classroom API is never passed off as real', async () => {
  const set = tools();
  const path = join(set.folder, 'mine.json');
  set.write(path, snapshot('2026-11-20T08:00:00Z', 'simulated'));
  const data = await seal({ mode: 'auto', snapshotFile: path }, set);
  assert.is(data.kind, 'simulated');
  assert.is(
    data.notice,
    'SIMULATED data, not a measurement: the snapshot was taken from https://air.example.',
  );
});

test('file :: missing :: fails', async () => {
  const set = tools();
  try {
    await seal({ mode: 'auto', snapshotFile: '/nowhere.json' }, set);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, OutsideError);
  }
});

test('clock :: late in the hour :: an answer that waits does not cross the hour', async () => {
  const set = tools({ record: async () => snapshot('2026-11-24T11:59:30Z') });
  const data = await seal({ mode: 'auto' }, set);
  assert.is(data.nowMs, Date.parse('2026-11-24T11:45:00Z'));
});

test('clock :: at the stroke of the hour :: a minute later, when < and <= are the same', async () => {
  const set = tools({ record: async () => snapshot('2026-11-24T11:00:00Z') });
  assert.is((await seal({ mode: 'auto' }, set)).nowMs, Date.parse('2026-11-24T11:01:00Z'));
});

test('a bad kept snapshot is passed over', async () => {
  const set = tools({
    read: (path) => {
      if (path.includes('2026-11-24')) throw new OutsideError('cut off', 'Delete it.');
      return snapshot('2026-11-23T12:00:00Z');
    },
  });
  writeFileSync(join(set.folder, '2026-11-24T10-00.json'), '{');
  writeFileSync(join(set.folder, '2026-11-23T12-00.json'), '{}');
  const data = await seal({ mode: 'offline' }, set);
  assert.is(data.nowMs, Date.parse('2026-11-23T12:01:00Z'));
});

test.run();
