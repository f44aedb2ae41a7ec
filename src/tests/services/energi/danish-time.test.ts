import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { danishTime, momentOf, momentWritten } from '../../../services/energi/danish-time.ts';

const NOW_MS = Date.parse('2026-11-24T09:30:00Z');

test('Danish time :: any moment there and back :: the same, but for the hour that comes twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_672_531_200, max: 1_830_297_600 }), (seconds) => {
      const back = momentOf(danishTime(seconds * 1000));
      assert.ok(back === seconds * 1000 || back === (seconds - 3_600) * 1000);
      assert.is(danishTime(back), danishTime(seconds * 1000));
    }),
  );
});

test('moments :: as the service lets one write them', () => {
  const iso = (text: string) => {
    const ms = momentWritten(text, NOW_MS);
    return ms === undefined ? undefined : new Date(ms).toISOString();
  };
  assert.is(iso('2025-10-01'), '2025-09-30T22:00:00.000Z');
  assert.is(iso('2026-01-01T12:00'), '2026-01-01T11:00:00.000Z');
  assert.is(iso('now-P1D'), '2026-11-23T09:30:00.000Z');
  assert.is(iso('StartOfDay+PT2H'), '2026-11-24T01:00:00.000Z');
  for (const text of ['yesterday', '2025-13-01', '', 'now-1', '2025-10-01T25:00'])
    assert.is(iso(text), undefined, text);
});

test.run();
