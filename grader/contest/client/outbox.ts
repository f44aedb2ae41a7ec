import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { isAirlabError } from '../../../src/errors.ts';
import { seatFolder } from './seat.ts';

/** A submission that waits to be sent, with the moment at which the student handed it in. */
export interface Letter {
  /** Sent with it, so that the server accepts it once however often it comes. */
  readonly id: string;
  readonly kind: 'ts' | 'ipynb';
  readonly source: string;
  /** By the server's clock, as this machine knows it. */
  readonly queuedMs: number;
  readonly via: 'cli' | 'notebook';
}

/** What came of sending one. */
export type Sent<Receipt> =
  | { readonly kind: 'sent'; readonly letter: Letter; readonly receipt: Receipt }
  /** The server does not want it; it leaves the outbox. */
  | { readonly kind: 'refused'; readonly letter: Letter; readonly error: Error }
  /** It stays, and is tried again. */
  | { readonly kind: 'kept'; readonly letter: Letter; readonly error: Error };

const folderOf = (root: string): string => join(seatFolder(root), 'outbox');

/** Puts a submission on the disk, for good, before anything is sent. */
export function putLetter(root: string, letter: Omit<Letter, 'id'>): Letter {
  const whole = { id: randomUUID(), ...letter };
  const folder = folderOf(root);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${String(letter.queuedMs).padStart(15, '0')}-${whole.id}.json`);
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(whole));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
  return whole;
}

/** What waits, the oldest first. */
export function readLetters(root: string): readonly Letter[] {
  return names(root).flatMap((name) => letterIn(join(folderOf(root), name)) ?? []);
}

/**
 * Sends what waits, the oldest first. A letter leaves the outbox when the server has it or refuses it; at the first one
 * that does not get through the others wait as well.
 */
export async function sendLetters<Receipt>(
  root: string,
  send: (letter: Letter) => Promise<Receipt>,
): Promise<readonly Sent<Receipt>[]> {
  const results: Sent<Receipt>[] = [];
  for (const name of names(root)) {
    const path = join(folderOf(root), name);
    const letter = letterIn(path);
    if (!letter) continue;
    const result = await sendOne(letter, send);
    results.push(result);
    if (result.kind === 'kept') return results;
    rmSync(path, { force: true });
  }
  return results;
}

async function sendOne<Receipt>(
  letter: Letter,
  send: (letter: Letter) => Promise<Receipt>,
): Promise<Sent<Receipt>> {
  try {
    return { kind: 'sent', letter, receipt: await send(letter) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isTheirs = isAirlabError(error) && (error.trouble === 'theirs' || WAITING.includes(error.code));
    return { kind: isTheirs ? 'kept' : 'refused', letter, error };
  }
}

/** The server wants it, only later; or something else answers at its address: the sign-in page of a Wi-Fi. */
const WAITING = ['TOO_SOON', 'TOO_FAST', 'NOT_A_CONTEST'];

function names(root: string): readonly string[] {
  try {
    return readdirSync(folderOf(root))
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}

function letterIn(path: string): Letter | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isLetter(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isLetter(value: unknown): value is Letter {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Partial<Record<string, unknown>> = { ...value };
  return (
    ['id', 'kind', 'source', 'via'].every((name) => typeof fields[name] === 'string') &&
    typeof fields.queuedMs === 'number'
  );
}
