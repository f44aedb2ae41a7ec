import { setTimeout as pause } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startBoxed } from '../../sandbox/boxed-process.ts';
import { likelyBox, machineBox } from '../../sandbox/layers.ts';
import { DEFAULT_LIMITS } from '../../sandbox/limits.ts';
import { type Run, runAnswer } from '../../sandbox/run.ts';
import { Standby } from '../../sandbox/standby.ts';
import { answer, NOW_MS } from './boxes.ts';

const test = suite('standby');

const CODE = `
let loads = 0;
exports.module = () => ++loads;
exports.globals = () => (globalThis.times = (globalThis.times ?? 0) + 1);
exports.time = async () => { const from = Date.now(); await new Promise((r) => setTimeout(r, 1_500)); return [from, Date.now(), performance.now()]; };
exports.leaves = () => { setInterval(() => fetch('https://api.open-meteo.com/left'), 100); void fetch('https://api.open-meteo.com/never'); return 'gone'; };
exports.asks = async () => (await fetch('https://api.open-meteo.com/asked')).status;
exports.ends = () => process.exit(0);
`;

async function withStandby<Value>(count: number, use: (standby: Standby) => Promise<Value>): Promise<Value> {
  const standby = new Standby(count);
  try {
    return await use(standby);
  } finally {
    standby.end();
  }
}

const act = (standby: Standby, mayShare: boolean, ...names: string[]): Promise<Run> =>
  runAnswer(answer(CODE), {
    calls: names.map((name) => ({ id: name, part: 'part', export: name, args: [] })),
    nowMs: NOW_MS,
    upstream: ({ url }) =>
      url === '/never' ? { kind: 'hang' } : { kind: 'answer', status: 200, headers: {}, body: '{}' },
    standby,
    mayShare,
  });

const value = ({ outcomes, ending }: Run, name: string): unknown => {
  const outcome = outcomes.get(name);
  return outcome?.kind === 'value' ? outcome.value : [outcome, ending];
};

test('sharing :: the module is loaded anew, what lies in globals stays', async () => {
  const seen = await withStandby(1, async (standby) => {
    const first = await act(standby, true, 'module', 'globals');
    const second = await act(standby, true, 'module', 'globals');
    return [first, second].map((run) => [value(run, 'module'), value(run, 'globals'), run.ending.kind]);
  });
  assert.equal(seen, [
    [1, 1, 'finished'],
    [1, 2, 'finished'],
  ]);
});

test('sharing :: only who may share gets a child that ran before', async () => {
  const seen = await withStandby(2, async (standby) => {
    await act(standby, true, 'globals');
    const alone = await act(standby, false, 'globals');
    const shared = await act(standby, true, 'globals');
    return [value(alone, 'globals'), value(shared, 'globals')];
  });
  assert.equal(seen, [1, 2]);
});

test('sharing :: time begins again, and nothing that was left goes on', async () => {
  const [times, requests] = await withStandby(1, async (standby) => {
    await act(standby, true, 'leaves');
    const timed = await act(standby, true, 'time', 'asks');
    return [value(timed, 'time'), timed.requests.map(({ url, atMs, index }) => [url, atMs, index])];
  });
  assert.equal(times, [NOW_MS, NOW_MS + 1_500, 1_500]);
  assert.equal(requests, [['/asked', 1_500, 0]]);
});

test('sharing :: an answer that ends its process :: is not given back', async () => {
  const seen = await withStandby(1, async (standby) => {
    const ended = await act(standby, true, 'ends');
    const next = await act(standby, true, 'globals');
    return [ended.ending.kind, value(next, 'globals')];
  });
  assert.equal(seen, ['crashed', 1]);
});

test('take :: a child that died while it waited :: is passed over', async () => {
  await withStandby(2, async (standby) => {
    const box = await machineBox();
    const first = standby.take(box);
    assert.ok(first);
    assert.ok(first.isRunning());
    first.kill();
    await first.closed;
    standby.giveBack(first);
    const next = standby.take(box, { mayShare: true });
    assert.ok(next);
    assert.ok(next.isRunning());
    next.kill();
  });
});

test('end :: leaves no process', async () => {
  const standby = new Standby(1);
  const child = standby.take(await machineBox());
  assert.ok(child);
  standby.giveBack(child);
  standby.end();
  await child.closed;
  assert.not.ok(child.isRunning());
});

test('kill :: whenever it comes while the walls go up :: everything behind them ends', async () => {
  const box = likelyBox();
  const exits = Array.from({ length: 120 }, async (_, nth) => {
    await pause(nth * 15);
    const child = startBoxed(box, DEFAULT_LIMITS);
    for (const stream of [...child.prints, child.channel]) stream.resume();
    // bubblewrap needs about 8 ms.
    await pause(nth / 10);
    child.kill();
    return child.closed;
  });
  assert.is((await Promise.all(exits)).length, 120);
});

test.run();
