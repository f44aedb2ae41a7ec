import { randomUUID } from 'node:crypto';
import { AirlabError } from '../../../src/errors.ts';
import type { ContestEvent } from '../event.ts';
import { type Database, type Transaction, transact } from './database.ts';
import { appendEvents } from './journal.ts';
import { kicked, lockPerson } from './people.ts';
import { enqueue, type Queue } from './queue.ts';
import { sha256 } from './secrets.ts';

/** The file endings that are graded. */
export type SourceKind = '.ts' | '.ipynb';

/** Largest source text, bytes. */
export const LARGEST_SOURCE = 256 * 1024;

/** One answer that counts, as it came. */
export interface SubmissionRequest {
  readonly person: string;
  /** Made by the client for this submission: sent twice, it is accepted once. */
  readonly key: string;
  readonly kind: SourceKind;
  readonly source: string;
  /** When the first byte came, by `database.now()`. */
  readonly receivedMs: number;
  readonly via: Extract<ContestEvent, { type: 'submitted' }>['via'];
  readonly queuedMs?: number;
}

/** How often one person may submit. Checked inside the transaction, so several servers cannot be played off. */
export interface SubmissionLimits {
  /** Between two submissions, by `receivedMs`. */
  readonly gapMs: number;
  /** In the whole contest. */
  readonly most: number;
}

/** The answer to a submission; the same for every repetition. */
export interface Accepted {
  readonly submission: string;
  readonly sha256: string;
  readonly receivedMs: number;
  /** False when the key was known: nothing was done. */
  readonly isNew: boolean;
  /** The own older submission that was still waiting, and now is not graded. */
  readonly replaces?: string;
}

/**
 * Accepts a submission: source, `submitted` event and job are committed together, then this returns. An older one of the
 * same person that still waits leaves the queue. The deadline is the caller's: this takes what it gets.
 *
 * @throws AirlabError `SOURCE_TOO_LARGE`, `KEY_REUSED` (the key came before, with another source), `KICKED`, `TOO_SOON`,
 *   `TOO_MANY`, `NO_PERSON`; OutsideError `DATABASE_GONE`: unknown whether it was accepted, send it again with its key.
 * @example
 * const { submission } = await acceptSubmission(queue, contest, { person, key, kind: '.ts', source, receivedMs, via: 'cli' });
 */
export async function acceptSubmission(
  queue: Queue,
  contest: string,
  request: SubmissionRequest & { readonly limits?: SubmissionLimits },
): Promise<Accepted> {
  const sum = checkedSum(request.source);
  return transact(queue.database, async (sql) => {
    const { nick, isKicked } = await lockPerson(sql, contest, request.person);
    const before = await findByKey(sql, contest, request);
    if (before) return repeated(before, sum);
    if (isKicked) throw kicked(nick);
    if (request.limits) await checkLimits(sql, contest, request, request.limits);
    const submission = randomUUID();
    const { job, replaces } = await enqueue(queue, sql, { contest, submission, person: request.person });
    await keepSubmission(sql, contest, { ...request, submission, sha256: sum, job, replaces });
    const { person, receivedMs, via, queuedMs } = request;
    const more = replaces === undefined ? {} : { replaces };
    const late = queuedMs === undefined ? {} : { queuedMs };
    await appendEvents(sql, contest, [
      { type: 'submitted', person, submission, sha256: sum, receivedMs, via, ...late, ...more },
    ]);
    return { submission, sha256: sum, receivedMs, isNew: true, ...more };
  });
}

/** A version that the student checked on the own machine: its source is kept and `checked` is written. */
export async function keepChecked(
  database: Database,
  contest: string,
  version: {
    readonly person: string;
    readonly kind: SourceKind;
    readonly source: string;
    readonly points: number;
    readonly mistakes: readonly string[];
  },
): Promise<{ readonly sha256: string }> {
  const { person, points, mistakes } = version;
  const sum = checkedSum(version.source);
  await transact(database, async (sql) => {
    const { nick, isKicked } = await lockPerson(sql, contest, person);
    if (isKicked) throw kicked(nick);
    await keepSource(sql, contest, { ...version, sha256: sum });
    await appendEvents(sql, contest, [{ type: 'checked', person, sha256: sum, points, mistakes }]);
  });
  return { sha256: sum };
}

interface Kept {
  readonly submission: string;
  readonly sha256: string;
  readonly received_ms: string;
  readonly replaces: string | null;
}

async function findByKey(
  sql: Transaction,
  contest: string,
  { person, key }: SubmissionRequest,
): Promise<Kept | undefined> {
  const { rows } = await sql.query<Kept>(
    `SELECT submission, sha256, received_ms,
            (SELECT older.submission FROM airlab.submissions older
             WHERE older.contest = $1 AND older.replaced_by = one.submission) AS replaces
     FROM airlab.submissions one WHERE contest = $1 AND person = $2 AND key = $3`,
    [contest, person, key],
  );
  return rows[0];
}

function repeated({ submission, sha256, received_ms, replaces }: Kept, sum: string): Accepted {
  if (sha256 !== sum)
    throw refusal(
      'KEY_REUSED',
      'This submission key came before, with another source.',
      'Make a new key for every submission; keep it for repetitions of the same one.',
    );
  return {
    submission,
    sha256,
    receivedMs: Number(received_ms),
    isNew: false,
    ...(replaces === null ? {} : { replaces }),
  };
}

async function checkLimits(
  sql: Transaction,
  contest: string,
  { person, receivedMs }: SubmissionRequest,
  { gapMs, most }: SubmissionLimits,
): Promise<void> {
  const { rows } = await sql.query<{ count: number; last: string | null }>(
    `SELECT count(*)::int AS count, max(received_ms) AS last FROM airlab.submissions
     WHERE contest = $1 AND person = $2`,
    [contest, person],
  );
  const { count = 0, last = null } = rows[0] ?? {};
  if (count >= most) throw refusal('TOO_MANY', `All ${most} submissions are used.`, 'The best one counts.');
  const waitMs = last === null ? 0 : Number(last) + gapMs - receivedMs;
  if (waitMs > 0)
    throw refusal(
      'TOO_SOON',
      `Between two submissions ${gapMs / 1000} s must pass.`,
      `Try again in ${Math.ceil(waitMs / 1000)} s. "grade" on your machine has no limit.`,
    );
}

/** In one statement: whoever submits holds a lock of the person meanwhile, and everybody waits at the bell. */
async function keepSubmission(
  sql: Transaction,
  contest: string,
  kept: SubmissionRequest & {
    readonly submission: string;
    readonly sha256: string;
    readonly job: string;
    readonly replaces: string | undefined;
  },
): Promise<void> {
  const { submission, person, key, sha256, kind, receivedMs, job, source, replaces } = kept;
  await sql.query(
    `WITH source AS (
       INSERT INTO airlab.sources (contest, sha256, kind, source) VALUES ($1, $5, $6, $9) ON CONFLICT DO NOTHING
     ), replaced AS (
       UPDATE airlab.submissions SET replaced_by = $2 WHERE contest = $1 AND submission = $10
     )
     INSERT INTO airlab.submissions (contest, submission, person, key, sha256, kind, received_ms, job)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      contest,
      submission,
      person,
      key,
      sha256,
      kind,
      receivedMs,
      job,
      Buffer.from(source, 'utf8'),
      replaces ?? null,
    ],
  );
}

async function keepSource(
  sql: Transaction,
  contest: string,
  { sha256, kind, source }: { readonly sha256: string; readonly kind: SourceKind; readonly source: string },
): Promise<void> {
  await sql.query(
    `INSERT INTO airlab.sources (contest, sha256, kind, source) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [contest, sha256, kind, Buffer.from(source, 'utf8')],
  );
}

function checkedSum(source: string): string {
  const bytes = Buffer.byteLength(source, 'utf8');
  if (bytes <= LARGEST_SOURCE) return sha256(source);
  throw refusal(
    'SOURCE_TOO_LARGE',
    `The answer has ${bytes} bytes; at most ${LARGEST_SOURCE} are taken.`,
    'Clear the outputs of the notebook, or move data out of the file.',
  );
}

const refusal = (code: string, message: string, hint: string): AirlabError =>
  new AirlabError(message, { code, trouble: 'usage', hint });
