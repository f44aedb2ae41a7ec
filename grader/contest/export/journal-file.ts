import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { canonicalJson } from '../../../src/classroom/snapshot.ts';
import { OutsideError } from '../../../src/errors.ts';
import type { Entry } from '../event.ts';

/** A journal that anyone can check: `airlab-journal-1`. */
export interface JournalFile {
  readonly format: 'airlab-journal-1';
  readonly contest: string;
  readonly entries: readonly Entry[];
  /** SHA-256 over all entries, each on top of the one before. */
  readonly head: string;
  /** Ed25519, SPKI, base64. */
  readonly publicKey: string;
  /** Of the head, base64. */
  readonly signature: string;
}

/** The fixed start of an Ed25519 private key in PKCS #8; the 32 bytes of the key follow. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key of a contest, made of a secret that only its database knows. */
export function signingKey(secret: Buffer): KeyObject {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'airlab journal', 32));
  return createPrivateKey({ key: Buffer.concat([PKCS8, bytes]), format: 'der', type: 'pkcs8' });
}

/** @example publicKeyOf(signingKey(secret)) // 'MCowBQYDK2VwAyEA…' */
export const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');

/** Signs a journal as it is now. Pure. */
export function signJournal(contest: string, entries: readonly Entry[], key: KeyObject): JournalFile {
  const head = headOf(contest, entries);
  return {
    format: 'airlab-journal-1',
    contest,
    entries,
    head,
    publicKey: publicKeyOf(key),
    signature: sign(null, Buffer.from(head), key).toString('base64'),
  };
}

/**
 * Reads a journal file and checks it: ids without gaps, the chain, the signature.
 *
 * @throws OutsideError `JOURNAL_BROKEN` with the first thing that does not fit.
 */
export function openJournalFile(text: string): JournalFile {
  const file = parsed(text);
  const gap = file.entries.findIndex(({ id }, index) => id !== index + 1);
  if (gap !== -1) throw broken(`entry ${gap + 1} is missing or twice there`);
  if (headOf(file.contest, file.entries) !== file.head) throw broken('an entry was changed');
  const key = createPublicKey({ key: Buffer.from(file.publicKey, 'base64'), format: 'der', type: 'spki' });
  if (!verify(null, Buffer.from(file.head), key, Buffer.from(file.signature, 'base64')))
    throw broken('the signature is not of this key');
  return file;
}

function headOf(contest: string, entries: readonly Entry[]): string {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  return entries.reduce((before, entry) => hash(`${before}${canonicalJson(entry)}`), hash(contest));
}

function parsed(text: string): JournalFile {
  try {
    const file: unknown = JSON.parse(text);
    if (isJournalFile(file)) return file;
  } catch {
    // said below
  }
  throw broken('this is no journal of a contest');
}

function isJournalFile(value: unknown): value is JournalFile {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Partial<Record<string, unknown>> = { ...value };
  const texts = ['contest', 'head', 'publicKey', 'signature'].every(
    (name) => typeof fields[name] === 'string',
  );
  return texts && fields.format === 'airlab-journal-1' && Array.isArray(fields.entries);
}

const broken = (says: string): OutsideError =>
  new OutsideError(
    `The journal does not hold: ${says}.`,
    'Ask the instructor for the file as the console exported it.',
    'JOURNAL_BROKEN',
  );
