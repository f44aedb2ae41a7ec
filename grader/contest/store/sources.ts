import type { Result } from '../event.ts';
import type { Database } from './database.ts';
import type { SourceKind } from './submissions.ts';

/** A kept source by its SHA-256; undefined when it was never sent. */
export async function readSource(
  { query }: Database,
  contest: string,
  sha256: string,
): Promise<{ readonly kind: SourceKind; readonly source: string } | undefined> {
  const { rows } = await query<{ kind: SourceKind; source: Buffer }>(
    'SELECT kind, source FROM airlab.sources WHERE contest = $1 AND sha256 = $2 ORDER BY kind DESC LIMIT 1',
    [contest, sha256],
  );
  const [row] = rows;
  return row && { kind: row.kind, source: row.source.toString('utf8') };
}

/** The source that a submission was accepted with. */
export async function sourceOf(
  { query }: Database,
  contest: string,
  submission: string,
): Promise<{ readonly kind: SourceKind; readonly source: string } | undefined> {
  const { rows } = await query<{ kind: SourceKind; source: Buffer }>(
    `SELECT kind, source FROM airlab.submissions JOIN airlab.sources USING (contest, sha256, kind)
     WHERE contest = $1 AND submission = $2`,
    [contest, submission],
  );
  const [row] = rows;
  return row && { kind: row.kind, source: row.source.toString('utf8') };
}

/** The verdict that another submission of the same text got since then; undefined when there was none. */
export async function verdictOfSame(
  { query }: Database,
  contest: string,
  { submission, sinceMs }: { submission: string; sinceMs: number },
): Promise<Result | undefined> {
  const { rows } = await query<{ result: Result }>(
    `SELECT event->'result' AS result FROM airlab.submissions own
     JOIN airlab.submissions other USING (contest, sha256, kind)
     JOIN airlab.journal ON journal.contest = own.contest AND event->>'submission' = other.submission
     WHERE own.contest = $1 AND own.submission = $2 AND event->>'type' = 'judged' AND at_ms >= $3 LIMIT 1`,
    [contest, submission, Math.floor(sinceMs)],
  );
  return rows[0]?.result;
}
