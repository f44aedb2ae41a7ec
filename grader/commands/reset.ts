import { OutsideError } from '../../src/errors.ts';
import { appendEvent, journalPath } from '../practice/journal.ts';
import { resetExercise } from '../practice/reset.ts';
import { paragraph } from '../report/layout.ts';
import { readStarters } from '../starters.ts';
import type { Context, Options } from './context.ts';
import { exerciseNamed } from './exercise.ts';

/** `grade reset NAME`: puts the starter back and keeps what stood there. */
export async function run([name]: readonly string[], _options: Options, context: Context): Promise<number> {
  const exercise = await exerciseNamed(name, 'reset NAME');
  context.out(putBack(exercise.name, context));
  return 0;
}

/** Puts the starter back and says which files changed. */
export function putBack(exercise: string, { root, home, now, look }: Context): string {
  const starters = readStarters(home, exercise);
  if (Object.keys(starters).length === 0)
    throw new OutsideError(
      `The starter of ${exercise} is missing in ${home}/grader/starters.`,
      'Get it back with: git checkout -- grader/starters',
      'NO_STARTER',
    );
  const files = resetExercise({ root, exercise, starters, nowMs: now() });
  if (files.some(({ kind }) => kind === 'restored'))
    appendEvent(journalPath(root), { type: 'reset', at: new Date(now()).toISOString(), exercise });
  const lines = files.map(({ path, kind, backup }) => {
    if (kind === 'unchanged') return `${path} is as it was handed out.`;
    return `${path} is the starter again.${backup ? ` Yours is kept in ${backup}` : ''}`;
  });
  return `${lines.flatMap((line) => paragraph(line, look)).join('\n')}\n`;
}
