import type { LessonEvent } from '../../src/teaching/events.ts';
import type { Lesson } from '../../src/teaching/lesson.ts';
import { lessonProgress, misconceptionsMet } from '../../src/teaching/progress.ts';
import { padEnd, paragraph } from '../report/layout.ts';
import { type Look, markOf, spellable } from '../report/look.ts';

/** Where a student stands in the notebooks: one line each. Pure. */
export function lessonLines(
  events: readonly LessonEvent[],
  lessons: readonly Lesson[],
  look: Look,
): readonly string[] {
  if (lessons.length === 0) return [];
  const nameOf = ({ number, title }: Pick<Lesson, 'number' | 'title'>): string => `${number} ${title}`;
  const width = Math.max(...lessons.map((lesson) => nameOf(lesson).length), 'lesson'.length);
  const rows = lessons.map((lesson) => {
    const { predicted, predictions, passed, checks, hintsTaken } = lessonProgress(events, lesson);
    const isDone = checks > 0 && passed === checks;
    const cells = [
      padEnd(nameOf(lesson), width),
      padEnd(`${predicted}/${predictions}`, 9),
      padEnd(`${passed}/${checks}`, 6),
      String(hintsTaken),
    ];
    return spellable(`${isDone ? markOf('passed', look) : ' '} ${cells.join('  ')}`, look);
  });
  return [`  ${padEnd('lesson', width)}  predicted  checks  hints`, ...rows];
}

/** Which misconceptions and known mistakes were met on this machine, most often first, with what was believed. Pure. */
export function mistakeLines(
  events: readonly LessonEvent[],
  lessons: readonly Lesson[],
  look: Look,
): readonly string[] {
  const met = misconceptionsMet(events);
  if (met.length === 0) return ['no mistake was met in the lessons yet'];
  const widest = String(met[0]?.times ?? 0).length;
  return [
    'Met in the lessons, and kept on this machine only:',
    ...met.flatMap(({ id, times }) => {
      const belief = beliefOf(id, lessons);
      const lead = `  ${String(times).padStart(widest)}x  `;
      return paragraph(belief === undefined ? id : `${id}: ${belief}`, look, { lead });
    }),
  ];
}

/** The wrong option that stands for a misconception, with the question that it answers. */
function beliefOf(id: string, lessons: readonly Lesson[]): string | undefined {
  for (const { predictions, recall } of lessons)
    for (const question of [...predictions, ...recall]) {
      const option = question.options.find(({ misconception }) => misconception === id);
      if (option) return `"${option.says}" (${question.id})`;
    }
  return undefined;
}
