import type { Lesson } from '../teaching/lesson.ts';
import { downwindOnce, downwindSchools } from './08-knowledge-graphs/downwind.ts';
import { whoPaid } from './08-knowledge-graphs/paid.ts';
import { predictions, recall } from './08-knowledge-graphs/questions.ts';
import { answersFor } from './08-knowledge-graphs/rule.ts';

/** Lesson 08: facts as nodes and edges, asked by pattern over any number of steps, and what follows from them. */
export const lesson: Lesson = {
  number: '08',
  title: 'Knowledge graphs',
  objectives: [
    { says: 'ask a graph for a pattern', provedBy: '8.2' },
    { says: 'go any number of steps', provedBy: '8.4' },
    { says: 'write a rule from which facts follow', provedBy: '8.7' },
    { says: 'find a way through companies that own each other', provedBy: '8.8' },
    { says: 'ask graphs that you have not seen', provedBy: 'exercise-graph' },
  ],
  predictions,
  checks: [downwindOnce, downwindSchools, answersFor, whoPaid],
  recall,
};
