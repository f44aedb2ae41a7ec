import type { Lesson } from '../teaching/lesson.ts';
import { cache } from './09-web-app/cache.ts';
import { choose } from './09-web-app/choose.ts';
import { dayOf } from './09-web-app/day-of.ts';
import { judgeDay } from './09-web-app/judge-day.ts';
import { predictions, recall } from './09-web-app/questions.ts';

/** The task of the course: a page about the air of any city, rebuilt step by step. */
export const lesson: Lesson = {
  number: '09',
  title: 'The task: the web app',
  objectives: [
    { says: 'find the place that is meant', provedBy: '9.2' },
    { says: 'put hours on the city’s own days', provedBy: '9.4' },
    { says: 'hold a day against the WHO’s line, or not', provedBy: '9.6' },
    { says: 'keep answers politely', provedBy: '9.8' },
    { says: 'serve it all as a page', provedBy: 'exercise-app' },
  ],
  predictions,
  checks: [choose, dayOf, judgeDay, cache],
  recall,
};
