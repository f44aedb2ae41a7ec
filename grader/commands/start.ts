import { OutsideError } from '../../src/errors.ts';
import { clockOf, leftMs, startClock } from '../practice/clock.ts';
import { appendEvent, journalPath, readJournal } from '../practice/journal.ts';
import { duration } from '../report/circumstances.ts';
import { paragraph } from '../report/layout.ts';
import type { Context, Options } from './context.ts';
import { exerciseNamed } from './exercise.ts';

/** `grade start NAME`: starts the practice clock. A clock that runs is kept; `--again` starts it anew. */
export async function run([name]: readonly string[], options: Options, context: Context): Promise<number> {
  const exercise = await exerciseNamed(name, 'start NAME');
  const { root, now } = context;
  const clock = clockOf(readJournal(journalPath(root)).events, exercise.name);
  const say = (text: string): void => context.out(`${paragraph(text, context.look).join('\n')}\n`);
  if (clock && !options.again) {
    const left = leftMs(clock, now());
    say(
      left > 0
        ? `${duration(left)} left, until ${wallTime(clock.endsAt)}.`
        : `The bell rang ${duration(-left)} ago.`,
    );
    say(`Start from the beginning: grade start ${exercise.name} --again`);
    return 0;
  }
  const started = startClock(exercise.name, exercise.minutes, now());
  const kept = appendEvent(journalPath(root), started);
  if (!kept.kept)
    throw new OutsideError(
      `The clock could not be kept: ${kept.why}`,
      `Make ${root}/.airlab writable, or practise without a clock: grade ${exercise.name}`,
      'NOT_KEPT',
    );
  say(`${exercise.minutes} minutes from now, until ${wallTime(started.endsAt)}: ${exercise.title}.`);
  say(`Open exercises/${exercise.name}.ts, write, and run: grade ${exercise.name}`);
  return 0;
}

/** On the clock of this computer, as the clock on the wall shows it. */
function wallTime(iso: string): string {
  const time = new Date(iso);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}
