import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bookPage } from '../../../course/book/page.ts';
import type { Notebook, NotebookCell, Output } from '../../../course/notebook.ts';
import { notebook, shown, stream } from '../notebooks.ts';

const told = (text: string): Output => shown({ 'text/html': `<div role="note">${text}</div>` });
const cell = (id: string, source: string, outputs: readonly Output[] = []): NotebookCell => ({
  ...{ cell_type: 'code', id, metadata: {}, source: [source], execution_count: 1 },
  outputs,
});
const text = (source: string): NotebookCell => ({
  ...{ cell_type: 'markdown', id: 'text', metadata: {} },
  source: [source],
});
const of = (cells: readonly NotebookCell[]): Notebook => ({ ...notebook([]), cells });

/** What the page shows of each cell: its source and how it is folded. */
function pageOf(student: readonly NotebookCell[], solved: readonly NotebookCell[]): string[] {
  const order = [...new Set([...student, ...solved].map(({ id }) => id))];
  return bookPage({ order, student: of(student), solved: of(solved) }).cells.map(({ source, metadata }) =>
    [source.join(''), metadata.tags ?? ''].join(' ').trim(),
  );
}

test('page :: same in both forms :: shown once, open', () => {
  const one = cell('a', 'ask();', [stream('1')]);
  assert.equal(pageOf([text('Why.'), one], [text('Why.'), one]), ['Why.', 'ask();']);
});

test('page :: a task :: as it is met, then its answer, folded', () => {
  assert.equal(pageOf([cell('a', 'todo();')], [cell('a', 'answer();')]), ['todo();', 'answer(); hide-cell']);
});

test('page :: a tool that waits for an answer :: what it says is folded', () => {
  const [waiting, revealed] = ['write your letter', 'b is right'].map((says) =>
    cell('a', 'reveal();', [told(says)]),
  );
  assert.equal(pageOf(waiting ? [waiting] : [], revealed ? [revealed] : []), ['reveal(); hide-output']);
});

test('page :: other numbers in the same shape :: are shown', () => {
  assert.equal(pageOf([cell('a', 'f();', [stream('401 ms')])], [cell('a', 'f();', [stream('399 ms')])]), [
    'f();',
  ]);
});

test('page :: cells of one form :: the solved ones folded, in the order of the source', () => {
  const page = pageOf([cell('a', 'one();')], [cell('b', 'more();')]);
  assert.equal(page, ['one();', 'more(); hide-cell']);
});

test('page :: a lesson without a source :: as it is', () => {
  const student = of([cell('a', 'one();')]);
  assert.is(bookPage({ order: ['a'], student }).cells.length, 1);
});

test('page :: a chart :: is a picture with its alternative text and its width', () => {
  const alt = 'Beijing is "above" Roskilde';
  const chart = shown(
    { 'application/vnd.vegalite.v5+json': {}, 'image/png': ['QUJD\n'], 'text/plain': ['x'] },
    { 'image/png': { alt, width: 613 } },
  );
  const [page] = bookPage({ order: ['a'], student: of([cell('a', 'chart();', [chart])]) }).cells;
  const [output] = page?.outputs ?? [];
  assert.equal(output && 'data' in output ? output.data : {}, {
    'text/html': [
      '<img alt="Beijing is &quot;above&quot; Roskilde" width="613" src="data:image/png;base64,QUJD">',
    ],
  });
});

test('page :: links out of the book :: become words, those to lessons stay', () => {
  const source = 'Do [it](../exercises/a.ts), [this](app.py), [02](02-apis.ipynb#a).';
  const [page] = bookPage({ order: ['text'], student: of([text(source)]) }).cells;
  assert.is(
    page?.source.join(''),
    'Do it (`exercises/a.ts` in the folder of the course), this (`notebooks/app.py` in the folder of the course), [02](02-apis.ipynb#a).',
  );
});

test.run();
