import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GrafeoDB } from '@grafeo-db/js';
import { AirlabError, OutsideError } from '../../errors.ts';
import { loadDriver } from '../driver.ts';
import { databaseFile } from '../folder.ts';
import type { Graph, GraphRow } from '../graph.ts';
import { damaged, diskFull, isFull } from '../trouble.ts';
import { closedGraph } from './closed.ts';
import { fromGrafeo } from './values.ts';

interface Place {
  readonly name: string | undefined;
  readonly folder: string | undefined;
}

/** The graph inside this program, in memory or in a file. See `openGraph`. */
export async function openGrafeo({ name, folder }: Place): Promise<Graph> {
  const { GrafeoDB } = await loadDriver('@grafeo-db/js', grafeo);
  const path = name === undefined ? undefined : databaseFile(name, 'grafeo', folder);
  const db = path === undefined ? GrafeoDB.create() : openFile(path, () => GrafeoDB.create(path));
  const state = { isOpen: true };
  return {
    engine: 'grafeo (embedded)',
    run: async <Row extends object = GraphRow>(
      cypher: string,
      params: Readonly<Record<string, unknown>> = {},
    ) => {
      if (!state.isOpen) throw closedGraph();
      // The one border cast: the caller names the shape that its own RETURN gives.
      return (await rowsOf(db, cypher, params)) as readonly GraphRow[] as readonly Row[];
    },
    close: async () => {
      if (state.isOpen) db.close();
      state.isOpen = false;
    },
  };
}

type Grafeo = typeof import('@grafeo-db/js');

/** A CommonJS package whose exports Node cannot see from outside: all of them are its default. */
async function grafeo(): Promise<Grafeo> {
  const loaded: Grafeo & { default?: Grafeo } = await import('@grafeo-db/js');
  return loaded.default ?? loaded;
}

function openFile(path: string, open: () => GrafeoDB): GrafeoDB {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && statSync(path).size === 0)
    throw damaged(path, 'it is empty', 'Put a copy back, or remove the empty file to start anew.');
  try {
    return open();
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    if (isFull(error)) throw diskFull(path, error);
    if (says.includes('lock'))
      throw new OutsideError(
        `${path} is open in another notebook or program.`,
        'Close it there (close(), or restart its kernel), then run this cell again.',
        'DATABASE_IN_USE',
        error,
      );
    if (!says.startsWith('Database error:')) throw error;
    throw damaged(path, plainWords(error), 'Put a copy back, or move the file away to start anew.');
  }
}

async function rowsOf(
  db: GrafeoDB,
  cypher: string,
  params: Readonly<Record<string, unknown>>,
): Promise<readonly GraphRow[]> {
  try {
    const result = await db.executeCypher(cypher, params);
    return result.toArray().map(fromGrafeo);
  } catch (error) {
    if (isFull(error)) throw diskFull('the graph', error);
    throw new AirlabError(`grafeo refused: ${plainWords(error)}`, {
      code: 'SQL',
      trouble: 'yours',
      hint: 'Read the message from its end: it names the place in the statement, the rule, or the value.',
      cause: error,
    });
  }
}

/** Without the codes of the engine, which say nothing to a reader. */
function plainWords(error: unknown): string {
  const says = error instanceof Error ? error.message : String(error);
  return says.replace(/^(?:Query|Database) error: |GRAFEO-[A-Z]\d+: /g, '').replace(/\s+$/, '');
}
