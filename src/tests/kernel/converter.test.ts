import { dirname } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { awaitsAtTopLevel } from '../../kernel/awaits.ts';
import { completeness } from '../../kernel/completeness.ts';
import { cellConverter } from '../../kernel/converter.ts';
import { loosenCell, loosenDeclarations } from '../../kernel/loosen.ts';
import { writeOutShorthand } from '../../kernel/shorthand.ts';
import { cellNames } from '../../kernel/stacks.ts';
import { type Conversion, type Converter, loadTslab } from '../../kernel/tslab.ts';

const { ts } = loadTslab(dirname(require.resolve('tslab/package.json')), () => ({}));

const start = { offset: 0, line: 0, character: 0 };
const unnamed = { start, end: start, category: 1, code: 4023, messageText: 'cannot be named' };

/** A converter that fails as TypeScript does for `failing` calls, then gives back what it was asked. */
function convertingAfter(failing: number) {
  const asked: { declarations: string; source: string }[] = [];
  const made = { count: 0 };
  const answers: Conversion[] = [];
  const createConverter = (): Converter => {
    made.count += 1;
    return {
      convert(declarations, source): Conversion {
        asked.push({ declarations, source });
        if (asked.length <= failing) throw new Error('Debug Failure. Paths must either both be absolute');
        return (
          answers.shift() ?? {
            output: 'const a = 1;\n',
            declOutput: 'declare const a: any;',
            diagnostics: [],
          }
        );
      },
      inspect: () => {
        throw new Error('Debug Failure.');
      },
      complete: () => {
        throw new Error('Debug Failure.');
      },
      addModule: () => [],
      close: () => undefined,
    };
  };
  const converter = cellConverter({
    tslab: { ts, createConverter },
    takeMaps: () => ({ typescript: undefined, commonjs: undefined }),
    cells: cellNames(),
    guarded: (work) => work(),
    cellName: () => 'cell[1]',
  });
  return { asked, made, answers, converter };
}

test('debug failure :: once :: cell is compiled again without inferred types', () => {
  const { asked, made, converter } = convertingAfter(1);
  const result = converter.convert('declare const h: Hono<Deep>;', 'const a = h.get("/")');
  assert.equal(result.diagnostics, []);
  assert.is(made.count, 2);
  assert.equal(asked[1], { declarations: 'declare let h: any;', source: 'const a: any = h.get("/")' });
});

test('debug failure :: always :: a clear error instead of silence', () => {
  const { converter } = convertingAfter(2);
  const [problem] = converter.convert('', 'const a = 1').diagnostics;
  assert.match(problem?.messageText ?? '', /TypeScript itself failed .*Debug Failure.*Give the names/);
  assert.equal(converter.problems()[0], problem);
});

test('type that cannot be written down :: compiled again without inferred types', () => {
  const { converter, asked, answers } = convertingAfter(0);
  answers.push({ diagnostics: [unnamed], output: '' });
  assert.equal(converter.convert('', 'const m = await import("node:fs")').diagnostics, []);
  assert.is(asked[1]?.source, 'const m: any = await import("node:fs")');
});

test('type that cannot be written down :: with another mistake :: the complaints stay', () => {
  const { converter, answers } = convertingAfter(0);
  answers.push({ diagnostics: [unnamed, { ...unnamed, code: 2322 }] });
  assert.is(converter.convert('', 'const m = f()').diagnostics.length, 2);
});

test('debug failure :: in an editor question :: empty answer', () => {
  const { converter } = convertingAfter(0);
  assert.is(converter.inspect('', 'a', 1), undefined);
  assert.equal(converter.complete('', 'a', 1).candidates, []);
});

test('shorthand :: names of earlier cells are written out, places stay those of the typed cell', () => {
  const { converter, asked, answers } = convertingAfter(0);
  const at = { offset: 0, line: 1, character: 20 };
  answers.push({ diagnostics: [{ ...unnamed, code: 2322, start: at, end: at }] });
  const [problem] = converter.convert(
    'declare const now = 1;',
    'let a;\nf({ now, x }); const b: string = 1',
  ).diagnostics;
  assert.is(asked[0]?.source, 'let a;\nf({ now: now, x }); const b: string = 1');
  assert.equal([problem?.start.line, problem?.start.character], [1, 15]);
});

test('shorthand :: nothing to write out :: the cell stays', () => {
  const source = 'const { now } = x; f({ later, [now]: 1, now: 2 })';
  const { source: same, typedCharacter } = writeOutShorthand(ts, 'declare const nowadays = 1;', source);
  assert.is(same, source);
  assert.is(typedCharacter(0, 40), 40);
});

test('loosen :: every name that later cells see gets any', () => {
  const source =
    'import { x } from "y"\nconst a = x(), b: number = 1, { c, ...d } = x()\nasync function f(n = g(1)) { return a }\nfunction g(n: number) { return { n } }\nfunction* h() {}\ninterface I { a: number }';
  assert.is(
    loosenCell(ts, source),
    'import { x } from "y"\nconst a: any = x(), b: number = 1, { c, ...d }: any = x()\nasync function f(n = g(1)): Promise<any> { return a }\nfunction g(n: number): any { return { n } }\nfunction* h() {}\ninterface I { a: number }',
  );
});

test('loosen :: declarations :: values become any, types and imports stay', () => {
  const declarations =
    'import { Hono } from "hono";\ndeclare const h: Hono<import("x").Y>, i: number;\ndeclare function f(): Hono;\ninterface I { a: Hono }';
  assert.is(
    loosenDeclarations(ts, declarations),
    'import { Hono } from "hono";\ndeclare let h: any;\ndeclare let i: any;\ndeclare let f: any;\ninterface I { a: Hono }',
  );
});

const awaiting: readonly [string, boolean][] = [
  ['await x', true],
  ['await (await f(u)).json()', true],
  ['for await (const a of b) {}', true],
  ['if (a) { for (const b of c) { await b } }', true],
  ['const f = async () => { await x }', false],
  ['async function f() { for await (const a of b) {} }', false],
  ['class A { async m() { await x } }', false],
  ['const text = "await x" // await y', false],
];
for (const [code, expected] of awaiting)
  test(`await :: ${code} :: ${expected ? 'top level' : 'not'}`, () => {
    assert.is(awaitsAtTopLevel(ts, code), expected);
  });

const typed: readonly [string, string][] = [
  ['const a = 1', 'complete'],
  ['await (await f()).json()', 'complete'],
  ['f(\n  1,\n)\n', 'complete'],
  ['', 'complete'],
  ['const a = {', 'incomplete'],
  ['if (a) {\n  b\n', 'incomplete'],
  ['`a', 'incomplete'],
  ['/* a', 'incomplete'],
  ['a.map((b) =>', 'incomplete'],
  ['"abc', 'invalid'],
  ['const = 1', 'invalid'],
  ['}', 'invalid'],
];
for (const [code, expected] of typed)
  test(`completeness :: ${JSON.stringify(code)} :: ${expected}`, () => {
    assert.is(completeness(ts, code).status, expected);
  });

test('completeness :: indent of the next line', () => {
  assert.is(completeness(ts, 'if (a) {').indent, '  ');
  assert.is(completeness(ts, 'if (a) {\n  f(').indent, '    ');
  assert.is(completeness(ts, '  const a = 1 +').indent, '  ');
});

test.run();
