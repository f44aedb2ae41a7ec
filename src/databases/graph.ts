import { openGrafeo } from './graph/grafeo.ts';
import { openNeo4j } from './graph/neo4j.ts';

/** A value that a query takes or gives. Nodes, edges and paths come back as `GraphNode`, `GraphEdge` and `GraphPath`. */
export type GraphValue =
  | null
  | boolean
  | number
  | string
  | readonly GraphValue[]
  | { readonly [name: string]: GraphValue };

/** One row of an answer, by the names after RETURN. */
export type GraphRow = Readonly<Record<string, GraphValue>>;

/** A whole node, as `RETURN n` gives it. Ids of the engine are left out: they differ from engine to engine. */
export type GraphNode = {
  readonly labels: readonly string[];
  readonly properties: { readonly [name: string]: GraphValue };
};

/** A whole edge, as `RETURN r` gives it. */
export type GraphEdge = {
  readonly type: string;
  readonly properties: { readonly [name: string]: GraphValue };
};

/** A whole path, as `RETURN p` gives it. */
export type GraphPath = { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] };

/** A property graph that is asked in Cypher. */
export interface Graph {
  /** `grafeo (embedded)` or `Neo4j 5.26.0`. */
  readonly engine: string;
  /**
   * Runs one statement of Cypher. `$name` in it stands for a parameter. Numbers are plain numbers on both sides.
   *
   * @throws AirlabError `SQL` when the engine refuses the statement, `SERVER_DOWN`, `WRONG_CREDENTIALS`.
   * @example await graph.run('MATCH (c:City {name: $name})-[:HAS]->(s) RETURN s.id AS station', { name: 'Roskilde' })
   */
  readonly run: <Row extends object = GraphRow>(
    cypher: string,
    params?: Readonly<Record<string, unknown>>,
  ) => Promise<readonly Row[]>;
  /** Waits until everything is kept, and lets the file or the connection go. */
  readonly close: () => Promise<void>;
}

export interface GraphOptions {
  /** Keeps the embedded graph in a file of this name; without a name it is gone with the program. */
  readonly name?: string;
  /** Where that file lies. @default `.airlab/databases` in the folder of airlab */
  readonly folder?: string;
  /** Names the server: AIRLAB_NEO4J_URL, AIRLAB_NEO4J_USER, AIRLAB_NEO4J_PASSWORD. @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens a property graph: grafeo inside this program or, where AIRLAB_NEO4J_URL names a server, Neo4j. The same
 * statements run on both.
 *
 * @throws OutsideError `DRIVER_MISSING`, `DATABASE_DAMAGED`, `DATABASE_IN_USE`, `SERVER_DOWN`, `WRONG_CREDENTIALS`.
 * @example
 * const graph = await openGraph();
 * await graph.run("CREATE (:City {name: 'Roskilde'})");
 * await graph.run('MATCH (c:City) RETURN c.name AS city'); // [{ city: 'Roskilde' }]
 */
export function openGraph({ name, folder, env = process.env }: GraphOptions = {}): Promise<Graph> {
  const { AIRLAB_NEO4J_URL: url, AIRLAB_NEO4J_USER: user, AIRLAB_NEO4J_PASSWORD: password } = env;
  return url ? openNeo4j({ url, user, password }) : openGrafeo({ name, folder });
}
