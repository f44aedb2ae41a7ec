import { type Snapshot, verifySnapshot } from '../../../src/classroom/snapshot.ts';
import { parseSnapshot } from '../../../src/classroom/snapshot-file.ts';
import { AirlabError, UsageError } from '../../../src/errors.ts';
import { codeOf, type Database, transact, UNIQUE_VIOLATION } from './database.ts';
import { appendEvents } from './journal.ts';
import { hashPin, hashToken, isSame, newToken, sha256 } from './secrets.ts';

/** What a new contest is made of. */
export interface ContestRequest {
  /** What students type to join; unique in the database. */
  readonly code: string;
  readonly exercise: string;
  readonly minutes: number;
  readonly freezeMinutes: number;
  readonly snapshot: Snapshot;
  /** Decides the changed data; secret until the reveal. Make it with `newToken()`: a number could be guessed. */
  readonly seed: string;
  /** With a nickname it resumes on another machine. */
  readonly pin: string;
  /** Opens the console. */
  readonly secret: string;
}

/** What a contest is graded on. */
export interface ContestData {
  readonly contest: string;
  readonly code: string;
  readonly exercise: string;
  readonly snapshot: Snapshot;
  readonly seed: string;
}

export { newToken as newSeed };

/**
 * Keeps a contest with its sealed snapshot and writes `created`, the first entry of its journal. Returns its id.
 *
 * @throws UsageError `CODE_TAKEN`
 */
export async function createContest(database: Database, request: ContestRequest): Promise<string> {
  const { code, exercise, minutes, freezeMinutes, snapshot, seed, pin, secret } = request;
  const pinHash = await hashPin(pin, code);
  try {
    return await transact(database, async (sql) => {
      const { rows } = await sql.query<{ contest: string }>(
        `INSERT INTO airlab.contests (code, exercise, snapshot, seed, pin_hash, secret_hash)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING contest`,
        [code, exercise, JSON.stringify(snapshot), seed, pinHash, hashToken(secret)],
      );
      const contest = rows[0]?.contest ?? '';
      const sums = { snapshotSha256: snapshot.sha256, seedSha256: sha256(seed) };
      await appendEvents(sql, contest, [{ type: 'created', exercise, minutes, freezeMinutes, ...sums }]);
      return contest;
    });
  } catch (error) {
    if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
    throw new UsageError(
      `The code ${code} belongs to another contest.`,
      'Choose another code.',
      'CODE_TAKEN',
    );
  }
}

/** The id of the contest with this code; undefined when there is none. */
export async function findContest({ query }: Database, code: string): Promise<string | undefined> {
  // PostgreSQL knows no NUL, and no code has one.
  if (code.includes('\0')) return undefined;
  const { rows } = await query<{ contest: string }>('SELECT contest FROM airlab.contests WHERE code = $1', [
    code,
  ]);
  return rows[0]?.contest;
}

/** Every contest in this database, the newest last. */
export async function listContests({
  query,
}: Database): Promise<readonly { contest: string; code: string }[]> {
  const { rows } = await query<{ contest: string; code: string }>(
    `SELECT contest, code FROM airlab.contests
     JOIN airlab.journal USING (contest) WHERE id = 1 ORDER BY at_ms, code`,
  );
  return rows;
}

/**
 * Loads what the contest is graded on, and checks that the snapshot is the one that was sealed.
 *
 * @throws AirlabError `NO_CONTEST`, `SNAPSHOT_ALTERED`; OutsideError `SNAPSHOT_BROKEN`.
 */
export async function loadContest({ query }: Database, contest: string): Promise<ContestData> {
  const { rows } = await query<Omit<ContestData, 'snapshot'> & { snapshot: string }>(
    'SELECT contest, code, exercise, snapshot, seed FROM airlab.contests WHERE contest = $1',
    [contest],
  );
  const [row] = rows;
  if (row === undefined) throw missing(contest);
  const snapshot = parseSnapshot(row.snapshot, `the snapshot of contest ${row.code}`);
  if (!verifySnapshot(snapshot))
    throw new AirlabError(`The snapshot of contest ${row.code} is not the one that was sealed.`, {
      code: 'SNAPSHOT_ALTERED',
      trouble: 'theirs',
      hint: 'Somebody changed the database. Restore it from a copy.',
    });
  return { ...row, snapshot };
}

/** The seed as the grader takes it. */
export const gradingSeed = (seed: string): number =>
  Number.parseInt(sha256(`grading ${seed}`).slice(0, 8), 16);

/** Whether this opens the console of the contest. */
export async function opensConsole({ query }: Database, contest: string, secret: string): Promise<boolean> {
  const { rows } = await query<{ secret_hash: Buffer }>(
    'SELECT secret_hash FROM airlab.contests WHERE contest = $1',
    [contest],
  );
  const [row] = rows;
  return row !== undefined && isSame(row.secret_hash, hashToken(secret));
}

/** Whether this is the instructor's PIN. Slow on purpose; the caller limits how often it is asked. */
export async function isPin({ query }: Database, contest: string, pin: string): Promise<boolean> {
  const { rows } = await query<{ code: string; pin_hash: Buffer }>(
    'SELECT code, pin_hash FROM airlab.contests WHERE contest = $1',
    [contest],
  );
  const [row] = rows;
  return row !== undefined && isSame(row.pin_hash, await hashPin(pin, row.code));
}

const missing = (contest: string): AirlabError =>
  new AirlabError(`There is no contest ${contest} in this database.`, {
    code: 'NO_CONTEST',
    trouble: 'usage',
    hint: 'Check the URL of the database.',
  });
