import { type Mystery, missingSmog } from '../../src/mysteries/missing-smog.ts';
import type { Exercise, Trial, World } from '../exercise.ts';
import { CLUES, EXPORTS } from './exercise-mystery/clues.ts';
import { hints } from './exercise-mystery/hints.ts';
import { judgeClue } from './exercise-mystery/judge.ts';

const visible: Trial = {
  id: 'as-is',
  title: 'the case as it is',
  tier: 'visible',
  points: { station: 15, suspect: 20 },
  change: (world) => world,
};

const hidden: readonly Trial[] = [
  { id: 'other', title: 'another case', points: { station: 15, suspect: 20 } },
  { id: 'third', title: 'a third case', points: { station: 10, suspect: 20 } },
].map(({ id, title, points }, index) => ({
  id,
  title,
  points,
  tier: 'hidden',
  change: (world: World, seed: number): World => ({ ...world, salt: saltOf(seed, index + 1) }),
}));

/** The missing smog as a query: whoever did it, at whichever station, when the clues are told in the same words. */
export const exercise: Exercise = {
  name: 'exercise-mystery',
  title: 'The missing smog',
  minutes: 20,
  parts: [
    { id: 'station', title: 'The station of the clean air', export: EXPORTS.station },
    { id: 'suspect', title: 'Who did it', export: EXPORTS.suspect },
  ],
  trials: [visible, ...hidden],
  gate: 'other',
  hints,
  cities: [],
  invented: 'a story: places, people and numbers are invented',
  upstream: () => () => ({ kind: 'hang' }),
  database: (world) => caseOf(world).script,
  calls: () => CLUES.map((clue) => ({ id: clue, part: clue, export: EXPORTS[clue], args: [] })),
  judge: ({ id }, outcomes, { trial, world, base }) => {
    const clue = CLUES.find((one) => one === id);
    if (clue === undefined) return { kind: 'unchecked', why: `there is no part ${id}` };
    return judgeClue(clue, outcomes.get(id), {
      mystery: caseOf(world),
      base: trial.tier === 'visible' ? undefined : caseOf(base),
    });
  },
};

const caseOf = ({ salt = 0 }: World): Mystery => missingSmog(salt);

/** The cast is shuffled: somebody else at another station, or the trial would let a copied name pass. */
function saltOf(seed: number, nth: number): number {
  const first = missingSmog(0).cast;
  for (let salt = seed * 97 + nth * 10_007; ; salt += 1) {
    const { hand, clean } = missingSmog(salt).cast;
    if (hand.name !== first.hand.name && clean.name !== first.clean.name) return salt;
  }
}
