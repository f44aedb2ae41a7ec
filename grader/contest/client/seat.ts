import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A student's place in a contest, on the own disk: whoever has it is this student. */
export interface Seat {
  readonly url: string;
  readonly token: string;
  readonly person: string;
  readonly nick: string;
  readonly exercise: string;
  readonly snapshotSha256: string;
  readonly joinedMs: number;
}

/** Where a student's machine keeps what belongs to the contest. */
export const seatFolder = (root: string): string => join(root, '.airlab/seat');

/** The snapshot that everybody in the contest is graded on. */
export const snapshotPath = (root: string): string => join(seatFolder(root), 'snapshot.json');

const seatPath = (root: string): string => join(seatFolder(root), 'seat.json');

/** Undefined when nobody has joined from this folder. */
export function readSeat(root: string): Seat | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(seatPath(root), 'utf8'));
    return isSeat(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, and for this user alone. */
export function writeSeat(root: string, seat: Seat): void {
  keepFile(seatPath(root), JSON.stringify(seat, null, 2));
}

/** A race is over long before; then the exercise is practice again, on its own data. */
const A_DAY_MS = 12 * 60 * 60_000;

/** The seat in a contest about this exercise that may still be on. */
export function seatIn(root: string, exercise: string, nowMs: number): Seat | undefined {
  const seat = readSeat(root);
  return seat?.exercise === exercise && nowMs - seat.joinedMs < A_DAY_MS ? seat : undefined;
}

/** Writes a file that only this user can read, whole or not at all. */
export function keepFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
}

function isSeat(value: unknown): value is Seat {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Partial<Record<string, unknown>> = { ...value };
  return (
    ['url', 'token', 'person', 'nick', 'exercise', 'snapshotSha256'].every(
      (name) => typeof fields[name] === 'string',
    ) && typeof fields.joinedMs === 'number'
  );
}
