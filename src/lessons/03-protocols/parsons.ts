import type { Check, Judgement } from '../../teaching/lesson.ts';

/** Fetch, then for each piece: add it, split, keep the rest, show the events. */
const RIGHT = 'ceafdb';

/** Orders that people really write, each with the letter that comes too early and the one it needs first. */
const TOO_EARLY = [
  ['e', 'c', 'loop-before-answer', 'reading an answer that was not asked for yet'],
  ['a', 'e', 'outside-the-loop', 'using a piece before the loop has one'],
  [
    'f',
    'a',
    'split-before-adding',
    'splitting before the new piece is added, so the news come one piece late',
  ],
  ['d', 'f', 'pop-before-split', 'taking the last of the events before there are any'],
  ['b', 'd', 'unfinished-shown', 'showing the last piece before it is whole'],
] as const;

/** Six lines of a client for an event stream, as letters. */
export const sixLines: Check = {
  id: '3.5',
  title: 'Six lines of a stream',
  hints: [
    'Which line needs nothing of the others, and which one needs all of them?',
    'First the answer, then the loop over its pieces. In the loop: add, split, keep what is not whole, show.',
    "check('3.5', 'c e _ f _ b')",
  ],
  solution: `c e a f d b
// pop() comes before forEach(): the last part has no empty line yet, so it waits for the next piece.
// Rejected: to show each piece as it comes. Pieces are cut by the network, in the middle of a number too.`,
  judge: (answer) => {
    const order = typeof answer === 'string' ? answer.toLowerCase().replace(/[^a-z]/g, '') : '';
    return order === '' ? { kind: 'not tried' } : judged(order);
  },
};

function judged(order: string): Judgement {
  if (order === RIGHT) return { kind: 'passed', says: 'The piece that is not whole waits for the next one.' };
  if ([...order].sort().join('') !== 'abcdef')
    return { kind: 'not yet', says: `Six letters, each once; you wrote ${order.length}.` };
  const inPlace = [...order].findIndex((letter, index) => letter !== RIGHT[index]);
  const early = TOO_EARLY.find(([line, needs]) => order.indexOf(line) < order.indexOf(needs));
  return {
    kind: 'not yet',
    says: `In place from the top: ${inPlace} of 6 lines.`,
    ...(early === undefined ? {} : { mistake: { id: early[2], says: early[3] } }),
  };
}
