// The people of the visible city, written down.

export const downwind = (): string => `
    MATCH (start:Place {name: $place})-[:WIND_TO*1..2]->(p:Place)<-[:LIES_IN]-(s:School)
    WHERE p <> start
    RETURN DISTINCT s.name AS school`;

export const workload = (): string => `
    UNWIND [['Elif Aksoy', 3], ['Gao Lan', 2], ['Ada Lind', 1], ['Bo Krag', 1], ['Chen Yu', 1], ['Dina Holm', 1], ['Finn Bech', 1], ['Hana Sand', 0], ['Ivo Rask', 0]] AS row
    RETURN row[0] AS person, row[1] AS sources`;

export const answerable = (): string => `
    MATCH (who:Person)-[:RUNS]->(x:Source)-[:LIES_IN]->(:Place)-[:WIND_TO*0..]->(:Place)<-[:LIES_IN]-(:School {name: $school})
    MATCH (x)-[:EMITS]->(:Substance)-[:IS_A*0..]->(:Substance {name: $substance})
    RETURN DISTINCT who.name AS person`;
