import { AirlabError, isAirlabError, OutsideError } from '../errors.ts';

/** Which database an error came from, for its message. Never the URL itself: it holds a password. */
export interface Whose {
  /** `PostgreSQL`, `MongoDB`, … */
  readonly kind: string;
  /** Host and port, or the path of a file. */
  readonly at: string;
  /** The variable that names the server. */
  readonly variable?: string;
}

const DOWN =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ECONNRESET|EPIPE|UND_ERR_CONNECT|PROTOCOL_CONNECTION_LOST|NoHostAvailable|ServerSelection|ServiceUnavailable|Connection terminated|not queryable|in closed state|^57P0[123]$|timeout (?:expired|exceeded)|Query read timeout/i;
const REFUSED =
  /^28[0-9A-Z]{3}$|ER_ACCESS_DENIED|ER_DBACCESS|Authentication(?:Failed|Error)|passwords? (?:is|are) incorrect|Authentication failed|Unauthorized|Bad credentials|^401$|^403$|\b(?:code|status) 18\b/i;
const FULL = /ENOSPC|EDQUOT|^53100$|disk (?:is )?full|no space left|ER_DISK_FULL/i;

/**
 * Turns what a driver threw into an error that says the next step: `SERVER_DOWN`, `WRONG_CREDENTIALS`, `DISK_FULL`, or
 * `SQL` (the engine refused the statement; `code`, when the engine gave one, is in the message). Those of airlab pass.
 *
 * @example throw databaseTrouble(error, { kind: 'PostgreSQL', at: 'db.school.dk:5432', variable: 'AIRLAB_POSTGRES_URL' })
 */
export function databaseTrouble(error: unknown, whose: Whose): AirlabError {
  if (isAirlabError(error)) return error;
  const words = wordsOf(error);
  const says = words.find((word) => / /.test(word)) ?? words.join(' ');
  const { kind, at, variable } = whose;
  if (words.some((word) => FULL.test(word))) return diskFull(at, error);
  if (words.some((word) => REFUSED.test(word)))
    return new OutsideError(
      `${kind} at ${at} refused the name or the password: ${says}`,
      `Correct the name and password in ${variable ?? 'the URL'}, as in kind://NAME:PASSWORD@HOST; then restart the kernel.`,
      'WRONG_CREDENTIALS',
      error,
    );
  if (words.some((word) => DOWN.test(word)))
    return new OutsideError(
      `${kind} at ${at} does not answer: ${says}`,
      variable
        ? `Start it (npm run servers shows what this machine has), or unset ${variable} to use the embedded one.`
        : 'Run the cell that opens it again.',
      'SERVER_DOWN',
      error,
    );
  return new AirlabError(`${kind} refused: ${says}`, {
    code: 'SQL',
    trouble: 'yours',
    hint: 'Read the message from its end: it names the place in the statement, the rule, or the value.',
    cause: error,
  });
}

/** `DISK_FULL`: nothing was written, what was there is still there. */
export const diskFull = (at: string, cause: unknown): OutsideError =>
  new OutsideError(
    `The disk is full: nothing was written to ${at}, and what it held before is still there.`,
    'Free some space (df -h shows where), then run the cell again.',
    'DISK_FULL',
    cause,
  );

/** Whether a write failed for want of space. */
export const isFull = (error: unknown): boolean => wordsOf(error).some((word) => FULL.test(word));

/** `DATABASE_DAMAGED`: the file is left as it is. */
export const damaged = (path: string, why: string, hint: string): OutsideError =>
  new OutsideError(`${path} is damaged: ${why}. It was left as it is.`, hint, 'DATABASE_DAMAGED');

/** Codes, names and messages of an error, of its cause and of what it gathers. */
function wordsOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null) return [String(error)];
  const own = ['code', 'sqlState', 'codeName', 'name', 'message', 'status'].flatMap((key) => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
  if (depth > 3) return own;
  const inner: unknown[] = [Reflect.get(error, 'cause')];
  const errors: unknown = Reflect.get(error, 'errors');
  if (Array.isArray(errors)) inner.push(...errors);
  const innerErrors: unknown = Reflect.get(error, 'innerErrors');
  if (typeof innerErrors === 'object' && innerErrors !== null) inner.push(...Object.values(innerErrors));
  return [
    ...own.filter((word) => word !== '' && word !== 'Error' && word !== 'AggregateError'),
    ...inner.filter((one) => one !== undefined && one !== null).flatMap((one) => wordsOf(one, depth + 1)),
  ];
}
