import type { Judgement } from '../../teaching/lesson.ts';

const RIGHT = 'bac';

/** The lines of `inTransaction`, in order; d is one line too many. */
export function judgeLines(answer: unknown): Judgement {
  const letters = String(answer)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  if (letters === '') return { kind: 'not tried' };
  if (letters === RIGHT)
    return { kind: 'passed', says: 'All or nothing, and the error still reaches the caller.' };
  if (letters.includes('d'))
    return {
      kind: 'not yet',
      says: 'One of your lines also runs after an error, and keeps the half that was done.',
      mistake: { id: 'commit-in-finally', says: 'committing whatever happened' },
    };
  if (letters.length !== RIGHT.length || new Set(letters).size !== RIGHT.length)
    return { kind: 'not yet', says: 'Three of the four lines are needed, each once.' };
  if (letters.indexOf('b') > letters.indexOf('a'))
    return {
      kind: 'not yet',
      says: 'The work is done before anything has begun, so nothing can be undone.',
      mistake: { id: 'begin-after-work', says: 'beginning when it is too late' },
    };
  return { kind: 'not yet', says: 'A catch has a place of its own: right after which line?' };
}
