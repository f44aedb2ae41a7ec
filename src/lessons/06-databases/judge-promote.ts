import type { SqlDatabase } from '../../databases/sql.ts';
import { sqlite } from '../../databases/sqlite.ts';
import type { Judgement } from '../../teaching/lesson.ts';

type NotYet = Extract<Judgement, { kind: 'not yet' }>;

const ROWS = [
  { version: 4, stage: 'archived' },
  { version: 5, stage: 'production' },
  { version: 7, stage: 'staging' },
];

/** `promote(db, version)` leaves one version in production, loses none, and does all or nothing. */
export async function judgePromote(answer: unknown): Promise<Judgement> {
  if (typeof answer !== 'function')
    return { kind: 'not yet', says: 'Hand over the function itself, without ().' };
  const forward = await stagesAfter(answer, 7);
  if (forward.error)
    return { kind: 'not yet', says: `promote(db, 7) ends with an error: ${forward.error.message}` };
  if (forward.stages === stagesOf(ROWS))
    return { kind: 'not tried', says: 'promote(db, 7) changes nothing yet.' };
  if (forward.stages !== '4 archived, 5 archived, 7 production') return wrongForward(forward.stages);
  const back = await stagesAfter(answer, 4);
  if (back.error || back.stages !== '4 production, 5 archived, 7 staging')
    return {
      kind: 'not yet',
      says: 'Going back to version 4, which is archived, does not work.',
      mistake: { id: 'no-way-back', says: 'promoting only what is in staging' },
    };
  const nowhere = await stagesAfter(answer, 99);
  if (nowhere.stages !== stagesOf(ROWS))
    return {
      kind: 'not yet',
      says: 'promote(db, 99), which is not there, left nothing in production.',
      mistake: { id: 'half-done', says: 'a change that is half done when the second step fails' },
    };
  if (!nowhere.error)
    return {
      kind: 'not yet',
      says: 'promote(db, 99), which is not there, says nothing.',
      mistake: { id: 'silent-nothing', says: 'taking an UPDATE of no row for success' },
    };
  if (await isHalfDone(answer))
    return {
      kind: 'not yet',
      says: 'When the power goes between the two steps, nothing is in production.',
      mistake: { id: 'half-done', says: 'two changes that are not one transaction' },
    };
  return { kind: 'passed', says: 'Forward, back, and all or nothing.' };
}

function wrongForward(stages: string): NotYet {
  const says = `After promote(db, 7) the registry says: ${stages || 'nothing'}.`;
  if (stages.match(/production/g)?.length === 2)
    return {
      kind: 'not yet',
      says,
      mistake: { id: 'two-in-production', says: 'the old one stays in production' },
    };
  if (!/\b5\b/.test(stages))
    return {
      kind: 'not yet',
      says,
      mistake: { id: 'deleted-version', says: 'deleting what a rollback needs' },
    };
  return { kind: 'not yet', says };
}

interface After {
  readonly stages: string;
  readonly error?: Error;
}

async function stagesAfter(promote: CallableFunction, version: number): Promise<After> {
  const db = await registry();
  try {
    await promote(db, version);
    return { stages: await read(db) };
  } catch (error) {
    return { stages: await read(db), error: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    await db.close();
  }
}

/** Lets the second change fail, whichever it is: a transaction takes the first one back. */
async function isHalfDone(promote: CallableFunction): Promise<boolean> {
  const db = await registry();
  const state = { changes: 0 };
  const query = async (sql: string, values?: Parameters<SqlDatabase['query']>[1]) => {
    if (/^\s*(update|insert|delete|replace)/i.test(sql)) {
      state.changes += 1;
      if (state.changes === 2) throw new Error('the power went');
    }
    return db.query(sql, values);
  };
  try {
    await promote({ ...db, query }, 7);
  } catch {
    // That is what we wanted.
  }
  const stages = await read(db);
  await db.close();
  return !/production/.test(stages);
}

async function registry(): Promise<SqlDatabase> {
  const db = await sqlite();
  await db.script('CREATE TABLE model (version INTEGER, stage TEXT)');
  await db.insert('model', ROWS);
  return db;
}

async function read(db: SqlDatabase): Promise<string> {
  return stagesOf(await db.query<{ version: number; stage: string }>('SELECT * FROM model ORDER BY version'));
}

const stagesOf = (rows: readonly { readonly version: number; readonly stage: string }[]): string =>
  rows.map(({ version, stage }) => `${version} ${stage}`).join(', ');
