import type { Judgement } from '../../teaching/lesson.ts';

const RIGHT = 'RDWTGFRW';
const LETTERS = 'RDWTGF';

/** Eight needs, each with the kind of database that is made for it. */
export function judgeKinds(answer: unknown): Judgement {
  if (typeof answer !== 'string') return { kind: 'not yet', says: 'Write a text of eight letters.' };
  const letters = answer.toUpperCase().replace(/[^A-Z]/g, '');
  if (letters === '') return { kind: 'not tried', says: 'Write eight letters, one a need.' };
  const unknown = [...letters].find((letter) => !LETTERS.includes(letter));
  if (unknown !== undefined) return { kind: 'not yet', says: `${unknown} is none of R, D, W, T, G, F.` };
  if (letters.length !== RIGHT.length)
    return { kind: 'not yet', says: `There are ${letters.length} letters for eight needs.` };
  const wrong = [...letters].flatMap((letter, i) => (letter === RIGHT[i] ? [] : [i + 1]));
  if (wrong.length === 0) return { kind: 'passed', says: 'Each need with the kind that is made for it.' };
  return { kind: 'not yet', says: `Look again at ${wrong.join(', ')}.`, ...mistakeIn(letters) };
}

function mistakeIn(letters: string): Pick<Extract<Judgement, { kind: 'not yet' }>, 'mistake'> {
  if (letters[5] === 'R' || letters[5] === 'T')
    return {
      mistake: { id: 'feature-store-is-just-a-table', says: 'a feature store taken for any table' },
    };
  if (letters[4] === 'R')
    return { mistake: { id: 'steps-are-joins', says: 'many steps asked by as many joins' } };
  if (letters[0] === 'D' || letters[6] === 'D')
    return { mistake: { id: 'nosql-for-everything', says: 'documents where rules must hold' } };
  return {};
}
