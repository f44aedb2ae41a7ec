import type { Lesson } from '../teaching/lesson.ts';
import { judgeCached } from './05-wrappers/judge-cached.ts';
import { judgeFacts } from './05-wrappers/judge-facts.ts';
import { judgeMayRepeat } from './05-wrappers/judge-may-repeat.ts';
import { judgePages } from './05-wrappers/judge-pages.ts';
import { judgeWait } from './05-wrappers/judge-wait.ts';
import { predictions, recall } from './05-wrappers/questions.ts';
import { SOLUTIONS } from './05-wrappers/solutions.ts';

/** Lesson 05: four layers between our code and somebody else's service. */
export const lesson: Lesson = {
  number: '05',
  title: 'Wrappers',
  objectives: [
    { says: 'write an error that says what was asked of whom', provedBy: '5.3' },
    { says: 'wait as long as a service asks', provedBy: '5.5' },
    { says: 'say what must not be repeated', provedBy: '5.7' },
    { says: 'keep an answer while it is fresh, and no longer', provedBy: '5.9' },
    { says: 'read a long list page by page', provedBy: '5.10' },
    { says: 'wrap a rude service in four layers', provedBy: 'exercise-wrapper' },
  ],
  predictions,
  checks: [
    {
      id: '5.3',
      title: 'An error with facts',
      hints: [
        'At 3 in the morning you read "HTTP error" in a log of forty services. What do you want to know first?',
        'Method, address and status are the three arguments: put all three into the text.',
        "return … + ' ' + … + ' answered ' + …;",
      ],
      solution: SOLUTIONS.facts,
      judge: judgeFacts,
    },
    {
      id: '5.5',
      title: 'How long to wait',
      hints: [
        'In which unit does setTimeout count, and in which Retry-After?',
        'Seconds times 1000. Without a header take a pause of your own that grows with `tried`.',
        'if (retryAfter !== null) return Number(retryAfter) * …;\nreturn 500 * 2 ** …;',
      ],
      solution: SOLUTIONS.wait,
      judge: judgeWait,
    },
    {
      id: '5.7',
      title: 'What may be repeated',
      hints: [
        'Ask two things: can it do harm to act twice, and can the next try go better than this one?',
        'POST and PATCH may act twice. 0 (no whole answer), 429 and 5xx pass; another 4xx is our own mistake.',
        "if (method === 'POST' || …) return false;\nreturn status === 0 || status === 429 || …;",
      ],
      solution: SOLUTIONS.mayRepeat,
      judge: judgeMayRepeat,
    },
    {
      id: '5.9',
      title: 'A cache of your own',
      hints: [
        'Which three things must be remembered for each answer: which question, what came, and …?',
        'A Map outside the inner function. Key: the whole URL. Value: body and the moment until which it is fresh.',
        'const kept = new Map<string, { body: unknown; untilMs: number }>();\nreturn async (url: string) => {\n  const known = kept.get(url);\n  if (known && …) return known.body;\n  const { body, maxAgeS } = await ask(url);\n  kept.set(url, { body, untilMs: … });\n  return body;\n};',
      ],
      solution: SOLUTIONS.cached,
      judge: judgeCached,
    },
    {
      id: '5.10',
      title: 'All rows, page by page',
      hints: [
        'After 100 rows of 450: where does the next page begin, and how do you know that it is the last?',
        'A loop: ask from `offset`, `yield*` the rows, add their number to `offset`, stop at num_rows_total.',
        'let offset = 0;\nlet total = 1;\nwhile (offset < total) {\n  const { rows, num_rows_total } = await page(offset);\n  yield* rows;\n  total = …;\n  offset += …;\n}',
      ],
      solution: SOLUTIONS.pages,
      judge: judgePages,
    },
  ],
  recall,
};
