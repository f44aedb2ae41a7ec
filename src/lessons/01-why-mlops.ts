import type { Lesson } from '../teaching/lesson.ts';
import { judgeGuard } from './01-why-mlops/guard.ts';
import { judgeOrder } from './01-why-mlops/order.ts';
import { predictions, recall } from './01-why-mlops/questions.ts';

/** Lesson 01: from a model in a notebook to one that a school can rely on. */
export const lesson: Lesson = {
  number: '01',
  title: 'Why MLOps',
  objectives: [
    { says: 'put the six parts of the loop in order', provedBy: '1.4' },
    { says: 'see in a chart which change of an upstream broke a feed', provedBy: '1.5' },
    { says: 'write a guard that stops a broken feed before the model eats it', provedBy: '1.6' },
  ],
  predictions,
  checks: [
    {
      id: '1.4',
      title: 'The loop in order',
      hints: [
        'What must be there before a model can be trained, and who eats what the model says?',
        'Raw data first becomes features. A model goes to the register before anybody is served from it.',
        "'data, feature, …, register, serve, …'",
      ],
      solution:
        "const order = 'DFTRSW'; // data, feature, train, register, serve, watch\n// Rejected: serve before register. Then nobody knows which model answered yesterday.",
      judge: judgeOrder,
    },
    {
      id: '1.5',
      title: 'What happened to the second feed',
      hints: [
        'Do the two lines differ in height, in shape, or in place?',
        'Move one line in thought until it lies on the other. In which direction did you move it?',
        "const broken = 'unit' | 'zone' | 'gap' | 'rename';",
      ],
      solution:
        "const broken = 'zone'; // same heights, same shape, eight hours apart: a clock in Beijing read as UTC\n// Rejected: 'unit'. Another unit stretches the line; it does not move it.",
      judge: (answer) => {
        if (answer === 'zone')
          return { kind: 'passed', says: 'Same heights, another place: it is the clock.' };
        if (answer === 'unit' || answer === 'gap')
          return {
            kind: 'not yet',
            says: 'A change of heights would do that. Compare the heights of the two peaks.',
            mistake: {
              id: answer === 'unit' ? 'shift-taken-for-unit' : 'shift-taken-for-gap',
              says: 'taking a move along the time for a change of the values',
            },
          };
        return {
          kind: 'not yet',
          says:
            answer === 'rename'
              ? 'With another name there would be no second line at all.'
              : "Write one of 'unit', 'zone', 'gap', 'rename'.",
        };
      },
    },
    {
      id: '1.6',
      title: 'A guard for the feed',
      hints: [
        'What is true of every good day of air, and false of a day in mg or a day of zeros?',
        'Outdoor PM2.5 is hardly ever 0, and a day whose mean is below 1 µg/m³ is suspicious. Many nulls are, too.',
        "const known = day.filter((value) => value !== null);\nif (known.length < 18) return 'gaps';\nif (/* mean of known */ < 1) return 'too low';\nreturn undefined;",
      ],
      solution:
        "function guard(day) {\n  const known = day.filter((value) => value !== null);\n  if (known.length < 18) return 'gaps'; // a mean over a few hours says little\n  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;\n  return mean < 1 ? 'too low' : undefined; // mg, or nulls read as 0\n}\n// Rejected: an upper limit of 15. Bad air is not a broken feed; the guard would be silent on the day that counts.",
      judge: judgeGuard,
    },
  ],
  recall,
};
