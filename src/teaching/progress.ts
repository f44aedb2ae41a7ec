import type { LessonEvent } from './events.ts';
import type { Lesson } from './lesson.ts';

/** Where a student stands in one lesson. */
export interface LessonProgress {
  readonly number: string;
  readonly title: string;
  readonly predicted: number;
  readonly predictions: number;
  readonly passed: number;
  readonly checks: number;
  readonly hintsTaken: number;
}

/**
 * Folds the journal to the progress in one lesson. Pure.
 *
 * @example lessonProgress(events, lesson).passed // 3
 */
export function lessonProgress(events: readonly LessonEvent[], lesson: Lesson): LessonProgress {
  const predictions = new Set(lesson.predictions.map(({ id }) => id));
  const checks = new Set(lesson.checks.map(({ id }) => id));
  const ids = (keep: (event: LessonEvent) => boolean): number =>
    new Set(events.filter(keep).map((event) => ('rung' in event ? `${event.id} ${event.rung}` : event.id)))
      .size;
  return {
    number: lesson.number,
    title: lesson.title,
    predicted: ids(({ type, id }) => type === 'predicted' && predictions.has(id)),
    predictions: predictions.size,
    passed: ids((event) => event.type === 'checked' && event.outcome === 'passed' && checks.has(event.id)),
    checks: checks.size,
    hintsTaken: ids(({ type, id }) => type === 'hinted' && checks.has(id)),
  };
}

/** How often each misconception or named mistake was met, most often first. Pure. */
export function misconceptionsMet(
  events: readonly LessonEvent[],
): readonly { readonly id: string; readonly times: number }[] {
  const counts = new Map<string, number>();
  for (const event of events) {
    const id =
      'misconception' in event ? event.misconception : 'mistake' in event ? event.mistake : undefined;
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, times]) => ({ id, times }))
    .sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1));
}

/** Rungs of the ladder that were taken for a check. */
export function rungsTaken(events: readonly LessonEvent[], id: string): number {
  return events
    .filter((event) => event.type === 'hinted')
    .filter((event) => event.id === id)
    .reduce((most, { rung }) => Math.max(most, rung), 0);
}

/** The last answer to a prediction, or undefined before the first. */
export function lastChoice(events: readonly LessonEvent[], id: string): string | undefined {
  return events
    .flatMap((event) => (event.type === 'predicted' && event.id === id ? [event.choice] : []))
    .at(-1);
}

/** True after a check came to a verdict on an answer of the student's own. */
export function wasTried(events: readonly LessonEvent[], id: string): boolean {
  return events.some((event) => event.type === 'checked' && event.id === id);
}
