import type { Exercise, Outcome, Part, Trial, World } from '../exercise.ts';
import { hints } from './exercise-jokes/hints.ts';
import { jokesUpstream } from './exercise-jokes/jokes.ts';
import { judgeJokes } from './exercise-jokes/judge.ts';
import { callsOf, EXPORTS, questionsOf } from './exercise-jokes/questions.ts';

const visible: Trial = {
  id: 'as-is',
  title: 'the jokes as they are',
  tier: 'visible',
  points: { official: 15, api: 15 },
  change: (world) => world,
};

const hidden: readonly Trial[] = [
  {
    id: 'jokes',
    title: 'other jokes',
    tier: 'hidden',
    points: { official: 10, api: 10 },
    change: otherJokes(1),
  },
  {
    id: 'shapes',
    title: 'every shape: one, many, none',
    tier: 'hidden',
    points: { official: 10, api: 10 },
    change: otherJokes(2),
  },
  {
    id: 'refusals',
    title: 'questions that cannot be answered',
    tier: 'hidden',
    points: { official: 10, api: 10 },
    change: otherJokes(3),
  },
];

const robust: readonly Trial[] = [
  {
    id: '429',
    title: 'too many requests (429)',
    tier: 'robust',
    points: { official: 3 },
    change: otherJokes(4),
    fault: '429',
  },
  {
    id: '503',
    title: 'service overloaded (503)',
    tier: 'robust',
    points: { api: 3 },
    change: otherJokes(5),
    fault: '503',
  },
  {
    id: 'hang',
    title: 'no answer at all',
    tier: 'robust',
    points: { official: 2 },
    change: otherJokes(6),
    fault: 'hang',
  },
  {
    id: 'cut',
    title: 'an answer cut off',
    tier: 'robust',
    points: { api: 2 },
    change: otherJokes(7),
    fault: 'cut',
  },
];

/** Two joke services, four shapes: one shape made of them. */
export const exercise: Exercise = {
  name: 'exercise-jokes',
  title: 'One shape of many',
  minutes: 8,
  parts: [
    { id: 'official', title: 'One joke or many, always an array', export: EXPORTS.official },
    { id: 'api', title: 'Jokes in one line and in two', export: EXPORTS.api },
  ],
  trials: [visible, ...hidden, ...robust],
  gate: 'jokes',
  hints,
  cities: [],
  invented: 'jokes written for airlab',
  upstream: jokesUpstream,
  calls: callsOf,
  judge: (part, outcomes, { trial, world, base, requests }) =>
    judgeJokes({
      given: givenTo(part, outcomes, { trial, world }),
      base: world.salt === undefined ? [] : questionsOf(base, trial),
      urls: requests.map(({ url }) => url),
      isFaulty: trial.fault !== undefined,
    }),
};

function givenTo(
  part: Part,
  outcomes: ReadonlyMap<string, Outcome>,
  { trial, world }: { readonly trial: Trial; readonly world: World },
) {
  return questionsOf(world, trial)
    .filter((question) => question.part === part.id)
    .map((question) => ({ question, outcome: outcomes.get(question.id) }));
}

/** Each trial has jokes of its own; the same seed gives the same ones. */
function otherJokes(nth: number): Trial['change'] {
  return (world, seed) => ({ ...world, salt: 1 + (((seed * 7919 + nth * 104_729) >>> 0) % 99_991) });
}
