import type { Check, Judgement } from '../../teaching/lesson.ts';
import { once, textsOf } from './rows.ts';

/** What people find instead, each by a known mistake. */
type Found = readonly (readonly [schools: string, id: string, says: string])[];

const ONE_STEP: Found = [
  ['Kiln', 'own-place-only', 'asking for what lies beside the Kiln, without a step of wind'],
  ['Hill', 'arrow-turned', 'following the wind backwards'],
  ['Hill Mill', 'no-arrow', 'following the wind in both directions'],
  ['Fjord Hill Kiln Mill', 'any-number-of-steps', 'following any number of steps where one is asked for'],
  ['Fjord Hill Mill', 'any-number-of-steps', 'following any number of steps where one is asked for'],
];

const ANY_STEPS: Found = [
  ['Mill', 'one-hop', 'following one step, where any number is asked for'],
  ['Hill', 'exactly-two', 'following two steps, where any number is asked for'],
  ['Hill Mill', 'fixed-hops', 'following a fixed number of steps'],
  [
    'Fjord Hill Kiln Mill',
    'start-is-own-neighbour',
    'taking the Kiln for a school, to which the wind comes back',
  ],
  ['Kiln', 'own-place-only', 'asking for what lies beside the Kiln, without a step of wind'],
];

/** Schools one step downwind, in Cypher. */
export const downwindOnce: Check = {
  id: '8.2',
  title: 'One blank: a step of the wind',
  hints: [
    'From the Kiln to a school: which edges does your finger follow, and which of them against its arrow?',
    'Between the place of the Kiln and the place of the school one edge is missing. Its kind is WIND_TO, and it points away from the Kiln.',
    "MATCH (:Thing {name: 'Kiln'})-[:LIES_IN]->()-[…]->(p)",
  ],
  solution: `MATCH (:Thing {name: 'Kiln'})-[:LIES_IN]->()-[:WIND_TO]->(p)
MATCH (s)-[:LIES_IN]->(p)
RETURN s.name AS school
// () is a node whose name we do not need. Rejected: -[:WIND_TO]- without an arrow, which also finds
// the places from which the wind comes.`,
  judge: (answer) => judgeSchools(answer, { right: ['Mill'], found: ONE_STEP, untouched: 'Kiln' }),
};

/** Schools any number of steps downwind, in SPARQL. */
export const downwindSchools: Check = {
  id: '8.4',
  title: 'Any number of steps, in SPARQL',
  hints: [
    'How does SPARQL write: one step or more?',
    'The path reads from left to right: lies in, then the wind once or more, then who lies there (an edge turned round).',
    ':Kiln :LIES_IN/…/^:LIES_IN ?school',
  ],
  solution: `:Kiln :LIES_IN/:WIND_TO+/^:LIES_IN ?school
# + remembers where it has been, so the circle ends. Rejected: :WIND_TO/:WIND_TO/:WIND_TO, which is right until
# somebody puts a fourth place between.`,
  judge: (answer) =>
    judgeSchools(answer, { right: ['Fjord', 'Hill', 'Mill'], found: ANY_STEPS, untouched: '' }),
};

interface Expected {
  readonly right: readonly string[];
  readonly found: Found;
  /** What the cell gives before anybody changed it. */
  readonly untouched: string;
}

function judgeSchools(answer: unknown, { right, found, untouched }: Expected): Judgement {
  const given = textsOf(answer, ['school']);
  if (given === undefined)
    return { kind: 'not yet', says: 'Hand over the rows, with a column that is called school.' };
  const schools = once(given).join(' ');
  if (schools === untouched) return { kind: 'not tried' };
  if (schools === right.join(' ')) {
    if (given.length === right.length) return { kind: 'passed', says: 'The arrows say where smoke goes.' };
    return {
      kind: 'not yet',
      says: 'The right ones, some of them more than once.',
      mistake: { id: 'no-distinct', says: 'a row for each way that leads there' },
    };
  }
  const [, id, says] = found.find(([names]) => names === schools) ?? [];
  const count = `${once(given).length} of them, expected ${right.length}.`;
  return {
    kind: 'not yet',
    says: given.length === 0 ? 'No school is found.' : `Not these schools: ${count}`,
    ...(id === undefined || says === undefined ? {} : { mistake: { id, says } }),
  };
}
