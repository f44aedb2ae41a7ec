import { join } from 'node:path';
import { appendLine, type Kept, type Lines, readLines } from '../journal/lines.ts';

/** Something that happened in a lesson. `at` is ISO 8601 in UTC. Stays on this machine. */
export type LessonEvent =
  | {
      readonly type: 'predicted' | 'recalled';
      readonly at: string;
      readonly id: string;
      readonly choice: string;
      readonly right: boolean;
      readonly misconception?: string;
    }
  | {
      readonly type: 'checked';
      readonly at: string;
      readonly id: string;
      readonly outcome: 'passed' | 'not yet' | 'could not check';
      readonly mistake?: string;
    }
  | { readonly type: 'hinted'; readonly at: string; readonly id: string; readonly rung: number }
  | { readonly type: 'opened'; readonly at: string; readonly id: string };

export const lessonJournal = (root: string): string => join(root, '.airlab/lessons.jsonl');

/** Appends one event to the journal of a repository. */
export function keepEvent(root: string, event: LessonEvent): Kept {
  return appendLine(lessonJournal(root), event);
}

/** Everything that happened in the lessons of a repository, oldest first. */
export function readEvents(root: string): Lines<LessonEvent> {
  return readLines(lessonJournal(root), isEvent);
}

const FIELDS: Readonly<Record<LessonEvent['type'], Readonly<Record<string, string>>>> = {
  predicted: { choice: 'string', right: 'boolean' },
  recalled: { choice: 'string', right: 'boolean' },
  checked: { outcome: 'string' },
  hinted: { rung: 'number' },
  opened: {},
};

function isEvent(value: unknown): value is LessonEvent {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const fields = Object.entries(FIELDS).find(([type]) => type === value.type)?.[1];
  if (fields === undefined) return false;
  const seen = new Map<string, unknown>(Object.entries(value));
  if (Number.isNaN(Date.parse(String(seen.get('at'))))) return false;
  return Object.entries({ id: 'string', ...fields }).every(([name, type]) => typeof seen.get(name) === type);
}
