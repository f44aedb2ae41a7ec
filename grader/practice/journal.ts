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
import { dirname, join } from 'node:path';

/** Something that happened while practising. `at` and `endsAt` are ISO 8601 in UTC. */
export type PracticeEvent =
  | { readonly type: 'started'; readonly at: string; readonly exercise: string; readonly endsAt: string }
  | {
      readonly type: 'graded';
      readonly at: string;
      readonly exercise: string;
      readonly verdict: 'passed' | 'not yet' | 'could not check';
      readonly points: number;
      readonly worth: number;
      /** The answer differed from the starter. */
      readonly changed: boolean;
    }
  | {
      readonly type: 'hinted';
      readonly at: string;
      readonly exercise: string;
      readonly part: string;
      /** 1 is the first. */
      readonly rung: number;
    }
  | { readonly type: 'opened' | 'reset'; readonly at: string; readonly exercise: string };

/** The events of a folder, and how many lines could not be read. */
export interface Journal {
  readonly events: readonly PracticeEvent[];
  readonly brokenLines: number;
}

/** Whether something could be written, and if not why. */
export type Kept = { readonly kept: true } | { readonly kept: false; readonly why: string };

export const journalPath = (root: string): string => join(root, '.airlab/practice.jsonl');

/**
 * Appends one event. Every event is one `write` to a file opened for appending, so two gradings at once never mix
 * their lines. A line that a power cut left unfinished is closed first.
 */
export function appendEvent(path: string, event: PracticeEvent): Kept {
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

/** Reads all events, oldest first. A line that is no event is skipped and counted. A missing file is an empty journal. */
export function readJournal(path: string): Journal {
  const lines = textOf(path)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const events = lines.map(parse).filter((event) => event !== undefined);
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

function parse(line: string): PracticeEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEvent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const FIELDS: Readonly<Record<PracticeEvent['type'], Readonly<Record<string, string>>>> = {
  started: { endsAt: 'string' },
  graded: { verdict: 'string', points: 'number', worth: 'number', changed: 'boolean' },
  hinted: { part: 'string', rung: 'number' },
  opened: {},
  reset: {},
};

function isEvent(value: unknown): value is PracticeEvent {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const fields = Object.entries(FIELDS).find(([type]) => type === value.type)?.[1];
  if (fields === undefined) return false;
  const seen = new Map<string, unknown>(Object.entries(value));
  if (Number.isNaN(Date.parse(String(seen.get('at'))))) return false;
  if (seen.has('endsAt') && Number.isNaN(Date.parse(String(seen.get('endsAt'))))) return false;
  return Object.entries({ exercise: 'string', ...fields }).every(
    ([name, type]) => typeof seen.get(name) === type,
  );
}
