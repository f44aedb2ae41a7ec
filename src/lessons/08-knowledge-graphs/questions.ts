import type { Question } from '../../teaching/lesson.ts';

export const predictions: readonly Question[] = [
  {
    id: '8.1',
    asks: 'Two steps of the wind from Field, over Pond or over Lane. How many rows come back?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'one: Square, because the answer is a place',
        why: 'a pattern is answered once for each way that fits it. Two ways lead to Square; DISTINCT makes one of them.',
        misconception: 'walks-are-nodes',
      },
      {
        key: 'b',
        says: 'two: Square, and Square again',
        why: 'one row for each way through the picture. Whoever counts rows here counts ways, not places.',
      },
      {
        key: 'c',
        says: 'four: Pond, Lane and Square twice',
        why: 'the places on the way are in the pattern too, but RETURN asks for p alone, the end of the way.',
        misconception: 'path-is-all-nodes',
      },
      {
        key: 'd',
        says: 'three: Square, and what lies one step back',
        why: 'an arrow in the pattern is followed one way only. Without its head it would fit both directions.',
        misconception: 'edges-go-both-ways',
      },
    ],
  },
  {
    id: '8.3',
    asks: 'EMITS, IS_A, HARMS and RUNS are new, and one node gets a label and a height. What does the graph need first?',
    right: 'd',
    options: [
      {
        key: 'a',
        says: 'a table for each new kind of edge',
        why: 'that is what SQL needs. Here the kind is written on the edge itself.',
        misconception: 'kind-is-a-table',
      },
      {
        key: 'b',
        says: 'a height for all other nodes too, or null',
        why: 'nodes have no columns. A property that is not there is not stored, and reads as null.',
        misconception: 'nodes-have-columns',
      },
      {
        key: 'c',
        says: 'a schema that names the new kinds, then a restart',
        why: 'some graph databases want that, and any can be given constraints. This one and Neo4j start without.',
        misconception: 'schema-first',
      },
      {
        key: 'd',
        says: 'nothing: facts bring their kind with them',
        why: 'the new facts are simply there, beside the old ones. So is every typing error.',
      },
    ],
  },
  {
    id: '8.5',
    asks: 'UNION ALL in the recursive question, and a wind that goes in a circle. What happens?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'the same five places, UNION ALL is only faster',
        why: 'in a list without circles, yes. Here the same rows come again and again.',
        misconception: 'union-all-is-union',
      },
      {
        key: 'b',
        says: 'an error, because SQL finds the circle',
        why: 'nothing looks for circles. Each round of the recursion knows only the rows of the round before.',
        misconception: 'sql-detects-cycles',
      },
      {
        key: 'c',
        says: 'it never ends without a LIMIT',
        why: 'nobody remembers where one has been. UNION does: a row that is there already starts no new round.',
      },
    ],
  },
  {
    id: '8.6',
    asks: 'Three winds a place, one to eight steps, three languages. How do the times grow?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'only in SQL; following edges costs a graph nothing',
        why: 'a graph finds the next node quickly, but ways are ways: three times as many with every step.',
        misconception: 'graphs-are-free',
      },
      {
        key: 'b',
        says: 'in all three, most where every way is walked',
        why: 'three, nine, … 6,561 ways. A language that keeps a set of places after each step has less to do than one that walks all ways.',
      },
      {
        key: 'c',
        says: 'by the same step each time: two steps take twice as long',
        why: 'that would be one wind a place. With three, a step multiplies.',
        misconception: 'hops-add',
      },
    ],
  },
  {
    id: '8.9',
    asks: 'Kiln EMITS soot, soot IS_A fine_dust, fine_dust IS_A dust. ASK { :Kiln :EMITS :dust }?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: 'false, and true only after a rule ran twice',
        why: 'a store gives back what was put in. Each run of the rule goes one step further, so it runs until nothing new comes.',
      },
      {
        key: 'b',
        says: 'true, IS_A means just that',
        why: 'to people. For the store IS_A is a word like any other, until a rule says what follows from it.',
        misconception: 'names-carry-meaning',
      },
      {
        key: 'c',
        says: 'false, and true after the rule ran once',
        why: 'once gives fine_dust: the rule sees the facts from before it. dust is one step further.',
        misconception: 'rule-runs-once',
      },
    ],
  },
];

export const recall: readonly Question[] = [
  {
    id: '8.r1',
    asks: 'A pattern of two steps gives the same place twice. Why?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'the place was stored twice',
        why: 'MERGE stores a thing once.',
        misconception: 'walks-are-nodes',
      },
      {
        key: 'b',
        says: 'the edge fits in both directions',
        why: 'not with an arrow head.',
        misconception: 'edges-go-both-ways',
      },
      { key: 'c', says: 'two ways lead there', why: 'a row for each way; DISTINCT for each place.' },
    ],
  },
  {
    id: '8.r2',
    asks: 'What does [:IS_A*0..] find that [:IS_A*] does not?',
    right: 'a',
    options: [
      { key: 'a', says: 'the thing itself', why: 'no step at all is a way too.' },
      { key: 'b', says: 'longer ways', why: 'both are without an end.', misconception: 'star-is-limited' },
      {
        key: 'c',
        says: 'ways in a circle',
        why: 'in both no edge is used twice.',
        misconception: 'zero-allows-circles',
      },
    ],
  },
  {
    id: '8.r3',
    asks: 'A recursive question in SQL never ends. What do you look for?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'a missing index',
        why: 'that makes it slow, not endless.',
        misconception: 'slow-is-endless',
      },
      { key: 'b', says: 'a circle, and UNION ALL', why: 'UNION remembers where it has been.' },
      {
        key: 'c',
        says: 'too many rows in the table',
        why: 'any number ends, without a circle.',
        misconception: 'size-is-endless',
      },
    ],
  },
];
