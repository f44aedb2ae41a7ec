import type { ContestEvent, Entry, Result } from '../../contest/event.ts';

export const START_MS = Date.parse('2026-11-24T10:00:00Z');
export const MINUTE_MS = 60_000;

/** A moment of the race: minutes and seconds on its clock. */
export const at = (minutes: number, seconds = 0): number => START_MS + minutes * MINUTE_MS + seconds * 1000;

export const created: ContestEvent = {
  type: 'created',
  exercise: 'exercise-pm25',
  minutes: 15,
  freezeMinutes: 3,
  snapshotSha256: 'a'.repeat(64),
  seedSha256: 'b'.repeat(64),
};

/** A journal of events with their moments. */
export const journal = (...events: readonly (readonly [atMs: number, event: ContestEvent])[]): Entry[] =>
  [[START_MS - 600_000, created] as const, ...events].map(([atMs, event], index) => ({
    id: index + 1,
    atMs,
    event,
  }));

export const joined = (person: string, atMs = START_MS - 300_000): readonly [number, ContestEvent] => [
  atMs,
  { type: 'joined', person, nick: person.toUpperCase() },
];

export const started: readonly [number, ContestEvent] = [
  START_MS - 10_000,
  { type: 'started', startMs: START_MS },
];

export const submitted = (
  person: string,
  submission: string,
  receivedMs: number,
  rest: { readonly replaces?: string; readonly queuedMs?: number } = {},
): readonly [number, ContestEvent] => [
  receivedMs,
  { type: 'submitted', person, submission, sha256: submission, receivedMs, via: 'cli', ...rest },
];

export const result = (points: number, rest: Partial<Result> = {}): Result => ({
  verdict: points === 100 ? 'passed' : 'not yet',
  points,
  worth: 100,
  visiblePoints: Math.min(30, points),
  visible: { hourly: points > 0 ? 'passed' : 'failed' },
  hidden: { nulls: points === 100 ? 'passed' : 'failed' },
  mistakes: [],
  hasRun: true,
  gradedMs: 500,
  ...rest,
});

export const judged = (
  submission: string,
  points: number,
  atMs: number,
  rest: Partial<Result> = {},
): readonly [number, ContestEvent] => [atMs, { type: 'judged', submission, result: result(points, rest) }];
