import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { graphBundles } from '../../chart/graph.ts';
import { isAirlabError } from '../../errors.ts';

const edges = [
  { from: 'Kiln', kind: 'EMITS', to: 'soot' },
  { from: 'soot', kind: 'IS_A', to: 'dust' },
  { from: 'dust', kind: 'HARMS', to: 'lungs' },
];
const options = { says: 'The kiln emits soot.', source: 'invented', kinds: { Kiln: 'source' } };

const test = suite('chart graph');

test('a graph :: is a picture with words, and its edges as a table', async () => {
  const [picture, rows, ...others] = await graphBundles(edges, options);
  assert.is(others.length, 0);
  assert.match(String(picture?.data['text/plain']), /The kiln emits soot/);
  assert.ok(String(picture?.data['image/png']).length > 1_000);
  assert.match(String(rows?.data['text/plain']), /from\s+kind\s+to/);
});

test('a graph :: every node has a place of its own, the same each time', async () => {
  const [first, second] = [await placesOf(), await placesOf()];
  assert.equal(first, second);
  assert.is(new Set(first).size, 4);
  assert.not.ok(first.some((place) => place.includes('null')));
});

test('a graph :: without edges, or with too many', async () => {
  const many = Array.from({ length: 151 }, (_, n) => ({ from: 'a', kind: 'TO', to: `b${n}` }));
  for (const wrong of [[], many]) {
    const error: unknown = await graphBundles(wrong, options).catch((thrown: unknown) => thrown);
    assert.is(isAirlabError(error) && error.code, 'GRAPH_EDGES');
  }
});

async function placesOf(): Promise<readonly string[]> {
  const [picture] = await graphBundles(edges, options);
  const spec: unknown = picture?.data['application/vnd.vegalite.v5+json'];
  const { datasets }: { datasets?: { nodes?: readonly { x: number; y: number }[] } } = JSON.parse(
    JSON.stringify(spec),
  );
  return (datasets?.nodes ?? []).map(({ x, y }) => JSON.stringify([x, y]));
}

test.run();
