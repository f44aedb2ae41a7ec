import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutsideError } from '../../src/errors.ts';
import { clockOf } from '../practice/clock.ts';
import { appendEvent, journalPath, readJournal } from '../practice/journal.ts';
import { progressOf } from '../practice/progress.ts';
import { solutionGate } from '../practice/solution.ts';
import { paragraph } from '../report/layout.ts';
import type { Context, Options } from './context.ts';
import { exerciseNamed } from './exercise.ts';

/** `grade solution NAME`: prints the model after an honest try or the bell; else says why not and returns 1. */
export async function run([name]: readonly string[], _options: Options, context: Context): Promise<number> {
  const exercise = await exerciseNamed(name, 'solution NAME');
  const { root, home, now, look } = context;
  const path = journalPath(root);
  const { events } = readJournal(path);
  const gate = solutionGate(progressOf(events, exercise.name), clockOf(events, exercise.name), now());
  if (!gate.open) {
    context.talk(`${paragraph(gate.says, look).join('\n')}\n`);
    return 1;
  }
  const shown = `solutions/${exercise.name}.ts`;
  context.out(readModel(join(home, shown), shown));
  context.talk(`${paragraph(`${shown}, open because ${gate.because}.`, look).join('\n')}\n`);
  appendEvent(path, { type: 'opened', at: new Date(now()).toISOString(), exercise: exercise.name });
  return 0;
}

function readModel(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new OutsideError(
      `${shown} cannot be read.`,
      'Get it back with: git checkout -- solutions',
      'NO_SOLUTION',
      error,
    );
  }
}
