import type { Lines } from '../../journal/lines.ts';
import type { LessonEvent } from '../../teaching/events.ts';
import type { Lesson, Question } from '../../teaching/lesson.ts';
import { type TeachingTools, teachingTools } from '../../teaching/tools.ts';
import { textOf } from '../../teaching/view.ts';

/** A course of five small lessons, a clock that stands still, and a journal in memory. */
export function smallCourse({ canKeep = true }: { canKeep?: boolean } = {}): {
  readonly tools: TeachingTools;
  readonly events: LessonEvent[];
  /** What was shown since the last call, as text. */
  readonly shown: () => string;
} {
  const events: LessonEvent[] = [];
  const texts: string[] = [];
  const read = (): Lines<LessonEvent> => ({ events, brokenLines: 0 });
  const tools = teachingTools({
    lessons: ['00', '01', '02', '03', '04'].map(lesson),
    now: () => '2026-11-24T09:00:00.000Z',
    read,
    keep: (event) => {
      if (!canKeep) return { kept: false, why: 'read-only folder' };
      events.push(event);
      return { kept: true };
    },
    show: (view) => void texts.push(textOf(view)),
  });
  return { tools, events, shown: () => texts.splice(0).join('\n') };
}

export function lesson(number: string): Lesson {
  const n = Number(number);
  return {
    number,
    title: `Lesson ${n}`,
    objectives: [{ says: 'double a number', provedBy: `${n}.2` }],
    predictions: [question(`${n}.1`)],
    recall: [question(`${n}.r1`), question(`${n}.r2`), question(`${n}.r3`)],
    checks: [
      {
        id: `${n}.2`,
        title: 'Double 21',
        hints: ['What is twice 20?', 'Use the operator *.', 'const answer = 21 * ...;'],
        solution: 'const answer = 21 * 2; // not 21 + 21: that does not say why',
        judge: (answer) => {
          if (answer === 42) return { kind: 'passed' };
          if (answer === 'boom') throw new Error('The check broke.');
          const off = typeof answer === 'number' ? `off by ${Math.abs(answer - 42)}` : 'no number';
          return answer === 441
            ? { kind: 'not yet', says: off, mistake: { id: 'squared', says: 'squaring' } }
            : { kind: 'not yet', says: off };
        },
      },
    ],
  };
}

function question(id: string): Question {
  return {
    id,
    asks: `What does ${id} print?`,
    right: 'b',
    options: [
      { key: 'a', says: 'nothing', why: 'it looks silent', misconception: 'silent' },
      { key: 'b', says: '42', why: 'it is printed' },
      { key: 'c', says: 'an error', why: 'errors are loud', misconception: 'loud' },
    ],
  };
}
