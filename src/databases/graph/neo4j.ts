import type { Driver, Session } from 'neo4j-driver';
import { UsageError } from '../../errors.ts';
import { loadDriver } from '../driver.ts';
import type { Graph, GraphRow } from '../graph.ts';
import { databaseTrouble, type Whose } from '../trouble.ts';
import { closedGraph } from './closed.ts';
import { fromNeo4j } from './values.ts';

interface Server {
  /** `bolt://neo4j:secret@localhost:7687`, or `neo4j://…`. */
  readonly url: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
}

const CONNECT_MS = 5_000;

/** A Neo4j server. See `openGraph`. */
export async function openNeo4j(server: Server): Promise<Graph> {
  const { address, whose, user, password, database } = readServer(server);
  const { default: neo4j } = await loadDriver('neo4j-driver', () => import('neo4j-driver'));
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw databaseTrouble(error, whose);
    }
  };
  const driver = neo4j.driver(address, user === '' ? undefined : neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    connectionTimeout: CONNECT_MS,
    connectionAcquisitionTimeout: CONNECT_MS,
    maxTransactionRetryTime: CONNECT_MS,
  });
  const { agent } = await guarded(() => driver.getServerInfo()).catch(async (error: unknown) => {
    await driver.close();
    throw error;
  });
  const state = { isOpen: true };
  const inSession = <Result>(work: (session: Session) => Promise<Result>): Promise<Result> =>
    guarded(() => {
      if (!state.isOpen) throw closedGraph();
      return withSession(driver, database, work);
    });
  return {
    engine: (agent ?? 'Neo4j').replace('/', ' '),
    run: <Row extends object = GraphRow>(cypher: string, params: Readonly<Record<string, unknown>> = {}) =>
      inSession(async (session) => {
        const { records } = await session.run(cypher, toNeo4j(params, neo4j.int));
        // The one border cast: the caller names the shape that its own RETURN gives.
        return records.map((record) => fromNeo4j(record.toObject())) as readonly object[] as readonly Row[];
      }),
    close: async () => {
      state.isOpen = false;
      await driver.close();
    },
  };
}

async function withSession<Result>(
  driver: Driver,
  database: string | undefined,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const session = driver.session(database === undefined ? {} : { database });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** The driver takes name and password apart from the address; the path names the database. */
function readServer({ url, user, password }: Server) {
  if (!URL.canParse(url) || !/^(bolt|neo4j)(\+s(sc)?)?:$/.test(new URL(url).protocol))
    throw new UsageError(
      'AIRLAB_NEO4J_URL is no address of Neo4j.',
      'Write it as in bolt://neo4j:PASSWORD@localhost:7687, then restart the kernel.',
      'NEO4J_URL',
    );
  const { protocol, host, username, password: secret, pathname } = new URL(url);
  const whose: Whose = { kind: 'Neo4j', at: host, variable: 'AIRLAB_NEO4J_URL' };
  const name = pathname.replace(/^\//, '');
  return {
    whose,
    address: `${protocol}//${host}`,
    user: decodeURIComponent(username) || user || (secret || password ? 'neo4j' : ''),
    password: decodeURIComponent(secret) || password || '',
    database: name === '' ? undefined : name,
  };
}

/** Every number of JavaScript would travel as a float, and a float is no LIMIT and no id. */
function toNeo4j(value: unknown, int: (whole: number) => unknown): Record<string, unknown> {
  const changed = (inner: unknown): unknown => {
    if (typeof inner === 'number') return Number.isSafeInteger(inner) ? int(inner) : inner;
    if (Array.isArray(inner)) return inner.map(changed);
    return isPlain(inner) ? toNeo4j(inner, int) : inner;
  };
  return Object.fromEntries(Object.entries(value ?? {}).map(([name, inner]) => [name, changed(inner)]));
}

const isPlain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
