import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { OutsideError } from '../errors.ts';
import { type RecordedPlace, type Snapshot, verifySnapshot } from './snapshot.ts';

const RECORD_AGAIN = 'Take a new one with `grade record`, or choose another with --snapshot FILE.';

/**
 * Reads a snapshot and checks its shape and its SHA-256.
 *
 * @throws {OutsideError} `SNAPSHOT_MISSING`, `SNAPSHOT_UNREADABLE`, `SNAPSHOT_BROKEN` (cut or not a snapshot) or
 *   `SNAPSHOT_ALTERED` (some content changed after it was taken)
 * @example
 * const snapshot = readSnapshot('.airlab/snapshots/2026-11-24T09-00-00Z.json');
 */
export function readSnapshot(path: string): Snapshot {
  const snapshot = parseSnapshot(textOf(path), path);
  if (verifySnapshot(snapshot)) return snapshot;
  throw new OutsideError(
    `${path} was changed after it was taken: its content does not match its SHA-256 ${snapshot.sha256}.`,
    RECORD_AGAIN,
    'SNAPSHOT_ALTERED',
  );
}

/**
 * Writes a snapshot so that a reader sees all of it or nothing: to a file beside it first, then renamed.
 *
 * @throws {OutsideError} `SNAPSHOT_UNWRITTEN` when the folder cannot be written; no file is left behind
 */
export function writeSnapshot(path: string, snapshot: Snapshot): void {
  const draft = `${path}.${process.pid}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(draft, 'w');
    try {
      writeAll(file, `${JSON.stringify(snapshot)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (cause) {
    discard(draft);
    throw new OutsideError(
      `Could not write the snapshot ${path}: ${wordsOf(cause)}.`,
      'Choose a folder that you may write to: --out FILE.',
      'SNAPSHOT_UNWRITTEN',
      cause,
    );
  }
}

/** Where nothing could be written there may be nothing to remove either. */
function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // The first error says what is wrong.
  }
}

/** A large text may take several writes. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new OutsideError(
      isMissing ? `There is no snapshot at ${path}.` : `Could not read ${path}: ${wordsOf(cause)}.`,
      RECORD_AGAIN,
      isMissing ? 'SNAPSHOT_MISSING' : 'SNAPSHOT_UNREADABLE',
      cause,
    );
  }
}

/**
 * A snapshot out of its text, checked by hand; `path` is for the message. The SHA-256 is not checked here.
 *
 * @throws {OutsideError} `SNAPSHOT_BROKEN`
 */
export function parseSnapshot(text: string, path: string): Snapshot {
  const broken = (why: string, cause?: unknown) =>
    new OutsideError(`${path} is no airlab snapshot: ${why}.`, RECORD_AGAIN, 'SNAPSHOT_BROKEN', cause);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw broken(`its JSON is cut or damaged (${wordsOf(cause)})`, cause);
  }
  const why = whatIsWrong(value);
  if (why !== undefined) throw broken(why);
  // The check above has looked at every field of the type.
  return value as Snapshot;
}

/** The first field that is not as it should be, in words. */
function whatIsWrong(value: unknown): string | undefined {
  if (!isRecord(value)) return 'expected an object';
  if (value.format !== 'airlab-snapshot-1') {
    return `expected the format airlab-snapshot-1, got ${JSON.stringify(value.format) ?? 'none'}`;
  }
  if (!isTime(value.takenAt)) return 'takenAt is no ISO time in UTC';
  for (const key of ['from', 'licence'] as const) {
    if (typeof value[key] !== 'string') return `${key} is no text`;
  }
  if (value.data !== 'open-meteo' && value.data !== 'simulated')
    return 'data is neither open-meteo nor simulated';
  if (typeof value.sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(value.sha256)) return 'it has no SHA-256';
  if (!isRecordOf(value.modelRuns, isTime)) return 'modelRuns are no ISO times';
  if (!Array.isArray(value.places) || value.places.length === 0) return 'it has no places';
  const bad = value.places.findIndex((place) => !isPlace(place));
  return bad < 0 ? undefined : `place ${bad + 1} of ${value.places.length} is incomplete`;
}

function isPlace(value: unknown): value is RecordedPlace {
  if (!isRecord(value) || !isRecord(value.reported) || !isRecord(value.series)) return false;
  const { reported, series } = value;
  const lengths = new Set(
    Object.values(series).map((values) => (Array.isArray(values) ? values.length : -1)),
  );
  return (
    typeof value.name === 'string' &&
    typeof value.timezone === 'string' &&
    isWithin(value.latitude, 90) &&
    isWithin(value.longitude, 180) &&
    isWithin(reported.latitude, 91) &&
    isWithin(reported.longitude, 181) &&
    (reported.elevation === null || typeof reported.elevation === 'number') &&
    Number.isInteger(value.firstHour) &&
    isRecordOf(value.units, (unit) => typeof unit === 'string') &&
    lengths.size === 1 &&
    isRecordOf(series, (values) => Array.isArray(values) && values.every(isReading))
  );
}

function isReading(value: unknown): value is number | null {
  return value === null || typeof value === 'number';
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && value.endsWith('Z') && Number.isFinite(Date.parse(value));
}

function isWithin(value: unknown, limit: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= limit;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOf(value: unknown, is: (part: unknown) => boolean): boolean {
  return isRecord(value) && Object.values(value).every(is);
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
