import { shownEvenUnawaited } from '../display/awaited.ts';
import { type Bundle, display } from '../display/bundle.ts';
import { UsageError } from '../errors.ts';
import { type ChartOptions, type ChartSpec, chartBundles } from './chart.ts';
import { rowBundles } from './rows.ts';

/** Edges to draw: what is at `from`, what `kind` of edge it is, and where it goes. */
export interface DrawnEdge {
  readonly from: string;
  readonly kind: string;
  readonly to: string;
}

/** @see ChartOptions for `says` and `source`. */
export interface DrawGraphOptions extends ChartOptions {
  /** What kind of thing each node is, for its shape and colour. @default 'thing' for all */
  readonly kinds?: Readonly<Record<string, string>>;
}

const MOST_EDGES = 150;
const [WIDTH, HEIGHT] = [620, 400];

/**
 * Draws nodes and edges as a picture: those that are joined lie near each other (Vega's force layout, the same picture
 * every time). Below it the edges as a folded table.
 *
 * @throws UsageError `GRAPH_EDGES` for no edges, or more than can be read; `CHART_SAYS` when `says` is missing.
 * @example
 * await drawGraph([{ from: 'Kiln', kind: 'EMITS', to: 'soot' }], { says: 'The kiln emits soot.' });
 */
export function drawGraph(edges: readonly DrawnEdge[], options: DrawGraphOptions): Promise<void> {
  return shownEvenUnawaited(showGraph(edges, options), 'drawGraph(…)');
}

async function showGraph(edges: readonly DrawnEdge[], options: DrawGraphOptions): Promise<void> {
  for (const bundle of await graphBundles(edges, options)) display(bundle);
}

/** What `drawGraph()` shows. */
export async function graphBundles(
  edges: readonly DrawnEdge[],
  { kinds = {}, ...options }: DrawGraphOptions,
): Promise<readonly Bundle[]> {
  const spec = graphSpec(edges, await layout(edges), kinds);
  const { bundles } = await chartBundles(spec, options);
  return [...bundles, ...rowBundles({ data: { values: [...edges] }, mark: 'rule' }, options.source)];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where each node lies. Vega's forces begin at the same places and know no chance. */
async function layout(edges: readonly DrawnEdge[]): Promise<ReadonlyMap<string, Point>> {
  if (edges.length === 0 || edges.length > MOST_EDGES)
    throw new UsageError(
      `drawGraph() got ${edges.length} edges; a picture can show 1 to ${MOST_EDGES}.`,
      'Ask for fewer with WHERE or LIMIT, then draw those.',
      'GRAPH_EDGES',
    );
  const vega = await import('vega');
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const index = new Map(names.map((name, at) => [name, at]));
  const view = new vega.View(
    vega.parse({
      width: WIDTH,
      height: HEIGHT,
      data: [
        {
          name: 'links',
          values: edges.map(({ from, to }) => ({ source: index.get(from), target: index.get(to) })),
        },
        { name: 'nodes', values: names.map((name) => ({ name })) },
      ],
      marks: [
        {
          type: 'symbol',
          name: 'placed',
          from: { data: 'nodes' },
          transform: [
            {
              type: 'force',
              static: true,
              iterations: 400,
              forces: [
                { force: 'center', x: { signal: 'width / 2' }, y: { signal: 'height / 2' } },
                { force: 'nbody', strength: -900 },
                { force: 'link', links: 'links', distance: 90 },
              ],
            },
          ],
        },
      ],
    }),
    { renderer: 'none' },
  );
  await view.runAsync();
  const items: unknown = Reflect.get(view.scenegraph(), 'root')?.items?.[0]?.items?.[0]?.items;
  view.finalize();
  const placed = Array.isArray(items) ? items : [];
  return new Map(names.map((name, at) => [name, { x: Number(placed[at]?.x), y: Number(placed[at]?.y) }]));
}

/** How far an arrow stays away from the middle of its node. */
const GAP = 13;

function graphSpec(
  edges: readonly DrawnEdge[],
  places: ReadonlyMap<string, Point>,
  kinds: Readonly<Record<string, string>>,
): ChartSpec {
  const nodes = [...places].map(([name, { x, y }]) => ({ name, kind: kinds[name] ?? 'thing', x, y }));
  const lines = edges.map((edge) => ({ ...edge, ...arrowOf(places.get(edge.from), places.get(edge.to)) }));
  const x = { field: 'x', type: 'quantitative', axis: null, scale: { zero: false, padding: 50 } } as const;
  const y = { field: 'y', type: 'quantitative', axis: null, scale: { zero: false, padding: 24 } } as const;
  const kindsShown = [...new Set(nodes.map(({ kind }) => kind))];
  return {
    width: WIDTH,
    height: HEIGHT,
    datasets: { lines, nodes },
    layer: [
      {
        data: { name: 'lines' },
        mark: { type: 'rule', opacity: 0.6 },
        encoding: { x, y, x2: { field: 'x2' }, y2: { field: 'y2' } },
      },
      {
        data: { name: 'lines' },
        mark: { type: 'point', shape: 'triangle-up', filled: true, size: 60, opacity: 1, color: '#444' },
        encoding: {
          x: { ...x, field: 'x2' },
          y: { ...y, field: 'y2' },
          angle: { field: 'turned', type: 'quantitative', scale: null },
        },
      },
      {
        data: { name: 'lines' },
        mark: { type: 'text', fontSize: 9, dy: -5 },
        encoding: {
          x: { ...x, field: 'xMiddle' },
          y: { ...y, field: 'yMiddle' },
          text: { field: 'kind', type: 'nominal' },
        },
      },
      {
        data: { name: 'nodes' },
        mark: { type: 'point', filled: true, size: 180, opacity: 1 },
        encoding: {
          x,
          y,
          tooltip: { field: 'name', type: 'nominal' },
          ...(kindsShown.length > 1
            ? {
                color: { field: 'kind', type: 'nominal', title: null },
                shape: { field: 'kind', type: 'nominal', title: null },
              }
            : {}),
        },
      },
      {
        data: { name: 'nodes' },
        mark: { type: 'text', fontWeight: 'bold', dy: -16 },
        encoding: { x, y, text: { field: 'name', type: 'nominal' } },
      },
    ],
  };
}

/** From node to node, without the marks of both. */
function arrowOf(from: Point = { x: 0, y: 0 }, to: Point = { x: 0, y: 0 }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [stepX, stepY] = [(dx / length) * GAP, (dy / length) * GAP];
  return {
    x: from.x + stepX,
    y: from.y + stepY,
    x2: to.x - stepX,
    y2: to.y - stepY,
    xMiddle: (from.x + to.x) / 2,
    yMiddle: (from.y + to.y) / 2,
    turned: (Math.atan2(dx, dy) * 180) / Math.PI,
  };
}
