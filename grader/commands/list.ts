import { exerciseNames } from '../exercises.ts';
import { clockOf, isNews, leftMs } from '../practice/clock.ts';
import { journalPath, readJournal } from '../practice/journal.ts';
import { type Progress, progressOf } from '../practice/progress.ts';
import { duration } from '../report/circumstances.ts';
import { cut, padEnd, paragraph } from '../report/layout.ts';
import { markOf, spellable } from '../report/look.ts';
import type { Context, Options } from './context.ts';

/** `grade list`: where you stand in every exercise. */
export async function run(_words: readonly string[], options: Options, context: Context): Promise<number> {
  const { events, brokenLines } = readJournal(journalPath(context.root));
  const all = exerciseNames.map((name) => {
    const clock = clockOf(events, name);
    return { ...progressOf(events, name), ...(clock ? { clock } : {}) };
  });
  if (options.json) {
    context.out(`${JSON.stringify({ format: 'airlab-progress-1', exercises: all }, null, 2)}\n`);
    return 0;
  }
  const nowMs = context.now();
  const width = Math.max(...exerciseNames.map((name) => name.length), 'exercise'.length);
  const lines = [
    `  ${padEnd('exercise', width)}  best     tries  hints  last`,
    ...all.map((progress) => line(progress, width, context)),
    ...all.flatMap(({ exercise, clock }) =>
      clock && isNews(clock, nowMs)
        ? [
            `${exercise}: ${leftMs(clock, nowMs) > 0 ? `${duration(leftMs(clock, nowMs))} left` : 'the bell rang'}`,
          ]
        : [],
    ),
    `${all.filter(({ passed }) => passed).length} of ${all.length} passed`,
  ];
  context.out(`${lines.map((text) => cut(text, context.look.width, context.look)).join('\n')}\n`);
  if (brokenLines > 0)
    context.talk(
      `${paragraph(`${brokenLines} unreadable lines of the journal were skipped; see grade doctor.`, context.look).join('\n')}\n`,
    );
  return 0;
}

function line(progress: Progress, width: number, { look, now }: Context): string {
  const { exercise, best, last, tries, hintsTaken, passed } = progress;
  const mark = passed ? markOf('passed', look) : tries > 0 ? markOf('failed', look) : ' ';
  const points = best ? `${best.points}/${best.worth}` : markOf('unchecked', look);
  const when = last ? `${last.verdict}, ${duration(now() - Date.parse(last.at))} ago` : 'not tried yet';
  const cells = [
    padEnd(exercise, width),
    padEnd(points, 7),
    padEnd(String(tries), 5),
    padEnd(String(hintsTaken), 5),
    when,
  ];
  return spellable(`${mark} ${cells.join('  ')}`, look);
}
