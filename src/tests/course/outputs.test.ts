import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { withOutputs } from '../../course/outputs.ts';
import { notebook, shown, stream } from './notebooks.ts';

const generated = notebook([], { execution_count: null });
const timed = notebook([], { metadata: { tags: ['timed'] } });
const outputsOf = (made: ReturnType<typeof withOutputs>) => made.cells[0]?.outputs;

test('outputs :: of the run, under the cells of the source', () => {
  const made = withOutputs(generated, notebook([stream('now\n')]), notebook([stream('before\n')]));
  assert.equal(outputsOf(made), [stream('now\n')]);
  assert.is(made.cells[0]?.execution_count, 1);
});

test('outputs :: chunks of one stream :: become one, wherever they were cut', () => {
  const one = withOutputs(generated, notebook([stream('a\nb'), stream('c\n')]), undefined);
  const other = withOutputs(generated, notebook([stream('a\n'), stream('bc\n')]), undefined);
  assert.equal(outputsOf(one), outputsOf(other));
  assert.equal(outputsOf(one)?.length, 1);
});

test('outputs :: two streams in turn :: stay apart', () => {
  const made = withOutputs(generated, notebook([stream('a'), stream('b', 'stderr'), stream('c')]), undefined);
  assert.is(outputsOf(made)?.length, 3);
});

test('timed :: same code, same shape :: what is stored stays', () => {
  const stored = notebook([stream('401 ms\n')]);
  assert.equal(outputsOf(withOutputs(timed, notebook([stream('417 ms\n')]), stored)), [stream('401 ms\n')]);
});

test('timed :: other code or another shape :: is new', () => {
  const other = notebook([stream('401 ms\n')], { source: ['other();'] });
  assert.equal(outputsOf(withOutputs(timed, notebook([stream('417 ms\n')]), other)), [stream('417 ms\n')]);
  const table = notebook([shown({ 'text/html': '' })]);
  assert.equal(outputsOf(withOutputs(timed, notebook([stream('417 ms\n')]), table)), [stream('417 ms\n')]);
});

test('machine :: what it says about a machine :: is not kept', () => {
  const about = notebook([], { metadata: { tags: ['machine'] } });
  const made = withOutputs(about, notebook([stream('Node 20\n')]), undefined);
  assert.equal([outputsOf(made), made.cells[0]?.execution_count], [[], 1]);
});

test('outputs :: a cell that did not run :: has none', () => {
  const made = withOutputs(generated, { ...generated, cells: [] }, undefined);
  assert.equal([outputsOf(made), made.cells[0]?.execution_count], [[], null]);
});

test.run();
