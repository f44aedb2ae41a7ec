import { UsageError } from '../../src/errors.ts';
import { nearest } from '../../src/nearest.ts';
import type { Exercise } from '../exercise.ts';
import { partName } from '../part-name.ts';
import { nextHint, partNamed } from '../practice/hints.ts';
import { appendEvent, journalPath, readJournal } from '../practice/journal.ts';
import { latestReceipt, receiptFolder } from '../practice/receipts.ts';
import { paragraph } from '../report/layout.ts';
import type { Context, Options } from './context.ts';
import { exerciseNamed } from './exercise.ts';

/** `grade hint NAME [PART]`: one more rung. Without PART it is about the first part that did not pass last time. */
export async function run(
  [name, word]: readonly string[],
  _options: Options,
  context: Context,
): Promise<number> {
  const exercise = await exerciseNamed(name, 'hint NAME [PART]');
  context.out(takeHint(exercise, word, context));
  return 0;
}

/** Takes the next hint, remembers it, and returns its text. */
export function takeHint(exercise: Exercise, word: string | undefined, context: Context): string {
  const { root, now, look } = context;
  const path = journalPath(root);
  const part = word === undefined ? stuckAt(exercise, root) : named(exercise, word);
  const hint = nextHint(exercise, readJournal(path).events, part.id);
  if (hint.kind === 'spent') {
    const head = paragraph(
      `${partName(exercise.parts, part.id)}: all ${hint.texts.length} hints, again.`,
      look,
    );
    const all = hint.texts.flatMap((text, index) => [
      '',
      ...paragraph(text, look, { lead: `${index + 1}. ` }),
    ]);
    return `${[...head, ...all].join('\n')}\n`;
  }
  const kept = appendEvent(path, {
    type: 'hinted',
    at: new Date(now()).toISOString(),
    exercise: exercise.name,
    part: part.id,
    rung: hint.rung,
  });
  if (!kept.kept) context.talk(`This hint was not remembered: ${kept.why}\n`);
  const left = hint.of - hint.rung;
  const more =
    left === 0
      ? 'That was the last one for this part.'
      : `${left} more: grade hint ${exercise.name} ${part.id}`;
  return `${[
    ...paragraph(`${partName(exercise.parts, part.id)}, hint ${hint.rung} of ${hint.of}`, look, {
      style: 'bold',
    }),
    ...paragraph(hint.text, look, { indent: 2 }),
    ...paragraph(more, look, { style: 'dim' }),
  ].join('\n')}\n`;
}

function named(exercise: Exercise, word: string): Exercise['parts'][number] {
  const part = partNamed(exercise, word);
  if (part) return part;
  const near = nearest(
    word,
    exercise.parts.flatMap(({ id, export: name }) => [id, name]),
  );
  throw new UsageError(`${exercise.name} has no part "${word}".`, `Nearest: ${near.join(', ')}.`, 'NO_PART');
}

function stuckAt(exercise: Exercise, root: string): Exercise['parts'][number] {
  const failed = latestReceipt(receiptFolder(root), exercise.name)?.failedParts[0];
  const part = exercise.parts.find(({ id }) => id === failed) ?? exercise.parts[0];
  if (!part)
    throw new UsageError(`${exercise.name} has no parts.`, 'Name another exercise: grade list', 'NO_PART');
  return part;
}
