import type pg from 'pg';
import { OutsideError } from '../../../src/errors.ts';

/** Held while tables are made, so that two servers that start together do not meet. */
const MIGRATION_LOCK = 7_246_002;

/** One step a version; a step that was released is never changed. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE airlab.contests (
    contest uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    code text NOT NULL UNIQUE,
    exercise text NOT NULL,
    snapshot text NOT NULL,
    seed text NOT NULL,
    pin_hash bytea NOT NULL,
    secret_hash bytea NOT NULL,
    last_id bigint NOT NULL DEFAULT 0,
    last_at_ms bigint NOT NULL DEFAULT 0
  );

  CREATE TABLE airlab.journal (
    contest uuid NOT NULL REFERENCES airlab.contests,
    id bigint NOT NULL,
    at_ms bigint NOT NULL,
    event jsonb NOT NULL,
    PRIMARY KEY (contest, id)
  );
  CREATE UNIQUE INDEX journal_one_submitted ON airlab.journal (contest, (event->>'submission'))
    WHERE event->>'type' = 'submitted';
  CREATE UNIQUE INDEX journal_one_verdict ON airlab.journal (contest, (event->>'submission'))
    WHERE event->>'type' IN ('judged', 'unjudged');
  CREATE FUNCTION airlab.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the journal only grows' USING ERRCODE = 'restrict_violation'; END $$;
  CREATE TRIGGER journal_only_grows BEFORE UPDATE OR DELETE ON airlab.journal
    FOR EACH ROW EXECUTE FUNCTION airlab.refuse_change();
  CREATE TRIGGER journal_stays BEFORE TRUNCATE ON airlab.journal
    FOR EACH STATEMENT EXECUTE FUNCTION airlab.refuse_change();

  CREATE TABLE airlab.people (
    contest uuid NOT NULL REFERENCES airlab.contests,
    person text NOT NULL,
    nick text NOT NULL,
    nick_key text NOT NULL,
    is_kicked boolean NOT NULL DEFAULT false,
    PRIMARY KEY (contest, person),
    UNIQUE (contest, nick_key)
  );
  CREATE TABLE airlab.tokens (
    token_hash bytea PRIMARY KEY,
    contest uuid NOT NULL,
    person text NOT NULL,
    FOREIGN KEY (contest, person) REFERENCES airlab.people
  );
  CREATE INDEX tokens_of_person ON airlab.tokens (contest, person);

  CREATE TABLE airlab.sources (
    contest uuid NOT NULL REFERENCES airlab.contests,
    sha256 text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('.ts', '.ipynb')),
    source bytea NOT NULL,
    PRIMARY KEY (contest, sha256, kind)
  );
  CREATE TABLE airlab.submissions (
    contest uuid NOT NULL,
    submission text NOT NULL,
    person text NOT NULL,
    key text NOT NULL,
    sha256 text NOT NULL,
    kind text NOT NULL,
    received_ms bigint NOT NULL,
    job uuid NOT NULL,
    replaced_by text,
    PRIMARY KEY (contest, submission),
    UNIQUE (contest, person, key),
    FOREIGN KEY (contest, person) REFERENCES airlab.people,
    FOREIGN KEY (contest, sha256, kind) REFERENCES airlab.sources
  );
  CREATE INDEX submissions_by_job ON airlab.submissions (job);
  CREATE INDEX submissions_by_successor ON airlab.submissions (contest, replaced_by) WHERE replaced_by IS NOT NULL;

  CREATE TABLE airlab.workers (
    worker int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    host text NOT NULL,
    pid int NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE airlab.takes (
    take bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    job uuid NOT NULL,
    contest uuid NOT NULL,
    person text NOT NULL,
    worker int NOT NULL REFERENCES airlab.workers,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX takes_of_worker ON airlab.takes (worker, at);
  CREATE INDEX takes_of_job ON airlab.takes (job, take);
  CREATE INDEX takes_of_person ON airlab.takes (contest, person, at);
  `,
  `
  CREATE TABLE airlab.sweeps (last_at timestamptz NOT NULL);
  INSERT INTO airlab.sweeps VALUES ('epoch');
  `,
];

/** The version of the tables that this code reads and writes. */
export const schemaVersion = STEPS.length;

/**
 * Makes airlab's tables in their own schema, or brings older ones up to date. Doing it again changes nothing.
 *
 * @throws OutsideError `DATABASE_NEWER` when a newer airlab made them.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  if ((await readVersion(pool)) === schemaVersion) return;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query('CREATE SCHEMA IF NOT EXISTS airlab');
    await client.query('CREATE TABLE IF NOT EXISTS airlab.schema_version (version int NOT NULL)');
    const version = await readVersion(client);
    if (version > schemaVersion) throw newer(version);
    for (const step of STEPS.slice(version)) await client.query(step);
    await client.query('DELETE FROM airlab.schema_version');
    await client.query('INSERT INTO airlab.schema_version VALUES ($1)', [schemaVersion]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function readVersion(sql: Pick<pg.Pool, 'query'>): Promise<number> {
  const { rows: there } = await sql.query<{ name: string | null }>(
    `SELECT to_regclass('airlab.schema_version')::text AS name`,
  );
  if (!there[0]?.name) return 0;
  const { rows } = await sql.query<{ version: number }>('SELECT version FROM airlab.schema_version');
  return rows[0]?.version ?? 0;
}

const newer = (version: number): OutsideError =>
  new OutsideError(
    `The database has airlab's tables in version ${version}; this airlab knows ${schemaVersion}.`,
    'Update airlab on this machine to the version that made them, or use another database.',
    'DATABASE_NEWER',
  );
