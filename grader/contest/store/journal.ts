import { AirlabError } from '../../../src/errors.ts';
import type { ContestEvent, Entry } from '../event.ts';
import { codeOf, type Database, type Transaction, transact, UNIQUE_VIOLATION } from './database.ts';
import { listen } from './listen.ts';

/** The append-only journal of one contest. */
export interface Journal {
  /**
   * Adds the events in one transaction, with the next ids and the database's time.
   *
   * @throws AirlabError `WRITTEN_ALREADY` for a second verdict of a submission; OutsideError `DATABASE_GONE`.
   */
  readonly append: (events: readonly ContestEvent[]) => Promise<readonly Entry[]>;
  /** The entries after this id, oldest first. @default 1000 at most */
  readonly read: (afterId: number, limit?: number) => Promise<readonly Entry[]>;
  /** Every entry there is, oldest first. */
  readonly readAll: () => Promise<readonly Entry[]>;
  /** Hears every entry after `afterId` once and in order, those to come as well, whatever happens to connections. */
  readonly follow: (listener: Listener, options?: FollowOptions) => Promise<Following>;
}

/** Gets entries in order; the next ones wait until it is done. */
export type Listener = (entries: readonly Entry[]) => void | Promise<void>;

export interface FollowOptions {
  /** @default 0: from the beginning */
  readonly afterId?: number;
  /** Hears what went wrong while the journal was read again; it is tried until it works. */
  readonly onTrouble?: (error: unknown) => void;
}

export interface Following {
  readonly stop: () => Promise<void>;
}

const CHANNEL = 'airlab_journal';
const PAGE = 1_000;

/**
 * @example
 * const journal = openJournal(database, contest);
 * await journal.append([{ type: 'started', startMs: database.now() + 5_000 }]);
 * const following = await journal.follow((entries) => entries.forEach(show));
 */
export function openJournal(database: Database, contest: string): Journal {
  const read = (afterId: number, limit = PAGE): Promise<readonly Entry[]> =>
    readEntries(database, contest, { afterId, limit });
  return {
    append: (events) => transact(database, (sql) => appendEvents(sql, contest, events)),
    read,
    readAll: async () => {
      const entries: Entry[] = [];
      for (let page = await read(0); page.length > 0; page = await read(entries.length))
        entries.push(...page);
      return entries;
    },
    follow: (listener, options) => follow({ database, contest, read }, listener, options),
  };
}

/**
 * Adds events inside a transaction that also does other things. Call it last: from here to the commit the journal of
 * this contest is locked, which keeps the ids without gaps and in the order of the commits.
 *
 * @throws AirlabError `WRITTEN_ALREADY`: the submission is in the journal, or has its verdict.
 */
export async function appendEvents(
  sql: Transaction,
  contest: string,
  events: readonly ContestEvent[],
): Promise<readonly Entry[]> {
  if (events.length === 0) return [];
  try {
    const { rows } = await sql.query<Row>(APPEND, [contest, events.length, JSON.stringify(events, storable)]);
    return rows.map(entryOf);
  } catch (error) {
    if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
    throw new AirlabError('The journal has this event already: a submission and its verdict come once.', {
      code: 'WRITTEN_ALREADY',
      trouble: 'ours',
      hint: 'Whoever wrote it first was right; go on with the next one.',
      cause: error,
    });
  }
}

const APPEND = `
  WITH place AS (
    UPDATE airlab.contests
    SET last_id = last_id + $2,
        last_at_ms = greatest(last_at_ms, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint)
    WHERE contest = $1
    RETURNING last_id - $2 AS before, last_at_ms
  ), added AS (
    INSERT INTO airlab.journal (contest, id, at_ms, event)
    SELECT $1, before + position, last_at_ms, event
    FROM place, jsonb_array_elements($3::jsonb) WITH ORDINALITY AS given (event, position)
    RETURNING id, at_ms, event
  )
  SELECT id, at_ms, event, pg_notify('${CHANNEL}', $1::uuid::text) FROM added ORDER BY id`;

/** PostgreSQL keeps neither NUL nor half of a character. */
export function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string'
    ? Buffer.from(value, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD')
    : value;
}

interface Row {
  readonly id: string;
  readonly at_ms: string;
  readonly event: ContestEvent;
}

// bigint comes as text; ids and milliseconds stay far below 2 ** 53.
const entryOf = ({ id, at_ms, event }: Row): Entry => ({ id: Number(id), atMs: Number(at_ms), event });

async function readEntries(
  { query }: Database,
  contest: string,
  { afterId, limit }: { afterId: number; limit: number },
): Promise<readonly Entry[]> {
  const { rows } = await query<Row>(
    'SELECT id, at_ms, event FROM airlab.journal WHERE contest = $1 AND id > $2 ORDER BY id LIMIT $3',
    [contest, afterId, limit],
  );
  return rows.map(entryOf);
}

interface Source {
  readonly database: Database;
  readonly contest: string;
  readonly read: Journal['read'];
}

async function follow(
  { database, contest, read }: Source,
  listener: Listener,
  { afterId = 0, onTrouble = () => undefined }: FollowOptions = {},
): Promise<Following> {
  const state = { afterId, isStopped: false };
  const catchUp = async (): Promise<void> => {
    while (!state.isStopped) {
      const entries = await read(state.afterId);
      const last = entries.at(-1);
      if (last === undefined) return;
      await listener(entries);
      state.afterId = last.id;
    }
  };
  const ear = await listen(database, CHANNEL, {
    // A notice is only a reason to look: what is missing is read from the journal.
    isForUs: (payload) => payload === contest,
    wake: catchUp,
    onTrouble,
  });
  return {
    stop: async () => {
      state.isStopped = true;
      await ear.stop();
    },
  };
}
