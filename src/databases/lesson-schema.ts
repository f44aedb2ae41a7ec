import { OutsideError } from '../errors.ts';
import type { SqlDatabase } from './sql.ts';

/** The tables that a lesson needs, and their version: it grows when a lesson changes them. */
export interface LessonSchema {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly string[];
  /** Makes them. */
  readonly script: string;
}

const MARKS =
  'CREATE TABLE IF NOT EXISTS airlab_schema (name VARCHAR(60) PRIMARY KEY, version INTEGER NOT NULL)';

/**
 * Makes the lesson's tables when they are not there; leaves them with their rows when they are.
 *
 * @throws OutsideError `OLDER_SCHEMA` or `NEWER_SCHEMA` when they were made by another version of the lesson.
 * @example await prepareTables(db, { name: 'air', version: 2, tables: ['reading'], script: 'CREATE TABLE reading …' })
 */
export async function prepareTables(db: SqlDatabase, schema: LessonSchema): Promise<void> {
  await db.query(MARKS);
  const [mark] = await db.query<{ version: number }>('SELECT version FROM airlab_schema WHERE name = ?', [
    schema.name,
  ]);
  if (mark === undefined) return make(db, schema);
  if (Number(mark.version) === schema.version) return;
  const isOlder = Number(mark.version) < schema.version;
  throw new OutsideError(
    `The tables ${schema.tables.join(', ')} are of version ${mark.version} of '${schema.name}', this lesson has version ${schema.version}.`,
    isOlder
      ? 'await startOver(db, schema) sets them aside with their rows, says where, and makes new ones.'
      : 'Update airlab (git pull), or set them aside with await startOver(db, schema).',
    isOlder ? 'OLDER_SCHEMA' : 'NEWER_SCHEMA',
  );
}

/**
 * Begins anew: sets the lesson's tables aside with their rows, then makes them empty.
 *
 * @returns where the old ones are now
 */
export async function startOver(db: SqlDatabase, schema: LessonSchema): Promise<string> {
  await db.query(MARKS);
  const place = await db.setAside(schema.tables);
  await db.query('DELETE FROM airlab_schema WHERE name = ?', [schema.name]);
  await make(db, schema);
  return place;
}

async function make(db: SqlDatabase, { name, version, script }: LessonSchema): Promise<void> {
  await db.transaction(async () => {
    await db.script(script);
    await db.query('INSERT INTO airlab_schema (name, version) VALUES (?, ?)', [name, version]);
  });
}
