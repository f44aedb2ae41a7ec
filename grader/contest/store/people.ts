import { randomUUID } from 'node:crypto';
import { AirlabError } from '../../../src/errors.ts';
import { isPin } from './contests.ts';
import { codeOf, type Database, type Transaction, transact, UNIQUE_VIOLATION } from './database.ts';
import { appendEvents } from './journal.ts';
import { hashToken, newToken } from './secrets.ts';

/** Somebody in a contest. */
export interface Member {
  readonly person: string;
  readonly nick: string;
}

/** A member with what proves it. */
export interface Pass extends Member {
  /** For the student's machine only; the database keeps its SHA-256. */
  readonly token: string;
  /** False when the person was in the contest before. */
  readonly isNew: boolean;
}

const LONGEST_NICK = 24;

/**
 * Joins by nickname and writes `joined`. With the token of an earlier join the same person comes back, whatever the
 * nickname says, and nothing is written.
 *
 * @throws AirlabError `NICK_TAKEN`, `NICK_EMPTY`, `KICKED` (the token of somebody who was sent out has no person).
 * @example const { token } = await join(database, contest, { nick: 'Ada' });
 */
export async function join(
  database: Database,
  contest: string,
  { nick, token: known }: { nick: string; token?: string | undefined },
): Promise<Pass> {
  const member = known === undefined ? undefined : await memberOf(database, contest, known);
  if (member && known !== undefined) return { ...member, token: known, isNew: false };
  const name = cleanNick(nick);
  const person = randomUUID();
  return refusingTaken(name, () =>
    transact(database, async (sql) => {
      await sql.query('INSERT INTO airlab.people (contest, person, nick, nick_key) VALUES ($1, $2, $3, $4)', [
        contest,
        person,
        name,
        keyOf(name),
      ]);
      const token = await giveToken(sql, contest, person);
      await appendEvents(sql, contest, [{ type: 'joined', person, nick: name }]);
      return { person, nick: name, token, isNew: true };
    }),
  );
}

/**
 * The same person on another machine: by nickname and the instructor's PIN. Both machines may go on.
 *
 * @throws AirlabError `WRONG_PIN` for a wrong PIN or nickname alike, `KICKED`.
 */
export async function resume(
  database: Database,
  contest: string,
  { nick, pin }: { nick: string; pin: string },
): Promise<Pass> {
  // The PIN first: whoever does not have it learns nothing about nicknames.
  const isRight = await isPin(database, contest, pin);
  const { rows } = await database.query<Member & { is_kicked: boolean }>(
    'SELECT person, nick, is_kicked FROM airlab.people WHERE contest = $1 AND nick_key = $2',
    [contest, keyOf(nick)],
  );
  const [row] = rows;
  if (!isRight || row === undefined)
    throw refusal(
      'WRONG_PIN',
      'This nickname and PIN do not belong together.',
      'Ask the instructor for the PIN.',
    );
  if (row.is_kicked) throw kicked(row.nick);
  const token = await transact(database, (sql) => giveToken(sql, contest, row.person));
  return { person: row.person, nick: row.nick, token, isNew: false };
}

/** Who holds this token; undefined for an unknown token and for somebody who was sent out. */
export async function memberOf(
  { query }: Database,
  contest: string,
  token: string,
): Promise<Member | undefined> {
  const { rows } = await query<Member>(
    `SELECT person, nick FROM airlab.tokens JOIN airlab.people USING (contest, person)
     WHERE token_hash = $1 AND contest = $2 AND NOT is_kicked`,
    [hashToken(token), contest],
  );
  return rows[0];
}

/**
 * Gives another nickname and writes `renamed`. The same one again writes nothing.
 *
 * @throws AirlabError `NICK_TAKEN`, `NICK_EMPTY`, `NO_PERSON`.
 */
export async function rename(database: Database, contest: string, { person, nick }: Member): Promise<Member> {
  const name = cleanNick(nick);
  return refusingTaken(name, () =>
    transact(database, async (sql) => {
      const before = await lockPerson(sql, contest, person);
      if (before.nick === name) return before;
      await sql.query(
        'UPDATE airlab.people SET nick = $3, nick_key = $4 WHERE contest = $1 AND person = $2',
        [contest, person, name, keyOf(name)],
      );
      await appendEvents(sql, contest, [{ type: 'renamed', person, nick: name }]);
      return { person, nick: name };
    }),
  );
}

/**
 * Sends somebody out: the tokens are worth nothing from now on, the nickname stays theirs. Writes `kicked` once.
 *
 * @throws AirlabError `NO_PERSON`
 */
export async function kick(database: Database, contest: string, person: string): Promise<void> {
  await transact(database, async (sql) => {
    const { isKicked } = await lockPerson(sql, contest, person);
    if (isKicked) return;
    await sql.query('UPDATE airlab.people SET is_kicked = true WHERE contest = $1 AND person = $2', [
      contest,
      person,
    ]);
    await sql.query('DELETE FROM airlab.tokens WHERE contest = $1 AND person = $2', [contest, person]);
    await appendEvents(sql, contest, [{ type: 'kicked', person }]);
  });
}

/**
 * Reads the person for a change by one server at a time.
 *
 * @throws AirlabError `NO_PERSON`
 */
export async function lockPerson(
  sql: Transaction,
  contest: string,
  person: string,
): Promise<Member & { readonly isKicked: boolean }> {
  const { rows } = await sql.query<{ nick: string; is_kicked: boolean }>(
    'SELECT nick, is_kicked FROM airlab.people WHERE contest = $1 AND person = $2 FOR UPDATE',
    [contest, person],
  );
  const [row] = rows;
  if (row === undefined)
    throw refusal('NO_PERSON', 'This person is not in the contest.', 'Reload the page and try again.');
  return { person, nick: row.nick, isKicked: row.is_kicked };
}

/** @throws AirlabError `KICKED`, for whoever was sent out. */
export const kicked = (nick: string): AirlabError =>
  refusal('KICKED', `${nick} was sent out of this contest.`, 'Talk to the instructor.');

/**
 * A nickname that can be shown: no control or invisible characters, single spaces, at most 24 characters.
 *
 * @throws AirlabError `NICK_EMPTY`
 * @example cleanNick('  Ada\u202E  Lovelace ') // 'Ada Lovelace'
 */
export function cleanNick(nick: string): string {
  const plain = nick
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (found) => (found === JOINER ? found : ' '))
    .replace(/\p{M}{3,}/gu, '');
  const clean = [...plain.replace(/\s+/gu, ' ').trim()].slice(0, LONGEST_NICK).join('').trim();
  if (/[\p{L}\p{N}\p{S}\p{P}]/u.test(clean)) return clean;
  throw refusal('NICK_EMPTY', 'The nickname has no letter.', 'Choose one that can be read on the board.');
}

/** It joins the parts of an emoji; everywhere else it is not seen. */
const JOINER = '\u200D';
/** Marks of direction and width zero, but for the joiner. */
const INVISIBLE = /(?!\u200D)\p{Cf}/gu;

/** Two nicknames that look alike are one. */
const keyOf = (nick: string): string =>
  cleanNick(nick).normalize('NFKC').toLocaleLowerCase('en').replaceAll(JOINER, '');

async function giveToken(sql: Transaction, contest: string, person: string): Promise<string> {
  const token = newToken();
  await sql.query('INSERT INTO airlab.tokens (token_hash, contest, person) VALUES ($1, $2, $3)', [
    hashToken(token),
    contest,
    person,
  ]);
  return token;
}

async function refusingTaken<T>(nick: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
    throw refusal(
      'NICK_TAKEN',
      `The nickname ${nick} is taken.`,
      'Choose another. If it is yours from another machine, resume it with the instructor’s PIN.',
    );
  }
}

const refusal = (code: string, message: string, hint: string): AirlabError =>
  new AirlabError(message, { code, trouble: 'usage', hint });
