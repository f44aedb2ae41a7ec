import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { LessonEvent } from '../../../src/teaching/events.ts';
import type { Lesson } from '../../../src/teaching/lesson.ts';
import { lessonLines, mistakeLines } from '../../commands/lesson-lines.ts';

const look = { width: 60, colour: false, unicode: true };
const at = '2026-11-24T09:00:00.000Z';
const LESSON: Lesson = {
  number: '02',
  title: 'APIs',
  objectives: [],
  recall: [],
  checks: [
    {
      id: '2.5',
      title: 'Four kinds',
      hints: ['Who may ask?', 'b', 'c'],
      solution: 's',
      judge: () => ({ kind: 'passed' }),
    },
  ],
  predictions: [
    {
      id: '2.1',
      asks: 'Did it work?',
      right: 'b',
      options: [
        { key: 'a', says: 'Yes, it says 200.', why: 'w', misconception: '200-is-success' },
        { key: 'b', says: 'Read the body.', why: 'w' },
      ],
    },
  ],
};
const wrong: LessonEvent = {
  ...{ type: 'predicted', at, id: '2.1', choice: 'a', right: false },
  misconception: '200-is-success',
};
const passed: LessonEvent = { type: 'checked', at, id: '2.5', outcome: 'passed' };

const test = suite('commands :: lessons');

test('progress :: nothing done, then all :: predictions, checks, hints, a mark', () => {
  assert.equal(lessonLines([], [LESSON], look), [
    '  lesson   predicted  checks  hints',
    '  02 APIs  0/1        0/1     0',
  ]);
  assert.is(lessonLines([wrong, passed], [LESSON], look)[1], '✓ 02 APIs  1/1        1/1     0');
  assert.equal(lessonLines([passed], [], look), []);
});

test('mistakes :: counted, with what was believed; others by their name', () => {
  const named: LessonEvent = { type: 'checked', at, id: '2.5', outcome: 'not yet', mistake: 'swapped' };
  assert.equal(mistakeLines([wrong, named, wrong], [LESSON], look), [
    'Met in the lessons, and kept on this machine only:',
    '  2x  200-is-success: "Yes, it says 200." (2.1)',
    '  1x  swapped',
  ]);
});

test('mistakes :: none yet :: is said', () => {
  assert.equal(mistakeLines([passed], [LESSON], look), ['no mistake was met in the lessons yet']);
});

test.run();
