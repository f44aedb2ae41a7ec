import * as assert from 'uvu/assert';
import { errorOf, kernelSuite, resultOf, streamed } from './jupyter.ts';

void kernelSuite('kernel errors', (test, client) => {
  test('type error :: message on iopub and in the reply, with line, column and code', async () => {
    const outcome = await client.run('const places = ["Bonn"]\n\n  const first: number = places[0]');
    const { ename, evalue, traceback } = errorOf(outcome);
    assert.is(ename, 'TypeScriptError');
    assert.is(evalue, "3:9 - Type 'string' is not assignable to type 'number'.");
    assert.match(traceback, /cell\[\d+\]:3:9 .*\(TS2322\)\n +3 \| {3}const first/);
    assert.is(outcome.reply.status, 'error');
    assert.is(outcome.reply.ename, ename);
    assert.ok(Array.isArray(outcome.reply.traceback));
    assert.type(outcome.reply.execution_count, 'number');
  });

  test('null checks :: on :: but an empty array may be filled', async () => {
    assert.match(
      errorOf(await client.run('new Map([["a", 1]]).get("a").toFixed()')).evalue,
      /possibly 'undefined'/,
    );
    assert.is(resultOf(await client.run('const rows = []\nrows.push(1)\nrows'))['text/plain'], '[ 1 ]');
    assert.is(resultOf(await client.run('function twice(n) { return n * 2 }\ntwice(4)'))['text/plain'], '8');
  });

  test('names of earlier cells in a shorthand property', async () => {
    await client.run('const earlier = 1');
    assert.is(
      resultOf(await client.run('const both = { earlier, more: 2 }\nboth'))['text/plain'],
      '{ earlier: 1, more: 2 }',
    );
  });

  test('json() of fetch :: can be used at once', async () => {
    const code = `const answer = await fetch('data:application/json,{"hourly":[7]}')\nconst { hourly } = await answer.json()\nhourly[0]`;
    assert.is(resultOf(await client.run(code))['text/plain'], '7');
  });

  const exact: readonly [string, string, string][] = [
    ['first line', 'throw new Error("x")', '1:7'],
    ['indented', '\n\n   throw new Error("x")', '3:10'],
    [
      'after types that vanish',
      'interface A { a: number }\ntype B = A\n\nnull as any as B\n  throw new RangeError("x")',
      '5:9',
    ],
    ['enum before', 'enum Level { Low, High }\nconst l = Level.High;\nthrow new Error(String(l))', '3:7'],
    ['after an await', 'await null; throw new Error("x")', '1:19'],
    ['in a callback', '[1, 2].map((n) => {\n  if (n > 1)   throw new TypeError("x")\n  return n\n})', '2:22'],
    ['property of undefined', 'const o: any = {}\nconst v =   o.a.b', '2:17'],
    [
      'in an async function',
      'const f = async () => {\n  await null\n  return JSON.parse("{bad")\n}\nawait f()',
      '3:15',
    ],
    ['template and comment', '// note\nconst t = `a\nb`;\n/* x */ throw new Error(t)', '4:15'],
    ['destructured', 'const { a, ...rest } = { a: 1, b: 2 }; const n: any = null\nrest; n.x', '2:9'],
  ];
  for (const [name, code, place] of exact)
    test(`runtime error :: place is exact :: ${name}`, async () => {
      const { traceback } = errorOf(await client.run(code));
      const found = /cell\[\d+\]:(\d+:\d+)/.exec(traceback)?.[1];
      assert.is(found, place, traceback);
    });

  test('runtime error :: function of an earlier cell :: names both cells', async () => {
    const { reply } = await client.run(
      '// one\nfunction deep(n: number) {\n  throw new RangeError("no " + n)\n}',
    );
    const { traceback } = errorOf(await client.run('const a = 1\nconst b =  deep(a)'));
    const first = Number(reply.execution_count);
    assert.match(traceback, `at deep (cell[${first}]:3:9)`);
    assert.match(traceback, `at cell[${first + 1}]:2:12`);
  });

  test('runtime error :: stack is short :: nothing of tslab, vm or node:internal', async () => {
    const { traceback } = errorOf(await client.run('JSON.parse("{")'));
    assert.not.match(traceback, /tslab|node:|kernel\.js|evalmachine/);
    assert.ok(traceback.split('\n').length < 8, traceback);
    const logged = streamed(await client.run('console.log(new Error("kept").stack)'), 'stdout');
    assert.match(logged, /^Error: kept\n {4}at cell\[\d+\]:1:13\n$/);
  });

  test('runtime error :: cause of a failed fetch is told', async () => {
    const { traceback } = errorOf(await client.run('await fetch("http://127.0.0.1:9/")'));
    assert.match(traceback, /caused by Error/);
  });

  test('thrown value :: that is no Error', async () => {
    const { ename, evalue } = errorOf(await client.run('throw { code: 7 }'));
    assert.equal([ename, evalue], ['Thrown', '{ code: 7 }']);
  });

  test('process.exit :: explains itself :: kernel lives', async () => {
    const { evalue, traceback } = errorOf(await client.run('process.exit(1)'));
    assert.match(evalue, /process\.exit\(\) is switched off/);
    assert.match(traceback, 'Next: ');
    for (const code of ['process.abort()', 'process.kill(process.pid)', '(process as any).reallyExit()'])
      assert.match(errorOf(await client.run(code)).evalue, /switched off/);
    assert.is(resultOf(await client.run('1 + 1'))['text/plain'], '2');
  });

  test('floating rejection :: goes to stderr of its cell :: kernel lives', async () => {
    const id = await client.start('Promise.reject(new Error("adrift"))\n"done"');
    assert.is((await client.outcome(id)).reply.status, 'ok');
    const event = await client.until(
      ({ parent, content }) => parent === id && /adrift/.test(String(content.text)),
    );
    assert.is(event.content.name, 'stderr');
  });

  test('error in a timer :: goes to stderr of its cell', async () => {
    const id = await client.start('void setTimeout(() => { throw new Error("too late") }, 5)');
    const event = await client.until(
      ({ parent, content }) => parent === id && /too late/.test(String(content.text)),
    );
    assert.match(String(event.content.text), /cell\[\d+\]:1:31/);
  });

  test('keyboard :: reading it fails at once with a reason', async () => {
    const code =
      'import { createInterface } from "node:readline"\nawait new Promise((done) => createInterface({ input: process.stdin }).question("name? ", done))';
    assert.match(errorOf(await client.run(code)).evalue, /cannot read from the keyboard/);
  });

  test('trap :: nested await as the only one', async () => {
    assert.is(
      resultOf(await client.run('await (await fetch("data:,hello")).text()'))['text/plain'],
      "'hello'",
    );
    const two = await client.run('const body: any = await (await fetch("data:,[1]")).json()\nbody[0]');
    assert.is(resultOf(two)['text/plain'], '1');
  });

  test('trap :: for await as the only one', async () => {
    assert.is(streamed(await client.run('for await (const n of [1, 2]) console.log(n)'), 'stdout'), '1\n2\n');
  });

  test('trap :: a type that TypeScript cannot write down', async () => {
    const outcome = await client.run('const fs = await import("node:fs")\nfs.existsSync(".")');
    assert.is(resultOf(outcome)['text/plain'], 'true');
  });

  test('thrown value :: that throws when it is looked at', async () => {
    const code = 'throw Object.defineProperty(new Error("a"), "message", { get() { throw 1 } })';
    assert.match(errorOf(await client.run(code)).evalue, 'throws when it is shown');
    assert.is(resultOf(await client.run('2 + 2'))['text/plain'], '4');
  });

  test('trap :: await in a plain function is still an error', async () => {
    const { evalue } = errorOf(await client.run('class Reader {\n  read() { await 1 }\n}'));
    assert.match(evalue, /^2:12 - 'await' expressions are only allowed/);
  });
});
