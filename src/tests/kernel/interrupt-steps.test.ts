import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { interrupt } from '../../kernel/interrupt.ts';

/** Time that passes only when someone waits, in steps that are counted. */
function world({ answersAfter, compilesFor = 0 }: { answersAfter: number; compilesFor?: number }) {
  const state: { waits: number; stops: number; answer: () => void } = {
    waits: 0,
    stops: 0,
    answer: () => undefined,
  };
  const wait = async (): Promise<void> => {
    state.waits += 1;
    if (state.waits >= answersAfter) state.answer();
  };
  const request = (): Promise<void> =>
    new Promise((resolve) => {
      state.answer = resolve;
      if (answersAfter === 0) resolve();
    });
  const stop = async (): Promise<void> => {
    state.stops += 1;
  };
  const runner = { request, compiling: () => state.waits <= compilesFor };
  return { state, run: () => interrupt(runner, { stop, wait }) };
}

test('interrupt :: waiting cell :: answered without stopping the thread', async () => {
  const { state, run } = world({ answersAfter: 0 });
  assert.is(await run(), 'answered');
  assert.is(state.stops, 0);
});

test('interrupt :: looping cell :: thread is stopped', async () => {
  const { state, run } = world({ answersAfter: 2 });
  assert.is(await run(), 'stopped');
  assert.is(state.stops, 1);
});

test('interrupt :: while TypeScript compiles :: not stopped', async () => {
  const { state, run } = world({ answersAfter: 4, compilesFor: 10 });
  assert.is(await run(), 'answered');
  assert.is(state.stops, 0);
});

test('interrupt :: blocked in the operating system :: gives up', async () => {
  const { state, run } = world({ answersAfter: Number.POSITIVE_INFINITY });
  assert.is(await run(), 'failed');
  assert.is(state.stops, 15);
});

test.run();
