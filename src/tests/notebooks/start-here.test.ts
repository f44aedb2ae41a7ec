import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { codeCells, type NotebookOutput, readNotebook, sourceOf, textCells } from './notebook.ts';

const MOST = { words: 60, lines: 12, columns: 80, codeInARow: 2, cells: 40 };
const VEGA = 'application/vnd.vegalite.v5+json';
const MACHINE_PATH = /\/home\/|\/Users\/|\/root\/|\/tmp\/|[A-Z]:\\\\/;

/** Words that are read: without the addresses of links. */
const wordsIn = (text: string): number =>
  text
    .replace(/\]\([^)]*\)/g, ']')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const isChart = ({ data = {} }: NotebookOutput): boolean => VEGA in data;

const notebook = readNotebook('00-start-here.ipynb');
const { cells, metadata, raw } = notebook;
const outputs = codeCells(notebook).flatMap((cell) => cell.outputs ?? []);

test('length :: short texts, short cells, something to read between them', () => {
  assert.ok(cells.length <= MOST.cells, `${cells.length} cells`);
  for (const cell of textCells(notebook))
    assert.ok(wordsIn(sourceOf(cell)) <= MOST.words, `${cell.id}: ${wordsIn(sourceOf(cell))} words`);
  for (const cell of codeCells(notebook)) {
    const lines = sourceOf(cell).split('\n');
    assert.ok(lines.length <= MOST.lines, `${cell.id}: ${lines.length} lines`);
    assert.ok(
      lines.every((line) => line.length <= MOST.columns),
      `${cell.id}: a line is cut off in JupyterLab`,
    );
  }
  const kinds = cells.map((cell) => (cell.cell_type === 'code' ? 'c' : '.')).join('');
  assert.not.match(kinds, 'c'.repeat(MOST.codeInARow + 1));
});

test('headings :: one title, first, and no level left out', () => {
  const levels = textCells(notebook).flatMap((cell) =>
    [...sourceOf(cell).matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length),
  );
  assert.is(levels[0], 1);
  assert.is(levels.filter((level) => level === 1).length, 1);
  for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1);
});

test('file :: our kernel, lasting ids, no path of a machine', () => {
  assert.is(metadata.kernelspec?.name, 'airlab');
  assert.is(new Set(cells.map(({ id }) => id)).size, cells.length);
  assert.ok(
    cells.every(({ id }) => /^[a-z][a-z0-9-]*$/.test(id)),
    'ids are words, so that differences can be read',
  );
  assert.not.match(raw, MACHINE_PATH);
});

test('outputs :: of one run from top to bottom, without errors', () => {
  const counts = codeCells(notebook).map(({ execution_count }) => execution_count);
  assert.equal(
    counts,
    counts.map((_, index) => index + 1),
  );
  assert.not.ok(outputs.some(({ output_type }) => output_type === 'error'));
});

test('charts :: words for those who do not see, and where the numbers come from', () => {
  for (const { data = {}, metadata: about = {} } of outputs.filter(isChart)) {
    const spec = JSON.stringify(data[VEGA]);
    assert.match(spec, /"description":"[^"]{10,}/);
    assert.match(spec, /"subtitle":"(SIMULATED DATA|Source: )/);
    assert.match(JSON.stringify(about['image/png']), /"alt":"[^"]{10,}/);
    assert.match(String(data['text/markdown']), /alt="[^"]{10,}"/);
  }
});

test('the first six cells :: end with a chart', () => {
  assert.ok(cells.slice(0, 6).at(-1)?.outputs?.some(isChart));
});

test('doctor :: comes after the first result, and its words stay on the machine', () => {
  const place = cells.findIndex((cell) => /\bdoctor\(\)/.test(sourceOf(cell)));
  assert.ok(place >= 6, `cell ${place + 1}`);
  assert.equal(cells[place]?.outputs, []);
});

test('help :: the first rung is seen once, the solution is not given away', () => {
  const help = JSON.stringify(outputs);
  assert.match(help, 'Hint 1 of 3');
  assert.not.match(help, 'one good answer');
});

test.run();
