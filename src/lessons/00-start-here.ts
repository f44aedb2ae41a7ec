import type { Lesson } from '../teaching/lesson.ts';
import { judgeCity } from './00-start-here/city.ts';
import { predictions, recall } from './00-start-here/questions.ts';

/** Lesson 00: a first result in two minutes, and the tools that all lessons use. */
export const lesson: Lesson = {
  number: '00',
  title: 'Start here',
  objectives: [
    { says: 'ask an API for the air of a city and show it', provedBy: '0.3' },
    { says: 'use check, hint and solution', provedBy: '0.3' },
  ],
  predictions,
  checks: [
    {
      id: '0.3',
      title: 'Your city, and the limit for a day',
      hints: [
        'Which number did the text below the first table give, and for how long a time?',
        "The city stands between the quotes of the first line: const city = 'Roskilde'. The limit is a number, so it has no quotes.",
        "const city = '…';\nconst limit = …; // µg/m³, the mean of a day",
      ],
      solution:
        "const city = 'København'; // any name that the place search knows\nconst limit = 15; // WHO, 2021: mean of 24 hours\n// Rejected: 5. That is the guideline for the mean of a year; nearly every day in every city is above it.",
      judge: judgeCity,
    },
  ],
  recall,
};
