import type { Judgement } from '../../teaching/lesson.ts';

/** Reads the replies of the mystery's database: it knows the answer, this function does not. */
export function judgeSmog(answer: unknown): Judgement {
  const replies = repliesOf(answer);
  if (replies === undefined)
    return { kind: 'not yet', says: "Hand over the database itself: check('7.9', smog)." };
  const last = replies.at(-1);
  if (last === undefined) return { kind: 'not tried' };
  if (!replies.some((says) => says.startsWith('Yes.')))
    return {
      kind: 'not yet',
      says: `The database says no, after ${replies.length === 1 ? 'one accusation' : `${replies.length} accusations`}. Read what it says.`,
      ...mistakeOf(last),
    };
  return { kind: 'passed', says: 'The database says yes. Read its reply to the end.' };
}

function repliesOf(answer: unknown): readonly string[] | undefined {
  if (typeof answer !== 'object' || answer === null || !('all' in answer)) return undefined;
  if (typeof answer.all !== 'function') return undefined;
  const rows: unknown = answer.all('SELECT says FROM reply ORDER BY accusation_id');
  if (!Array.isArray(rows)) return undefined;
  return rows.map((row: unknown) =>
    typeof row === 'object' && row && 'says' in row ? String(row.says) : '',
  );
}

function mistakeOf(says: string): { mistake?: { id: string; says: string } } {
  if (says.includes('UTC'))
    return { mistake: { id: 'local-as-utc', says: 'a clock of Roskilde read as UTC' } };
  if (says.includes('work order'))
    return {
      mistake: { id: 'inner-for-left-join', says: 'those who have an order, where those without are sought' },
    };
  return {};
}
