import { join } from 'node:path';
import { appendLine, type Kept, type Lines, readLines } from '../../src/journal/lines.ts';

export type { Kept };

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
export type Journal = Lines<PracticeEvent>;

export const journalPath = (root: string): string => join(root, '.airlab/practice.jsonl');

/** Appends one event; two gradings at once never mix their lines. */
export function appendEvent(path: string, event: PracticeEvent): Kept {
  return appendLine(path, event);
}

/** Reads all events, oldest first. A line that is no event is skipped and counted. A missing file is an empty journal. */
export function readJournal(path: string): Journal {
  return readLines(path, isEvent);
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
