import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { changedValues, shapeOf, shapeProblems } from '../../course/shape.ts';
import { failed, notebook, shown, stream } from './notebooks.ts';

const tableOf = (rows: number, columns: number) =>
  shown({ 'text/html': `<table>${`<tr>${'<td>1</td>'.repeat(columns)}</tr>`.repeat(rows)}</table>` });

test('shape :: types, media types, streams, errors and the size of tables', () => {
  assert.is(shapeOf([]), 'nothing');
  assert.is(
    shapeOf([stream('a'), failed('TypeError'), tableOf(2, 3)]),
    'stdout; error TypeError; display_data text/html (2×3)',
  );
});

test('shape :: other numbers and pictures :: are the same shape', () => {
  const [one, other] = ['1', '2'].map((text) =>
    shapeOf([stream(text), shown({ 'image/png': text, 'text/plain': text })]),
  );
  assert.is(one, other);
});

for (const [name, before, now] of [
  ['another stream', stream('a'), stream('a', 'stderr')],
  ['another error', failed('TypeError'), failed('RangeError')],
  ['another media type', shown({ 'text/plain': '' }), shown({ 'text/html': '' })],
  ['a row more', tableOf(2, 3), tableOf(3, 3)],
  ['a column less', tableOf(2, 3), tableOf(2, 2)],
] as const)
  test(`shape :: ${name} :: is named with its cell`, () => {
    const [problem = ''] = shapeProblems(notebook([before]), notebook([now]), 'x.ipynb');
    assert.match(problem, /^x\.ipynb, cell cell-1: stored .*, but it now gives /);
  });

test('values :: same shape, other text :: the ids of the cells', () => {
  assert.equal(changedValues(notebook([stream('a')]), notebook([stream('b')])), ['cell-1']);
  assert.equal(changedValues(notebook([stream('a')]), notebook([stream('a')])), []);
});

test.run();
