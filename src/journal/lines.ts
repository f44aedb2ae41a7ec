import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Whether something could be written, and if not why. */
export type Kept = { readonly kept: true } | { readonly kept: false; readonly why: string };

/** What a journal holds, oldest first, and how many lines could not be read. */
export interface Lines<Event> {
  readonly events: readonly Event[];
  readonly brokenLines: number;
}

/**
 * Appends one event to a file of JSON lines. Every event is one `write` to a file opened for appending, so two writers
 * at once never mix their lines. A line that a power cut left unfinished is closed first. Never throws.
 *
 * @example appendLine('.airlab/practice.jsonl', { type: 'started', at: '2026-11-24T09:00:00Z' }) // { kept: true }
 */
export function appendLine(path: string, event: object, settle: () => void = waitForOthers): Kept {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'a+');
    try {
      writeSync(file, `${endsInMidLine(file, settle) ? '\n' : ''}${JSON.stringify(event)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return { kept: true };
  } catch (error) {
    return { kept: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads all events. A line that `isEvent` refuses is skipped and counted; a missing file is an empty journal. */
export function readLines<Event>(path: string, isEvent: (value: unknown) => value is Event): Lines<Event> {
  const lines = textOf(path)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const events = lines.map((line) => parse(line, isEvent)).filter((event) => event !== undefined);
  return { events, brokenLines: lines.length - events.length };
}

/** Another writer is done within this time; what still ends in mid-line then was cut. */
const SETTLE_MS = 20;

/**
 * True when the last line was cut. The end of a line that another process is writing at this moment looks the same, but
 * only until the file is longer, so a second look decides.
 */
function endsInMidLine(file: number, settle: () => void): boolean {
  let { size } = fstatSync(file);
  while (size > 0 && byteAt(file, size - 1) !== '\n') {
    settle();
    const before = size;
    size = fstatSync(file).size;
    if (size === before) return true;
  }
  return false;
}

function waitForOthers(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLE_MS);
}

function byteAt(file: number, position: number): string {
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, position);
  return byte.toString('latin1');
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function parse<Event>(line: string, isEvent: (value: unknown) => value is Event): Event | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEvent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
