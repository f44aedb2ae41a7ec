import type { Judgement } from '../../teaching/lesson.ts';

const STEPS = 'RHCTS';
const GOOD: readonly string[] = ['RHCTS', 'RHCST'];

/** Judges the order of five letters. Both orders of the last two steps are good. Pure. */
export function judgePlan(answer: unknown): Judgement {
  const plan = String(answer)
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
  if ([...plan].sort().join('') !== [...STEPS].sort().join(''))
    return { kind: 'not yet', says: `${plan.length} letters: each of ${[...STEPS].sort().join(', ')} once.` };
  if (GOOD.includes(plan))
    return {
      kind: 'passed',
      says: 'Read, then what all else stands on, then the biggest part. The last two may change places.',
    };
  return notYet(plan);
}

function notYet(plan: string): Judgement {
  const isBefore = (one: string, other: string): boolean => plan.indexOf(one) < plan.indexOf(other);
  if (!plan.startsWith('R'))
    return {
      kind: 'not yet',
      says: 'Something is written before anybody knows which hours are meant.',
      mistake: { id: 'code-before-reading', says: 'starting to type before reading the task' },
    };
  if (isBefore('T', 'H') || isBefore('T', 'C'))
    return {
      kind: 'not yet',
      says: 'The layer against trouble comes before there is anything that it protects.',
      mistake: { id: 'robust-before-right', says: 'making an answer robust before it is right' },
    };
  if (isBefore('S', 'H') || isBefore('C', 'H'))
    return {
      kind: 'not yet',
      says: 'One step uses what a later one makes.',
      mistake: { id: 'top-before-ground', says: 'building on hours that are not there yet' },
    };
  return {
    kind: 'not yet',
    says: 'Nearly. Compare the points of the two parts that come after the hours.',
    mistake: { id: 'small-before-big', says: 'taking the part with fewer points first' },
  };
}
