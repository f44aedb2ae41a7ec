import { join, resolve } from 'node:path';
import type { GradeRequest } from '../grade.ts';
import { clockOf, isNews, leftMs } from '../practice/clock.ts';
import { journalPath, readJournal } from '../practice/journal.ts';
import { duration } from '../report/circumstances.ts';
import { paint } from '../report/look.ts';
import { renderTerminal } from '../report/terminal.ts';
import { watchFiles } from '../watch/files.ts';
import { type KeySource, readKeys } from '../watch/keys.ts';
import { type Session, watchSession } from '../watch/session.ts';
import { realTimers } from '../watch/timers.ts';
import { gradeWithClock, keepAttempt } from './attempt.ts';
import type { Context } from './context.ts';
import { exerciseNamed } from './exercise.ts';
import { takeHint } from './hint.ts';
import { run as list } from './list.ts';
import { putBack } from './reset.ts';

/** `grade NAME --watch`: grades now and on every save, until `q` or a signal. */
export async function watchAnswer(request: GradeRequest, context: Context): Promise<number> {
  const exercise = await exerciseNamed(request.exercise, 'NAME --watch');
  const files = request.file
    ? [resolve(request.file)]
    : ['.ts', '.ipynb'].map((ending) => join(request.root, 'exercises', request.exercise + ending));
  return new Promise((done) => {
    const ends: (() => void)[] = [];
    const session = watchSession({
      attempt: (isCurrent) => attemptText(request, context, isCurrent),
      actions: {
        hint: () => takeHint(exercise, undefined, context),
        list: () => listText(context),
        reset: () => putBack(request.exercise, context),
      },
      timeLeft: timeLeft(request.exercise, context),
      write: context.out,
      live: context.liveOut,
      columns: context.look.width,
      timers: realTimers,
      onQuit: () => {
        for (const end of ends) end();
        done(0);
      },
    });
    const stdin = context.stdin();
    ends.push(watchFiles(files, () => session.again('saved')));
    ends.push(readKeys(stdin, session.key), onSignals(session, stdin));
    session.again('watching');
  });
}

async function attemptText(
  request: GradeRequest,
  context: Context,
  isCurrent: () => boolean,
): Promise<string | undefined> {
  const { look, now } = context;
  const report = await gradeWithClock(request, context);
  // For the next save, while the student reads.
  request.standby?.fill();
  if (!isCurrent()) return undefined;
  const { notices } = keepAttempt(report, context);
  const text = renderTerminal(report, look, { nowMs: now(), notices });
  const rule = `${look.unicode ? '──' : '--'} ${new Date(now()).toTimeString().slice(0, 8)} `;
  return `${paint(rule.padEnd(look.width, look.unicode ? '─' : '-'), 'dim', look)}\n${text}`;
}

async function listText(context: Context): Promise<string> {
  const texts: string[] = [];
  await list([], {}, { ...context, out: (text) => void texts.push(text) });
  return texts.join('');
}

/** Reads the clock once; another terminal may start one, so it is read again every ten seconds. */
function timeLeft(exercise: string, { root, now }: Context): () => string | undefined {
  const read = () => ({ clock: clockOf(readJournal(journalPath(root)).events, exercise), atMs: now() });
  const kept = { last: read() };
  return () => {
    if (now() - kept.last.atMs > 10_000) kept.last = read();
    const { clock } = kept.last;
    if (!clock || !isNews(clock, now())) return undefined;
    const left = leftMs(clock, now());
    return left > 0 ? `${duration(left)} left` : 'the bell rang';
  };
}

/** A signal ends the session in order; an exit that nobody foresaw still puts the terminal back. */
function onSignals(session: Session, stdin: KeySource): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const restore = (): void => {
    if (stdin.isTTY && stdin.isRaw) stdin.setRawMode?.(false);
  };
  for (const signal of signals) process.on(signal, session.quit);
  process.on('exit', restore);
  return () => {
    for (const signal of signals) process.off(signal, session.quit);
    process.off('exit', restore);
  };
}
