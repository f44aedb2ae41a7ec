// Reads a file of the machine.

export const downwind = (): string => `
    LOAD CSV FROM '/etc/passwd' AS row RETURN row AS school`;

export const workload = (): string => `
    UNWIND [1] AS x LOAD CSV FROM '/etc/passwd' AS row RETURN row[0] AS person, 1 AS sources`;

export const answerable = (): string => `
    MATCH (who:Person)-[:RUNS]->(x:Source)-[:LIES_IN]->(:Place)-[:WIND_TO*0..]->(:Place)<-[:LIES_IN]-(:School {name: $school})
    MATCH (x)-[:EMITS]->(:Substance)-[:IS_A*0..]->(:Substance {name: $substance})
    RETURN DISTINCT who.name AS person`;
