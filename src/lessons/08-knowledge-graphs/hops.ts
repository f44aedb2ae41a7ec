import type { Graph } from '../../databases/graph.ts';
import type { Triples } from '../../databases/triples.ts';
import type { SqlFile } from '../../sql/sql-file.ts';

/** Engines that get the same places and winds. A list: plain tslab knows no `{ db, graph }` of earlier cells. */
export type ThreeEngines = readonly [db: Pick<SqlFile, 'run' | 'all'>, graph: Graph, triples: Triples];

export interface HopTime {
  readonly steps: number;
  readonly language: 'SQL' | 'Cypher' | 'SPARQL';
  /** Places that are so many steps away. */
  readonly places: number;
  readonly ms: number;
}

const [PLACES, WINDS, START] = [3_000, 9_000, 7];
const TRIES = 3;

/**
 * Puts 3 000 places with three winds each into three engines, and times one question in each: how many places are just
 * 1, 2, … steps away from one of them? The fastest of three counts. The statements are in
 * this file.
 *
 * @example await timeHops([db, graph, triples], 8)
 */
export async function timeHops(engines: ThreeEngines, steps: number): Promise<readonly HopTime[]> {
  await loadNet(engines);
  const times: HopTime[] = [];
  for (let k = 1; k <= steps; k += 1)
    for (const [language, ask] of questionsOf(engines, k)) {
      const tries: number[] = [];
      let places = 0;
      for (let n = 0; n < TRIES; n += 1) {
        const startedMs = performance.now();
        places = Number((await ask())[0]?.n);
        tries.push(performance.now() - startedMs);
      }
      times.push({ steps: k, language, places, ms: Number(Math.min(...tries).toFixed(2)) });
    }
  return times;
}

type Asked = readonly [HopTime['language'], () => Promise<readonly { readonly n?: unknown }[]>];

function questionsOf([db, graph, triples]: ThreeEngines, steps: number): readonly Asked[] {
  return [
    ['SQL', async () => db.all(sqlFor(steps))],
    ['Cypher', () => graph.run(cypherFor(steps), { start: START })],
    ['SPARQL', () => triples.query(sparqlFor(steps))],
  ];
}

/** One join a step. */
function sqlFor(steps: number): string {
  const joins = Array.from(
    { length: steps - 1 },
    (_, i) => `JOIN net w${i + 2} ON w${i + 2}.a = w${i + 1}.b`,
  );
  return `SELECT count(DISTINCT w${steps}.b) AS n FROM net w1 ${joins.join(' ')} WHERE w1.a = ${START}`;
}

const cypherFor = (steps: number): string =>
  `MATCH (:Net {id: $start})-[:W*${steps}]->(p) RETURN count(DISTINCT p) AS n`;

function sparqlFor(steps: number): string {
  const path = Array.from({ length: steps }, () => '<urn:w>').join('/');
  return `SELECT (count(DISTINCT ?p) AS ?n) { <urn:n${START}> ${path} ?p }`;
}

async function loadNet([db, graph, triples]: ThreeEngines): Promise<void> {
  const net = Array.from({ length: WINDS }, (_, n) => ({
    a: n % PLACES,
    b: (n * 7919 + 13 * (n % 7)) % PLACES,
  }));
  db.run('DROP TABLE IF EXISTS net');
  db.run('CREATE TABLE net (a INT, b INT)');
  db.run('CREATE INDEX net_a ON net (a)');
  db.run(`INSERT INTO net VALUES ${net.map(({ a, b }) => `(${a},${b})`).join(',')}`);
  await graph.run('CREATE INDEX net_id IF NOT EXISTS FOR (n:Net) ON (n.id)');
  await graph.run(`UNWIND range(0, ${PLACES - 1}) AS id MERGE (:Net {id: id})`);
  await graph.run('UNWIND $net AS e MATCH (a:Net {id: e.a}), (b:Net {id: e.b}) MERGE (a)-[:W]->(b)', { net });
  await triples.load(net.map(({ a, b }) => `<urn:n${a}> <urn:w> <urn:n${b}> .`).join('\n'));
}
