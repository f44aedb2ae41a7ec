import { db_create } from '../../sql/create.ts';
import type { SqlRow } from '../../sql/sql-file.ts';
import type { Judgement } from '../../teaching/lesson.ts';
import { SCHEMA } from './schema.ts';

const PLAIN = 'Mill Pond';
const APOSTROPHE = "St. John's Gate";
const HOSTILE = "x'); DELETE FROM reading; --";

/** `addStation(db, city, name)` adds one station of any name, and nothing else happens. */
export async function judgeAddStation(answer: unknown): Promise<Judgement> {
  if (typeof answer !== 'function')
    return { kind: 'not yet', says: 'Hand over the function itself: addStation, without ().' };
  const [plain, quoted, hostile] = [
    await after(answer, PLAIN),
    await after(answer, APOSTROPHE),
    await after(answer, HOSTILE),
  ];
  if (plain.error !== undefined || plain.added.length === 0)
    return { kind: 'not yet', says: `With a usual name ${plain.error ?? 'no station is added'}.` };
  if (!plain.added.some(({ city, name }) => city === 'Roskilde' && name === PLAIN))
    return { kind: 'not yet', says: 'The station is added with another city or name.' };
  if (hostile.readings === 0) {
    if (quoted.error !== undefined)
      return { kind: 'not tried', says: 'The text is still pasted into the statement.' };
    return {
      kind: 'not yet',
      says: 'A name with an apostrophe works now, and the other one still deletes all readings.',
      mistake: { id: 'text-in-sql', says: 'pasting text into a statement' },
    };
  }
  const isKept = [quoted, hostile].every(({ added, name }) => added.some((row) => row.name === name));
  if (isKept) return { kind: 'passed', says: 'Three names, three stations, and every reading is there.' };
  return {
    kind: 'not yet',
    says: `The station ${APOSTROPHE} is refused or gets another name.`,
    mistake: { id: 'cleans-the-input', says: 'forbidding letters instead of keeping values apart' },
  };
}

interface After {
  readonly name: string;
  readonly added: readonly SqlRow[];
  readonly readings: number;
  readonly error?: string;
}

async function after(addStation: unknown, name: string): Promise<After> {
  const db = await db_create(':memory:', SCHEMA);
  db.run("INSERT INTO station VALUES (1, 'Beijing', 'Centre')");
  db.run("INSERT INTO reading VALUES (1, '2026-01-12T00:00Z', 7)");
  const seen = (): Omit<After, 'error'> => ({
    name,
    added: db.all('SELECT city, name FROM station WHERE id <> 1'),
    readings: Number(db.all('SELECT count(*) AS n FROM reading')[0]?.n),
  });
  try {
    if (typeof addStation === 'function') await Reflect.apply(addStation, undefined, [db, 'Roskilde', name]);
    return seen();
  } catch (error) {
    return { ...seen(), error: `it throws: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    db.close();
  }
}
