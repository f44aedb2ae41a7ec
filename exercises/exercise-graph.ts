// A school asks the city: who makes the dust that we breathe? The answer is in a graph. Each function gives a text of
// Cypher; it is asked of the city below and of others, so write no names into it: $place, $school and $substance are
// given. Rows count, not the text. Try your texts in notebook 08 first.             Grade:  grade exercise-graph

/*
 * The graph (the city is invented):
 *
 *   (:Place {name})-[:WIND_TO]->(:Place)        the wind blows from the first to the second; it may go in circles
 *   (:School {name})-[:LIES_IN]->(:Place)            and (:Source {name})-[:LIES_IN]->(:Place)
 *   (:Person {name})-[:RUNS]->(:Source)
 *   (:Source)-[:EMITS]->(:Substance {name})
 *   (:Substance)-[:IS_A]->(:Substance)          soot is a fine dust, fine dust is a dust
 */

/**
 * Part 1. The schools where the wind from $place arrives after one or two steps: column `school`, each once. Schools in
 * $place itself do not count, even where the wind comes back.
 */
export function downwind(): string {
  // TODO: MATCH … RETURN … AS school
  return '';
}

/**
 * Part 2. Every person with the number of sources that they run, 0 included: columns `person` and `sources`. Most
 * sources first; equally many: by name.
 */
export function workload(): string {
  // TODO: MATCH … RETURN … AS person, … AS sources ORDER BY …
  return '';
}

/**
 * Part 3. Who runs a source that emits $substance, or anything that is a kind of it over any number of steps, and from
 * whose place the wind reaches $school over any number of steps, none included? Column `person`, each once.
 */
export function answerable(): string {
  // TODO: MATCH … MATCH … RETURN … AS person
  return '';
}
