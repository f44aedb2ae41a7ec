// One step and two as two queries, EXISTS, and counting by pattern.

export const downwind = (): string => `
    MATCH (:Place {name: $place})-[:WIND_TO]->(p:Place) WHERE p.name <> $place MATCH (s:School)-[:LIES_IN]->(p) RETURN s.name AS school
    UNION
    MATCH (:Place {name: $place})-[:WIND_TO]->()-[:WIND_TO]->(p:Place) WHERE p.name <> $place MATCH (s:School)-[:LIES_IN]->(p) RETURN s.name AS school`;

export const workload = (): string => `
    MATCH (p:Person) RETURN p.name AS person, COUNT { (p)-[:RUNS]->(:Source) } AS sources ORDER BY sources DESC, person ASC`;

export const answerable = (): string => `
    MATCH (w:Person)-[:RUNS]->(x:Source)
    WHERE EXISTS { (x)-[:EMITS]->()-[:IS_A*0..]->(:Substance {name: $substance}) }
      AND EXISTS { (x)-[:LIES_IN]->()-[:WIND_TO*0..]->()<-[:LIES_IN]-(:School {name: $school}) }
    RETURN DISTINCT w.name AS person ORDER BY person DESC`;
