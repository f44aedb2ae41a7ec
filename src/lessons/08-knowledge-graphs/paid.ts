import type { Check, Judgement } from '../../teaching/lesson.ts';

/** The second mystery: its own database says yes or no. */
export const whoPaid: Check = {
  id: '8.8',
  title: 'Who paid',
  hints: [
    'The first half leaves several people. What do the others lack: a plant, dust, or the wind?',
    'Two more patterns with one plant: (p)-[:OWNS*]->(x)-[:UPWIND_OF]-> the station, and (x)-[:IS_A*]-> the source of dust.',
    "MATCH (p)-[:OWNS*]->(x:Card {kind: 'plant'})-[…]->({id: $station})\nMATCH (x)-[…*]->({name: 'source of dust'})",
  ],
  solution: `MATCH (p:Card {kind: 'person'})-[:OWNS|PAID*]->(:Card {id: $hand})
MATCH (p)-[:OWNS*]->(x:Card {kind: 'plant'})-[:UPWIND_OF]->({id: $station})
MATCH (x)-[:IS_A*]->({name: 'source of dust'})
RETURN DISTINCT p.name AS name
// The same x in both patterns: one plant must be upwind and dusty. Rejected: two plants, (x) and (y). Somebody owns a
// dusty one far away and a clean one upwind.`,
  judge: (answer) => {
    const replies = repliesOf(answer);
    return replies === undefined
      ? { kind: 'not yet', says: "Hand over the database itself: check('8.8', smog)." }
      : judged(replies);
  },
};

function judged(replies: readonly string[]): Judgement {
  const last = replies.at(-1);
  if (last === undefined) return { kind: 'not tried' };
  if (replies.some((says) => says.includes('Both mysteries are solved')))
    return { kind: 'passed', says: 'The database says yes: both mysteries are solved.' };
  return last.startsWith('Yes.')
    ? {
        kind: 'not yet',
        says: 'That is the hand, and the hand was paid.',
        mistake: { id: 'hand-for-payer', says: 'accusing the one who got the money' },
      }
    : { kind: 'not yet', says: 'The database says no. Both halves must hold for one person and one plant.' };
}

function repliesOf(answer: unknown): readonly string[] | undefined {
  if (typeof answer !== 'object' || answer === null || !('all' in answer)) return undefined;
  if (typeof answer.all !== 'function') return undefined;
  const rows: unknown = answer.all('SELECT says FROM reply ORDER BY accusation_id');
  if (!Array.isArray(rows)) return undefined;
  return rows.map((row: unknown) =>
    typeof row === 'object' && row !== null && 'says' in row ? String(row.says) : '',
  );
}
