import * as assert from 'uvu/assert';
import { errorOf, type JupyterClient, kernelSuite, resultOf, startClient, streamed } from './jupyter.ts';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function interrupted(client: JupyterClient, code: string): Promise<string> {
  const id = await client.start(`console.log("started")\n${code}`);
  await client.until(({ parent, type }) => parent === id && type === 'stream');
  client.interrupt();
  const outcome = await client.outcome(id);
  assert.is(outcome.reply.status, 'error');
  return errorOf(outcome).ename;
}

const cases: readonly [string, string][] = [
  ['pending await', 'await new Promise(() => undefined)'],
  ['loop', 'await new Promise((r) => setTimeout(r, 60)); for (;;) {}'],
  [
    'loop after an await of nothing',
    'await null; await new Promise((r) => setTimeout(r, 60)); while (true) { }',
  ],
  ['loop of awaits that never wait', 'await new Promise((r) => setTimeout(r, 60)); for (;;) await null'],
  ['loop in a timer', 'await new Promise(() => setTimeout(() => { for (;;) {} }, 60))'],
  ['regular expression', 'await new Promise((r) => setTimeout(r, 60)); /(a+)+$/.test("a".repeat(50) + "!")'],
  [
    'loop that catches everything',
    'await new Promise((r) => setTimeout(r, 60)); for (;;) { try { for (;;) {} } catch {} }',
  ],
  [
    'fetch that hangs',
    'const { createServer } = require("node:http"); const hang = createServer(() => {}); await new Promise((r) => hang.listen(0, r)); await fetch("http://127.0.0.1:" + hang.address().port)',
  ],
];

void kernelSuite('kernel interrupt', (test, client, setup) => {
  for (const [name, code] of cases)
    test(`interrupt :: ${name} :: kernel goes on`, async () => {
      assert.is(await interrupted(client, code), 'KeyboardInterrupt');
      assert.is(resultOf(await client.run('6 * 7'))['text/plain'], '42');
      assert.is(
        resultOf(await client.run('await (await fetch("data:,alive")).text()'))['text/plain'],
        "'alive'",
      );
    });

  test('interrupt :: loop before any await :: from the first statement', async () => {
    const id = await client.start('for (;;) {}');
    await client.until(({ parent, type }) => parent === id && type === 'execute_input');
    client.interrupt();
    assert.is(errorOf(await client.outcome(id)).ename, 'KeyboardInterrupt');
    assert.is(resultOf(await client.run('1 + 1'))['text/plain'], '2');
  });

  test('interrupt :: a loop that prints and sleeps stops :: its output does not reach later cells', async () => {
    const code = 'for (;;) { console.log("tick"); await new Promise((r) => setTimeout(r, 20)) }';
    assert.is(await interrupted(client, code), 'KeyboardInterrupt');
    const ticks = (): number => client.events.filter(({ content }) => content?.text === 'tick\n').length;
    const before = ticks();
    const later = await client.run('await new Promise((r) => setTimeout(r, 200)); console.log("later")');
    assert.is(streamed(later, 'stdout'), 'later\n');
    assert.is(ticks(), before);
  });

  test('interrupt :: aborts what waits behind it', async () => {
    const first = await client.start('await new Promise(() => undefined)');
    const second = await client.start('"not run"');
    await client.until(({ parent, type }) => parent === first && type === 'execute_input');
    client.interrupt();
    await client.outcome(first);
    assert.is((await client.outcome(second)).reply.status, 'aborted');
  });

  test('interrupt :: nothing runs :: nothing happens', async () => {
    assert.is((await client.request('interrupt_request', {}, 'control')).status, 'ok');
    assert.is(resultOf(await client.run('"fine"'))['text/plain'], "'fine'");
  });

  test('shutdown :: while a cell loops :: within two seconds, no process left', async () => {
    const other = await startClient(setup);
    await other.start('for (;;) {}');
    await other.close();
    const closed = other.events.find(({ type }) => type === 'closed');
    assert.ok((closed?.seconds ?? 99) < 2, JSON.stringify(closed));
    assert.not(isRunning(other.pid));
  });

  test('shutdown :: a lingering interval does not keep the kernel', async () => {
    const other = await startClient(setup);
    await other.run('void setInterval(() => undefined, 100)');
    await other.close();
    assert.not(isRunning(other.pid));
  });

  test('orphan :: kernel ends when its Jupyter is gone', async () => {
    const other = await startClient(setup);
    await other.start('for (;;) {}');
    const gone = new Promise<void>((resolve, reject) => {
      const clock = setTimeout(() => reject(new Error('still running after 10 s')), 10_000);
      const look = setInterval(() => {
        if (isRunning(other.pid)) return;
        clearInterval(look);
        clearTimeout(clock);
        resolve();
      }, 100);
    });
    other.send({ do: 'vanish' });
    await gone;
  });
});
