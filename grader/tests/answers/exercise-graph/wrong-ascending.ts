// Fewest first.

export const downwind = (): string => `
    MATCH (start:Place {name: $place})-[:WIND_TO*1..2]->(p:Place)<-[:LIES_IN]-(s:School)
    WHERE p <> start
    RETURN DISTINCT s.name AS school`;

export const workload = (): string => `
    MATCH (p:Person)
    OPTIONAL MATCH (p)-[:RUNS]->(s:Source)
    RETURN p.name AS person, count(s) AS sources
    ORDER BY sources , person`;

export const answerable = (): string => `
    MATCH (who:Person)-[:RUNS]->(x:Source)-[:LIES_IN]->(:Place)-[:WIND_TO*0..]->(:Place)<-[:LIES_IN]-(:School {name: $school})
    MATCH (x)-[:EMITS]->(:Substance)-[:IS_A*0..]->(:Substance {name: $substance})
    RETURN DISTINCT who.name AS person`;
