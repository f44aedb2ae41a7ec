import type { Check, Judgement } from '../../teaching/lesson.ts';

/** One letter a line of the TypeScript twin: documentation, validation, nothing, async. */
const RIGHT = 'DVNA';

/** What it means to give line n that letter. */
const CONFUSED: Readonly<Record<string, readonly [id: string, says: string]>> = {
  '3V': ['types-validate', 'taking a TypeScript type for a check; types are gone when the program runs'],
  '4V': ['validation-by-hand', 'looking for the check in your own function'],
  '3D': [
    'types-document',
    'taking types for documentation; a page needs something that is there at run time',
  ],
  '1V': ['docs-validate', 'taking a page that describes for one that checks'],
  '4N': ['async-does-nothing', 'taking async for decoration; it frees the server while a function waits'],
  '2N': ['schema-is-decoration', 'taking the schema for a note to readers'],
};

/** What FastAPI gives, and which line of the twin gives it. */
export const gifts: Check = {
  id: '4.2',
  title: 'What each line gives',
  hints: [
    'Take a line away in your mind: what can the server no longer do?',
    'Types are for the editor and gone when the program runs. Two of the others work before your function is called.',
    "check('4.2', 'D _ _ A')",
  ],
  solution: `D V N A
// 1 makes the page, 2 refuses what is no number, 3 helps only while you write, 4 lets others be served while one waits.
// Rejected for 3: V. In Python FastAPI reads the type hints at run time, so there one line is both; TypeScript drops them.`,
  judge: (answer) => {
    const letters = typeof answer === 'string' ? answer.toUpperCase().replace(/[^A-Z]/g, '') : '';
    return letters === '' ? { kind: 'not tried' } : judged(letters);
  },
};

function judged(letters: string): Judgement {
  if (letters === RIGHT)
    return { kind: 'passed', says: 'Python needs one line for 2 and 3: its hints stay.' };
  if ([...letters].sort().join('') !== [...RIGHT].sort().join(''))
    return { kind: 'not yet', says: `Each of D, V, N and A once; you wrote ${letters}.` };
  const wrong = [...letters].flatMap((letter, index) =>
    letter === RIGHT[index] ? [] : [`${index + 1}${letter}`],
  );
  const shown = Object.keys(CONFUSED).find((one) => wrong.includes(one));
  const [id, says] = CONFUSED[shown ?? ''] ?? [];
  return {
    kind: 'not yet',
    says: `${RIGHT.length - wrong.length} of 4 fit.`,
    ...(id === undefined || says === undefined ? {} : { mistake: { id, says } }),
  };
}
