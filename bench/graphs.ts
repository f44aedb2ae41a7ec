import initSqlJs from 'sql.js';
import { openGraph } from '../src/databases/graph.ts';
import { openTriples } from '../src/databases/triples.ts';
import type { Figures } from './all.ts';
import { median } from './measure.ts';

const [NODES, EDGES, QUESTIONS] = [100_000, 300_000, 25];
const HOPS = [2, 4] as const;

interface Engine {
  readonly name: string;
  readonly loadedMs: number;
  /** How many nodes are so many steps away. */
  readonly reach: (start: number, hops: number) => Promise<number>;
}

/** The same 100 000 nodes and 300 000 edges in SQL, Cypher and SPARQL: nodes that are 2 and 4 steps from one of them. */
export async function bench(): Promise<Figures> {
  const edges = Array.from({ length: EDGES }, (_, n) => ({ a: n % NODES, b: scattered(n) }));
  const rows: { label: string; value: string }[] = [];
  const counted: string[] = [];
  for (const open of [inSql, inCypher, inSparql]) {
    const engine = await open(edges);
    rows.push({ label: `${engine.name}, load`, value: `${(engine.loadedMs / 1000).toFixed(1)} s` });
    for (const hops of HOPS) {
      const took: number[] = [];
      let sum = 0;
      await engine.reach(NODES - 1, hops); // the plan is made
      for (let start = 0; start < QUESTIONS; start += 1) {
        const startedMs = performance.now();
        sum += await engine.reach(start * 3_989, hops);
        took.push(performance.now() - startedMs);
      }
      counted.push(`${sum}`);
      const worst = Math.max(...took);
      rows.push({
        label: `${engine.name}, ${hops} hops`,
        value: `${median(took).toFixed(2)} ms, at most ${worst.toFixed(1)} ms`,
      });
    }
  }
  // At 4 hops Cypher may count fewer: on one way it uses no edge twice, the others do.
  rows.push({ label: 'counted, in this order', value: counted.join(', ') });
  return { name: `graph of ${NODES} nodes and ${EDGES} edges`, rows };
}

/** Looks random and is the same every time. */
function scattered(n: number): number {
  let x = Math.imul(n + 1, 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 15), 0x85ebca6b);
  return ((x ^ (x >>> 13)) >>> 0) % NODES;
}

type Edges = readonly { readonly a: number; readonly b: number }[];

async function inSql(edges: Edges): Promise<Engine> {
  const { Database } = await initSqlJs();
  const db = new Database();
  const startedMs = performance.now();
  db.run('CREATE TABLE edge (a INTEGER, b INTEGER); BEGIN');
  const insert = db.prepare('INSERT INTO edge VALUES (?, ?)');
  for (const { a, b } of edges) insert.run([a, b]);
  db.run('COMMIT; CREATE INDEX edge_a ON edge (a, b)');
  const loadedMs = performance.now() - startedMs;
  return {
    name: 'SQL (sql.js)',
    loadedMs,
    reach: async (start, hops) => {
      const joins = Array.from(
        { length: hops - 1 },
        (_, n) => `JOIN edge e${n + 2} ON e${n + 2}.a = e${n + 1}.b`,
      );
      const sql = `SELECT count(DISTINCT e${hops}.b) FROM edge e1 ${joins.join(' ')} WHERE e1.a = ${start}`;
      return Number(db.exec(sql)[0]?.values[0]?.[0]);
    },
  };
}

const AT_ONCE = 5_000;

async function inCypher(edges: Edges): Promise<Engine> {
  const graph = await openGraph({ env: {} });
  const startedMs = performance.now();
  await graph.run('CREATE INDEX FOR (n:Node) ON (n.id)');
  await graph.run(`UNWIND range(0, ${NODES - 1}) AS id CREATE (:Node {id: id})`);
  for (let from = 0; from < edges.length; from += AT_ONCE)
    await graph.run('UNWIND $some AS e MATCH (a:Node {id: e.a}), (b:Node {id: e.b}) CREATE (a)-[:TO]->(b)', {
      some: edges.slice(from, from + AT_ONCE),
    });
  return {
    name: 'Cypher (grafeo)',
    loadedMs: performance.now() - startedMs,
    reach: async (start, hops) => {
      const cypher = `MATCH (:Node {id: $start})-[:TO*${hops}]->(c) RETURN count(DISTINCT c) AS n`;
      return (await graph.run<{ n: number }>(cypher, { start }))[0]?.n ?? 0;
    },
  };
}

async function inSparql(edges: Edges): Promise<Engine> {
  const triples = await openTriples({ env: {} });
  const startedMs = performance.now();
  await triples.load(edges.map(({ a, b }) => `<n:${a}> <n:to> <n:${b}> .`).join('\n'));
  return {
    name: 'SPARQL (oxigraph)',
    loadedMs: performance.now() - startedMs,
    reach: async (start, hops) => {
      const path = Array.from({ length: hops }, () => '<n:to>').join('/');
      const sparql = `SELECT (count(DISTINCT ?c) AS ?n) { <n:${start}> ${path} ?c }`;
      return (await triples.query<{ n: number }>(sparql))[0]?.n ?? 0;
    },
  };
}
