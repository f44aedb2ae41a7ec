import type { Judgement } from '../../teaching/lesson.ts';

const ORDER = 'DFTRSW';

/** Judges the six parts of the loop, written as letters. */
export function judgeOrder(answer: unknown): Judgement {
  const letters = String(answer)
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
  if (letters === ORDER) return { kind: 'passed', says: 'And then again from the beginning, every day.' };
  if ([...letters].sort().join('') !== [...ORDER].sort().join(''))
    return { kind: 'not yet', says: 'Use each of the letters D F R S T W once.' };
  const before = (first: string, second: string): boolean => letters.indexOf(first) < letters.indexOf(second);
  if (before('S', 'R'))
    return {
      kind: 'not yet',
      says: 'One letter serves before it is known which model it serves.',
      mistake: { id: 'serve-before-register', says: 'serving a model that nobody registered' },
    };
  if (before('T', 'F'))
    return {
      kind: 'not yet',
      says: 'A model learns from columns that are ready, not from raw answers.',
      mistake: { id: 'train-before-feature', says: 'training on raw data' },
    };
  if (before('W', 'S'))
    return {
      kind: 'not yet',
      says: 'There is nothing to watch yet at that place.',
      mistake: { id: 'watch-before-serve', says: 'watching before anything is served' },
    };
  return { kind: 'not yet', says: 'Follow one hour of air: where does it come from, what becomes of it?' };
}
