// In steps with WITH and collect, read from the school backwards.

export const downwind = (): string => `
    MATCH (s:School)-[:LIES_IN]->(p:Place)<-[:WIND_TO*1..2]-(a:Place {name: $place}) WITH a, p, s WHERE NOT (s)-[:LIES_IN]->(a) WITH DISTINCT s RETURN s.name AS school`;

export const workload = (): string => `
    MATCH (p:Person) OPTIONAL MATCH (p)-[:RUNS]->(s:Source) WITH p.name AS person, collect(s) AS own RETURN size(own) AS sources, person ORDER BY sources DESC, person`;

export const answerable = (): string => `
    MATCH (:School {name: $school})-[:LIES_IN]->(home:Place)
    MATCH (home)<-[:WIND_TO*0..]-(place:Place)
    WITH DISTINCT place
    MATCH (place)<-[:LIES_IN]-(x:Source)-[:EMITS]->(thing:Substance), (thing)-[:IS_A*0..]->(:Substance {name: $substance})
    MATCH (x)<-[:RUNS]-(who:Person)
    RETURN DISTINCT who.name AS person`;
