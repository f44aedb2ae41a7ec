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
export function appendLine(path: string, event: object): Kept {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'a+');
    try {
      writeSync(file, `${endsInMidLine(file) ? '\n' : ''}${JSON.stringify(event)}\n`);
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

function endsInMidLine(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last.toString() !== '\n';
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
