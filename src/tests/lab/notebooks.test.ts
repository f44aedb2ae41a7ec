import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../errors.ts';
import { chooseNotebooks, type NotebookResult, runNotebooks } from '../../lab/notebook-run.ts';
import { forget, jupyterSetup, root } from '../kernel/jupyter.ts';

type CellText = string | { readonly source: string; readonly tags: readonly string[] };

function writeNotebook(path: string, texts: readonly CellText[], metadata = {}): string {
  const cells = texts.map((text, index) => ({
    id: `cell-${index + 1}`,
    cell_type: 'code',
    source: typeof text === 'string' ? text : text.source,
    metadata: typeof text === 'string' ? {} : { tags: text.tags },
    outputs: [],
    execution_count: null,
  }));
  const kernelspec = { name: 'airlab', display_name: 'TypeScript (airlab)', language: 'typescript' };
  const notebook = { cells, metadata: { kernelspec, ...metadata }, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(path, JSON.stringify(notebook));
  return path;
}

async function main(): Promise<void> {
  const test = suite('notebooks runner');
  const folder = mkdtempSync(join(tmpdir(), 'airlab-runner-'));
  for (const name of ['notebooks', 'exercises', 'run']) mkdirSync(join(folder, name));
  const at = (name: string): string => join(folder, `${name}.ipynb`);

  test('choice :: all notebooks, exercises only when their metadata says so', () => {
    writeNotebook(at('notebooks/01-good'), ['1']);
    writeNotebook(at('exercises/open'), ['todo']);
    writeNotebook(at('exercises/solved'), ['1'], { airlab: { run: true } });
    assert.equal(chooseNotebooks(folder, []), [at('notebooks/01-good'), at('exercises/solved')]);
    assert.equal(chooseNotebooks(folder, ['solv']), [at('exercises/solved')]);
  });

  test('choice :: unknown name :: says which there are', () => {
    try {
      chooseNotebooks(folder, ['nope']);
      assert.unreachable();
    } catch (error) {
      assert.instance(error, UsageError);
      assert.match(error instanceof UsageError ? error.hint : '', '01-good');
    }
  });

  const setup = await jupyterSetup();
  const { dist = '', python = '', env = {} } = setup ?? {};
  const place = { root, dist, folder: join(folder, 'run'), python, classroomUrl: 'http://127.0.0.1:9', env };
  const run = async (kernel: 'airlab' | 'tslab', paths: readonly string[], write = false) => {
    const results: NotebookResult[] = [];
    await runNotebooks(place, { kernel, paths, write }, (result) => void results.push(result));
    return results;
  };
  const jupyterTest = setup ? test : test.skip;

  jupyterTest('run :: good and failing :: cell number, name and traceback of the error', async () => {
    const good = writeNotebook(at('good'), [
      'process.env.OPEN_METEO_AIR_QUALITY_API_URL',
      'const a = await (await fetch("data:,3")).text()\na',
    ]);
    const bad = writeNotebook(at('bad'), ['const a = 1', 'const b: string = a', 'a']);
    const [first, second] = await run('airlab', [good, bad], true);
    assert.is(first?.error, undefined);
    assert.is(first?.cells, 2);
    assert.is(second?.error?.cell, 2);
    assert.is(second?.error?.ename, 'TypeScriptError');
    assert.match(second?.error?.traceback.join('\n') ?? '', 'cell[2]:1:7');
    const kept = JSON.parse(readFileSync(good, 'utf8'));
    assert.equal(
      kept.cells.map((cell: { execution_count: number }) => cell.execution_count),
      [1, 2],
    );
    assert.equal(kept.cells[0].outputs[0].data, { 'text/plain': ["'http://127.0.0.1:9'"] });
    assert.is(kept.metadata.kernelspec.name, 'airlab');
    assert.equal(
      JSON.parse(readFileSync(bad, 'utf8')).cells[0].outputs,
      [],
      'a failed notebook is not written',
    );
  });

  jupyterTest('run :: raises-exception :: the cells after it run', async () => {
    const source = { source: 'throw new Error("on purpose")', tags: ['raises-exception'] };
    const path = writeNotebook(at('raises'), [source, '"after"']);
    const [result] = await run('airlab', [path], true);
    assert.is(result?.error, undefined);
    const [first, second] = JSON.parse(readFileSync(path, 'utf8')).cells;
    assert.is(first.outputs[0].ename, 'Error');
    assert.equal(second.outputs[0].data['text/plain'], ["'after'"]);
  });

  jupyterTest('run :: plain tslab :: the same notebooks, errors named by their text', async () => {
    const good = writeNotebook(at('plain-good'), ['const a = 1', 'console.log(a)']);
    const bad = writeNotebook(at('plain-bad'), ['const a = 1', 'throw new Error("seen")']);
    const [first, second] = await run('tslab', [good, bad]);
    assert.is(first?.error, undefined);
    assert.is(second?.error?.cell, 2);
    assert.match(second?.error?.evalue ?? '', 'seen');
  });

  test.after(() => {
    rmSync(folder, { recursive: true, force: true });
    if (setup) forget(setup);
  });
  test.run();
}

void main();
