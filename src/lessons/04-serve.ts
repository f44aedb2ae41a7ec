import type { Lesson } from '../teaching/lesson.ts';
import { airApp } from './04-serve/air-app.ts';
import { both } from './04-serve/both.ts';
import { compareApp } from './04-serve/compare-app.ts';
import { gifts } from './04-serve/gifts.ts';
import { predictions, recall } from './04-serve/questions.ts';

/** A server of one's own: checked input, right statuses, a page about itself, and waiting that does not block. */
export const lesson: Lesson = {
  number: '04',
  title: 'Serve your own',
  objectives: [
    { says: 'say what FastAPI gives, and where it comes from', provedBy: '4.2' },
    { says: 'give an error its status', provedBy: '4.4' },
    { says: 'ask two services at once', provedBy: '4.6' },
    { says: 'write an async endpoint with checked input', provedBy: '4.7' },
    { says: 'serve others, with a status for each trouble', provedBy: 'exercise-serve' },
  ],
  predictions,
  checks: [gifts, airApp, both, compareApp],
  recall,
};
