import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { verifySnapshot } from '../../../src/classroom/snapshot.ts';
import { contestSnapshot, dataWords } from '../../contest/snapshot.ts';
import { sealTools } from '../../data.ts';

const test = suite('contest snapshot');
const NOW_MS = Date.parse('2026-11-24T09:20:00Z');
const tools = { ...sealTools(join(tmpdir(), 'airlab-no-such-folder'), () => NOW_MS) };

test('offline :: nothing kept :: simulated air, sealed, and it says so itself', async () => {
  const snapshot = await contestSnapshot({ mode: 'offline' }, tools);
  assert.equal([snapshot.data, snapshot.places.length, verifySnapshot(snapshot)], ['simulated', 2, true]);
});

test('auto :: the service does not answer :: goes on; live :: does not', async () => {
  const record = () => Promise.reject(new Error('no answer'));
  assert.is((await contestSnapshot({ mode: 'auto' }, { ...tools, record })).data, 'simulated');
  const live = await contestSnapshot({ mode: 'live' }, { ...tools, record }).catch(
    (error: Error) => error.message,
  );
  assert.is(live, 'no answer');
});

test('words :: simulated and old data is told loudly', () => {
  const words = (data: 'open-meteo' | 'simulated', takenAt: string) => dataWords({ data, takenAt }, NOW_MS);
  assert.equal(words('open-meteo', '2026-11-24T09:00:00Z'), {
    label: 'Open-Meteo, sealed 2026-11-24T09:00Z',
  });
  assert.equal(words('open-meteo', '2026-11-24T04:00:00Z').warning, 'The snapshot is 5 h old.');
  assert.equal(words('simulated', '2026-11-24T09:19:00Z'), {
    label: 'SIMULATED data, sealed 2026-11-24T09:19Z',
    warning: 'Simulated data, not a measurement.',
  });
});

test.run();
