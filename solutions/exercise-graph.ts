// A model answer. Yours may look different: what counts is the rows.

/**
 * DISTINCT, because two walks may end at one school. Rejected: two queries, for one step and for two, joined by UNION.
 * It gives the same rows, and a third step would be a third query.
 */
export function downwind(): string {
  return `
    MATCH (start:Place {name: $place})-[:WIND_TO*1..2]->(p:Place)<-[:LIES_IN]-(s:School)
    WHERE p <> start
    RETURN DISTINCT s.name AS school`;
}

/**
 * OPTIONAL MATCH keeps who runs nothing, with null for the source, and count(s) does not count null. Rejected:
 * count(*). It counts rows, and the row with null is one.
 */
export function workload(): string {
  return `
    MATCH (p:Person)
    OPTIONAL MATCH (p)-[:RUNS]->(s:Source)
    RETURN p.name AS person, count(s) AS sources
    ORDER BY sources DESC, person`;
}

/**
 * *0.. is "none included": a source beside the school, and the substance itself. The two patterns meet in one source.
 * Rejected: *1..5. It is right until somebody adds a sixth step, and nobody notices.
 */
export function answerable(): string {
  return `
    MATCH (who:Person)-[:RUNS]->(source:Source)-[:LIES_IN]->(:Place)-[:WIND_TO*0..]->(:Place)<-[:LIES_IN]-(:School {name: $school})
    MATCH (source)-[:EMITS]->(:Substance)-[:IS_A*0..]->(:Substance {name: $substance})
    RETURN DISTINCT who.name AS person`;
}
