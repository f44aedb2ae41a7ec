import type { Lesson } from '../teaching/lesson.ts';
import { judgeMistakes } from './10-competition/mistakes.ts';
import { judgePlan } from './10-competition/plan.ts';
import { predictions, recall } from './10-competition/questions.ts';
import { judgeReflection } from './10-competition/reflection.ts';
import { judgeWarmUp } from './10-competition/warm-up.ts';

/** Lesson 10: the race of fifteen minutes, and what it leaves. */
export const lesson: Lesson = {
  number: '10',
  title: 'Competition',
  objectives: [
    { says: 'send an answer that is called by name, with cities that others choose', provedBy: '10.2' },
    { says: 'plan fifteen minutes by what gives points', provedBy: '10.3' },
    { says: 'name a mistake by where two lines part', provedBy: '10.5' },
    { says: 'say what parted, why, and what to look at first next time', provedBy: '10.7' },
    { says: 'fetch, compare and show PM2.5 of two cities in fifteen minutes', provedBy: 'exercise-pm25' },
  ],
  predictions,
  checks: [
    {
      id: '10.2',
      title: 'Warm-up',
      hints: [
        'What does a function give back when nothing else is changed?',
        'Change the text between the backticks, or nothing. Every answer passes.',
        "return city.name + ': …';",
      ],
      solution:
        "async function warmUp(city) {\n  return city.name + ': shoes on'; // follows what it is given\n}\n// Rejected: return 'Roskilde: shoes on'. It passes here and gets no points in the race.",
      judge: judgeWarmUp,
    },
    {
      id: '10.3',
      title: 'A plan for fifteen minutes',
      hints: [
        'Which part do the others stand on, and what must you know before you write it?',
        'Reading comes first: it says which hours are meant. The comparison uses part 1, and trouble is worth points only there.',
        "'R…C..'",
      ],
      solution:
        "const plan = 'RHCTS'; // or RHCST: 12 points for five lines, or 20 for a loop with a time limit\n// Rejected: T before H. A retry around nothing earns nothing, and five of fifteen minutes are gone.",
      judge: judgePlan,
    },
    {
      id: '10.5',
      title: 'Which mistake parts where',
      hints: [
        'Which of the three differs in six hours only, and which in every hour?',
        'Moved along the time is a clock. Another height in every hour is another thing that was measured. A fall to the ground is a gap.',
        "const mistakes = '…'; // for 1, 2, 3: G, Z or D",
      ],
      solution:
        "const mistakes = 'GZD'; // falls to 0 in the gap; same shape, eight hours later; above in nearly every hour\n// Rejected: deciding by the mean alone. 2 is nearer to the right one than 1, and its every hour is wrong.",
      judge: judgeMistakes,
    },
    {
      id: '10.7',
      title: 'To hand in',
      hints: [
        'If a friend read only your three sentences, could she find the same mistake in her answer?',
        'The report of `grade` says from which hour on your line parts, and what it is consistent with. If all was right, take the last mistake on the way.',
        "parted: 'From … on, …'\nbecause: 'I …, but …'\ntomorrow: 'First I print …'",
      ],
      solution:
        "parted: 'For Beijing, from the first hour on, moved by eight hours.',\nbecause: 'I asked for local times and wrote a Z behind them.',\ntomorrow: 'First I print the first and the last hour with its zone.'\n// Rejected: 'I will be more careful.' Nobody can do that tomorrow at nine.",
      judge: judgeReflection,
    },
  ],
  recall,
};
