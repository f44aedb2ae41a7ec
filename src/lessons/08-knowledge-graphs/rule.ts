import type { Check, Judgement } from '../../teaching/lesson.ts';
import { once, textsOf } from './rows.ts';

const RIGHT = 'Ada lungs';

const MISTAKES: readonly (readonly [triple: string, id: string, says: string])[] = [
  ['lungs Ada', 'edge-turned', 'the new edge from what is harmed to who harms it'],
  ['Kiln lungs', 'source-for-person', 'making the source answer, not who runs it'],
  ['Ada dust', 'one-edge-short', 'stopping one edge before the harm'],
  ['Ada soot', 'one-edge-short', 'stopping at what comes out of the chimney'],
];

/** A rule that makes new facts of old ones. */
export const answersFor: Check = {
  id: '8.7',
  title: 'A rule of your own',
  hints: [
    'From Ada to the lungs: which edges lie between, and which of them may come any number of times?',
    'Four kinds of edges, in the order RUNS, EMITS, IS_A, HARMS, joined by /; * means: none or more.',
    'WHERE { ?who :RUNS/…/…*/:HARMS ?what }',
  ],
  solution: `INSERT { ?who :ANSWERS_FOR ?what }
WHERE { ?who :RUNS/:EMITS/:IS_A*/:HARMS ?what }
# * and not +: what is emitted may itself be what harms. Rejected: the fact "Ada answers for lungs", written by hand.
# It stays when Ada sells the Kiln.`,
  judge: (answer) => {
    const given = textsOf(answer, ['who', 'what']);
    if (given === undefined)
      return { kind: 'not yet', says: 'Hand over the rows with the columns who and what.' };
    return given.length === 0 ? { kind: 'not tried' } : judged(once(given));
  },
};

function judged(triples: readonly string[]): Judgement {
  if (triples.length === 1 && triples[0] === RIGHT)
    return {
      kind: 'passed',
      says: 'A fact that nobody wrote down, and it follows from those that are there.',
    };
  const [, id, says] = MISTAKES.find(([triple]) => triples.includes(triple)) ?? [];
  return {
    kind: 'not yet',
    says: triples.includes(RIGHT)
      ? `The right one is there, and ${triples.length - 1} more. A rule that ran once leaves its facts: run the notebook anew.`
      : 'New facts are there, but not the one that is asked for.',
    ...(id === undefined || says === undefined ? {} : { mistake: { id, says } }),
  };
}
