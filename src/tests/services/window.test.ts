import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createWindows } from '../../services/window.ts';

const LIMIT = { requests: 3, windowMs: 60_000 };

test('windows :: any waits :: never more than allowed in the time of one window', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30_000), { maxLength: 60 }), (waits) => {
      const windows = createWindows();
      const served: number[] = [];
      let nowMs = 0;
      for (const wait of waits) {
        nowMs += wait;
        if (windows.spend('a', LIMIT, nowMs).allowed) served.push(nowMs);
      }
      // Fixed windows allow twice as many across a border, not more.
      for (const at of served)
        assert.ok(
          served.filter((other) => other >= at && other < at + LIMIT.windowMs).length <= 2 * LIMIT.requests,
        );
    }),
  );
});

test('windows :: waiting as told :: served again', () => {
  const windows = createWindows();
  for (let count = 0; count < 3; count += 1) windows.spend('a', LIMIT, 100);
  const { allowed, remaining, resetS } = windows.spend('a', LIMIT, 30_000);
  assert.equal([allowed, remaining, resetS], [false, 0, 31]);
  assert.ok(windows.spend('a', LIMIT, 30_000 + resetS * 1_000).allowed);
});

test('windows :: another client, a forgotten one :: from zero', () => {
  const windows = createWindows();
  for (let count = 0; count < 4; count += 1) windows.spend('a', LIMIT, 0);
  assert.is(windows.spend('b', LIMIT, 0).remaining, 2);
  windows.forget('a');
  assert.ok(windows.spend('a', LIMIT, 0).allowed);
});

test('windows :: thousands of clients :: the ones used least lately are forgotten', () => {
  const windows = createWindows();
  for (let count = 0; count < 3; count += 1) windows.spend('first', LIMIT, 0);
  for (let client = 0; client < 500; client += 1) windows.spend(String(client), LIMIT, 1);
  assert.ok(windows.spend('first', LIMIT, 2).allowed);
});

test.run();
