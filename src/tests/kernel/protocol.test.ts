import * as assert from 'uvu/assert';
import { kernelSuite, resultOf, streamed } from './jupyter.ts';

void kernelSuite('kernel protocol', (test, client) => {
  test('execution count :: execute_input, result and reply agree and grow by one', async () => {
    const first = await client.run('40 + 2');
    const second = await client.run('43');
    const number = Number(first.reply.execution_count);
    assert.equal(
      first.outputs.map(({ type, content }) => [type, content.execution_count]),
      [
        ['execute_input', number],
        ['execute_result', number],
      ],
    );
    assert.is(second.reply.execution_count, number + 1);
  });

  test('execution count :: silent and unstored requests do not count', async () => {
    const before = Number((await client.run('1')).reply.execution_count);
    const silent = await client.run('console.log("quiet")\n"hidden"', { silent: true });
    assert.equal(silent.outputs, []);
    await client.run('2', { store_history: false });
    assert.is((await client.run('3')).reply.execution_count, before + 1);
  });

  test('abort :: what waits behind a failed cell is skipped :: what comes later runs', async () => {
    const ids: string[] = [];
    for (const code of ['await new Promise((r) => setTimeout(r, 200)); throw new Error("stop")', '1', '2'])
      ids.push(await client.start(code));
    const replies = await Promise.all(ids.map(async (id) => (await client.outcome(id)).reply.status));
    assert.equal(replies, ['error', 'aborted', 'aborted']);
    assert.is((await client.run('"runs"')).reply.status, 'ok');
  });

  test('abort :: stop_on_error false :: what waits runs', async () => {
    const first = await client.start('throw new Error("allowed")', { stop_on_error: false });
    const second = await client.start('"goes on"');
    assert.is((await client.outcome(first)).reply.status, 'error');
    assert.is(resultOf(await client.outcome(second))['text/plain'], "'goes on'");
  });

  test('streams :: stdout and stderr stay apart and in order', async () => {
    const outcome = await client.run('console.log("a"); console.error("b"); console.log("c")');
    assert.equal(
      outcome.outputs.filter(({ type }) => type === 'stream').map(({ content }) => content.text),
      ['a\n', 'b\n', 'c\n'],
    );
    assert.is(streamed(outcome, 'stderr'), 'b\n');
  });

  test('streams :: late output belongs to the cell that started it', async () => {
    const first = await client.start('void setTimeout(() => console.log("late"), 150)');
    const second = await client.run('await new Promise((r) => setTimeout(r, 400)); console.log("mine")');
    assert.is(streamed(second, 'stdout'), 'mine\n');
    assert.is(streamed(await client.outcome(first), 'stdout'), 'late\n');
  });

  test('streams :: a flood ends at four million characters :: with a word about it', async () => {
    const outcome = await client.run('for (let i = 0; i < 6000; i++) console.log("x".repeat(1000))');
    const text = streamed(outcome, 'stdout');
    assert.ok(text.length < 4_100_000, String(text.length));
    assert.match(text.slice(-200), 'the rest is dropped');
  });

  test('result :: util.inspect for values :: nothing for undefined', async () => {
    assert.is(
      resultOf(await client.run('({ pm2_5: [1.5, null] })'))['text/plain'],
      '{ pm2_5: [ 1.5, null ] }',
    );
    assert.equal(resultOf(await client.run('undefined')), {});
  });

  test('result :: data frame shows a table', async () => {
    const data = resultOf(
      await client.run(
        'import * as pl from "nodejs-polars"\nconst df = pl.DataFrame({ pm2_5: [1.5, 2] })\ndf',
      ),
    );
    assert.match(String(data['text/html']), /<table>.*<th>pm2_5<\/th>/);
    assert.match(String(data['text/plain']), 'pm2_5');
  });

  test('result :: own display, also with a promise :: a broken one falls back', async () => {
    const own =
      'const own = { [Symbol.for("Jupyter.display")]: async () => ({ "text/html": "<b>7</b>" }) }\nown';
    assert.is(resultOf(await client.run(own))['text/html'], '<b>7</b>');
    const broken =
      'const broken = { [Symbol.for("Jupyter.display")]() { throw new Error("no") }, n: 1 }\nbroken';
    const outcome = await client.run(broken);
    assert.match(String(resultOf(outcome)['text/plain']), 'n: 1');
    assert.match(streamed(outcome, 'stderr'), 'could not show itself: no');
  });

  test("display :: tslab's own functions :: update in place", async () => {
    const code =
      'import { display, newDisplay } from "tslab"\ndisplay.html("<i>x</i>")\nconst d = newDisplay()\nd.text("1")\nd.text("2")';
    const kinds = (await client.run(code)).outputs.map(({ type }) => type);
    assert.equal(kinds, ['execute_input', 'display_data', 'display_data', 'update_display_data']);
  });

  test('modules :: a cell with @module can be imported', async () => {
    await client.run('/** @module limits */\nexport const who = 15');
    assert.is(resultOf(await client.run('import { who } from "./limits"\nwho'))['text/plain'], '15');
  });

  test('requests :: kernel info while a cell runs', async () => {
    const busy = await client.start('const until = Date.now() + 1500; while (Date.now() < until) {}');
    const info = await client.request('kernel_info_request', {});
    assert.is(info.implementation, 'airlab');
    assert.ok(Array.isArray(info.help_links));
    const hasReplied = client.events.some(({ parent, type }) => parent === busy && type === 'execute_reply');
    assert.not(hasReplied);
    await client.outcome(busy);
  });

  test('requests :: comm info, history and unknown ones are answered', async () => {
    assert.equal(await client.request('comm_info_request', {}), { status: 'ok', comms: {} });
    const history = { hist_access_type: 'tail', n: 5, output: false, raw: true };
    assert.equal(await client.request('history_request', history), { status: 'ok', history: [] });
    assert.is((await client.request('surprise_request', {})).status, 'error');
  });

  test('requests :: completion counts characters, not UTF-16 units', async () => {
    const code = 'const sun = "😀"; sun.toUpperC';
    const reply = await client.request('complete_request', { code, cursor_pos: [...code].length });
    assert.equal(reply.matches, ['toUpperCase']);
    assert.equal([reply.cursor_start, reply.cursor_end], [21, 29]);
  });

  test('requests :: inspection knows names of earlier cells', async () => {
    await client.run(
      '/** Mean of the hours. */\nfunction meanOf(hours: number[]): number { return hours[0] }',
    );
    const { data } = await client.request('inspect_request', {
      code: 'meanOf',
      cursor_pos: 3,
      detail_level: 0,
    });
    assert.match(JSON.stringify(data), 'function meanOf(hours: number[]): number');
  });
});
