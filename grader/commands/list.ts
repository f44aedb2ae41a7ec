import { lessons } from '../../src/lessons/lessons.ts';
import { readEvents } from '../../src/teaching/events.ts';
import { lessonProgress, misconceptionsMet } from '../../src/teaching/progress.ts';
import { exerciseNames } from '../exercises.ts';
import { clockOf, isNews, leftMs, type PracticeClock } from '../practice/clock.ts';
import { journalPath, readJournal } from '../practice/journal.ts';
import { type Progress, progressOf } from '../practice/progress.ts';
import { duration } from '../report/circumstances.ts';
import { cut, padEnd, paragraph } from '../report/layout.ts';
import { markOf, spellable } from '../report/look.ts';
import type { Context, Options } from './context.ts';
import { lessonLines, mistakeLines } from './lesson-lines.ts';

/** `grade list`: where you stand in every exercise and lesson; with `--mistakes`, which mistakes were met. */
export async function run(_words: readonly string[], options: Options, context: Context): Promise<number> {
  const { events, brokenLines } = readJournal(journalPath(context.root));
  const learned = readEvents(context.root);
  const all = exerciseNames.map((name) => {
    const clock = clockOf(events, name);
    return { ...progressOf(events, name), ...(clock ? { clock } : {}) };
  });
  if (options.json) {
    const told = {
      format: 'airlab-progress-1',
      exercises: all,
      lessons: lessons.map((lesson) => lessonProgress(learned.events, lesson)),
      mistakes: misconceptionsMet(learned.events),
    };
    context.out(`${JSON.stringify(told, null, 2)}\n`);
    return 0;
  }
  const lines = [
    ...exerciseLines(all, context),
    ...(lessons.length === 0 ? [] : ['', ...lessonLines(learned.events, lessons, context.look)]),
    ...(options.mistakes ? ['', ...mistakeLines(learned.events, lessons, context.look)] : []),
  ];
  context.out(`${lines.map((text) => cut(text, context.look.width, context.look)).join('\n')}\n`);
  const broken = brokenLines + learned.brokenLines;
  if (broken > 0)
    context.talk(
      `${paragraph(`${broken} unreadable lines of the journal were skipped; see grade doctor.`, context.look).join('\n')}\n`,
    );
  return 0;
}

type Standing = Progress & { readonly clock?: PracticeClock };

function exerciseLines(all: readonly Standing[], context: Context): readonly string[] {
  const nowMs = context.now();
  const width = Math.max(...exerciseNames.map((name) => name.length), 'exercise'.length);
  return [
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
