import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { offsetMs } from '../../../../contest/pages/live/offset.js';

const test = suite('clock offset');

test('probes :: the fastest one counts, and is wrong by half its way at most', () => {
  const probe = fc.record({
    outMs: fc.integer({ min: 0, max: 900 }),
    backMs: fc.integer({ min: 0, max: 900 }),
  });
  fc.assert(
    fc.property(fc.array(probe, { minLength: 1, maxLength: 5 }), fc.integer(), (trips, aheadMs) => {
      const probes = trips.map(({ outMs, backMs }, index) => {
        const sentMs = index * 2_000;
        return { sentMs, serverMs: sentMs + outMs + aheadMs, gotMs: sentMs + outMs + backMs };
      });
      const fastest = Math.min(...trips.map(({ outMs, backMs }) => outMs + backMs));
      assert.ok(Math.abs((offsetMs(probes) ?? Number.NaN) - aheadMs) <= fastest / 2);
    }),
  );
});

test('no probes :: nothing is known', () => {
  assert.is(offsetMs([]), undefined);
});

test.run();
