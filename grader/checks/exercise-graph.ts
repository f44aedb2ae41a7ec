import type { Exercise, Trial } from '../exercise.ts';
import { hints } from './exercise-graph/hints.ts';
import { judgeGraph } from './exercise-graph/judge.ts';
import { callsOf, EXPORTS, graphOf, questionsOf } from './exercise-graph/questions.ts';

const visible: Trial = {
  id: 'as-is',
  title: 'the city as it is',
  tier: 'visible',
  points: { downwind: 12, workload: 10, answerable: 13 },
  change: (world) => world,
};

const hidden: readonly Trial[] = [
  {
    id: 'names',
    title: 'another city',
    tier: 'hidden',
    points: { downwind: 10, workload: 10, answerable: 10 },
    change: otherCity(1),
  },
  {
    id: 'far',
    title: 'longer ways of the wind',
    tier: 'hidden',
    points: { downwind: 5, answerable: 13 },
    change: otherCity(2),
  },
  {
    id: 'kinds',
    title: 'kinds of kinds of dust',
    tier: 'hidden',
    points: { workload: 4, answerable: 13 },
    change: otherCity(3),
  },
];

/** Three questions to a graph, in Cypher. */
export const exercise: Exercise = {
  name: 'exercise-graph',
  title: 'Who makes the dust?',
  minutes: 15,
  parts: [
    { id: 'downwind', title: 'Schools one or two steps downwind', export: EXPORTS.downwind },
    { id: 'workload', title: 'Sources of each person', export: EXPORTS.workload },
    { id: 'answerable', title: 'Who makes the dust of a school', export: EXPORTS.answerable },
  ],
  trials: [visible, ...hidden],
  gate: 'names',
  hints,
  cities: [],
  invented: 'an invented city: its places, people and sources do not exist',
  upstream: () => () => ({ kind: 'hang' }),
  graph: graphOf,
  calls: callsOf,
  judge: (part, outcomes, { trial, world, base }) =>
    judgeGraph(
      questionsOf(world, trial)
        .filter((question) => question.part === part.id)
        .map((question) => ({ question, outcome: outcomes.get(question.id) })),
      world.salt === undefined ? [] : questionsOf(base, visible),
    ),
};

/** Each trial has a city of its own; the same seed gives the same one. */
function otherCity(nth: number): Trial['change'] {
  return (world, seed) => ({ ...world, salt: 1 + (((seed * 7919 + nth * 104_729) >>> 0) % 99_991) });
}
