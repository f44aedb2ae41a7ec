import type { Exercise } from '../../exercise.ts';

/** A question, a pointer, a skeleton: one rung at a time. */
export const hints: Exercise['hints'] = [
  {
    part: 'downwind',
    rungs: [
      'Draw three places with the wind between them. Which arrow do you follow, how often, and can two walks end at one school?',
      'A number of steps stands behind the kind of the edge: [:WIND_TO*1..2]. RETURN DISTINCT gives each school once; the wind may come back, so p <> start.',
      `MATCH (start:Place {name: $place})-[:WIND_TO*…]->(p:Place)<-[:LIES_IN]-(s:School)
WHERE p <> …
RETURN … s.name AS school`,
    ],
  },
  {
    part: 'workload',
    rungs: [
      'Who runs nothing? Does that person have a row after MATCH (p)-[:RUNS]->(s)?',
      'OPTIONAL MATCH keeps the person and gives null for the source. count(s) does not count null; count(*) counts rows.',
      `MATCH (p:Person)
OPTIONAL MATCH …
RETURN p.name AS person, count(…) AS sources
ORDER BY …, …`,
    ],
  },
  {
    part: 'answerable',
    rungs: [
      'Read it from the school: in which place is it, from where does the wind come, which sources are there, what do they emit, and what kind of thing is that?',
      'Two patterns with one source: one over LIES_IN and WIND_TO*0.. to the school, one over EMITS and IS_A*0.. to the substance. *0.. also means: no step at all.',
      `MATCH (person:Person)-[:RUNS]->(source:Source)-[:LIES_IN]->(:Place)-[:WIND_TO*…]->(:Place)<-[:LIES_IN]-(:School {name: $school})
MATCH (source)-[:EMITS]->(:Substance)-[:IS_A*…]->(:Substance {name: $substance})
RETURN … person.name AS person`,
    ],
  },
];
