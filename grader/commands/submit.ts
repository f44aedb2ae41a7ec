import { setTimeout as sleep } from 'node:timers/promises';
import { AirlabError, UsageError } from '../../src/errors.ts';
import { findAnswer } from '../answer/find.ts';
import { takeNews } from '../contest/client/news.ts';
import { putLetter, readLetters, type Sent } from '../contest/client/outbox.ts';
import { sendAll } from '../contest/client/outgoing.ts';
import { readSeat, type Seat } from '../contest/client/seat.ts';
import { keepSending, startSender } from '../contest/client/sender.ts';
import { type Receipt, readOffset, readView } from '../contest/client/student.ts';
import { standing, submissionWords } from '../contest/client/words.ts';
import type { SubmissionView, View } from '../contest/viewer.ts';
import { readStarters } from '../starters.ts';
import { type Context, type Options, text } from './context.ts';
import { exerciseNamed } from './exercise.ts';
import { type ProgressTalk, progressTalk } from './progress.ts';

/** A verdict takes a second or two; in the last minute a queue may be longer. */
const VERDICT_MS = 60_000;
const LOOK_MS = 500;

/**
 * `grade submit NAME`: hands the answer in. What cannot be sent is kept, and a process in the background sends it when the
 * link is back. `--waiting` only sends what waits.
 */
export async function run([name]: readonly string[], options: Options, context: Context): Promise<number> {
  const { name: exercise } = await exerciseNamed(name, 'submit NAME');
  const seat = seatFor(exercise, context);
  if (options.waiting === true) return sendWaiting(context);
  for (const line of takeNews(context.root)) context.talk(`${line}\n`);
  const progress = progressTalk(context);
  try {
    const { offsetMs } = await readOffset(seat, context.now).catch(() => ({ offsetMs: 0 }));
    const file = text(options, 'file');
    const answer = findAnswer({
      exercise,
      root: context.root,
      starters: readStarters(context.home, exercise),
      ...(file === undefined ? {} : { file }),
    });
    const letter = putLetter(context.root, {
      kind: answer.kind === 'notebook' ? 'ipynb' : 'ts',
      source: answer.source,
      queuedMs: Math.round(context.now() + offsetMs),
      via: context.env.AIRLAB_VIA === 'notebook' ? 'notebook' : 'cli',
    });
    progress.step('handing in');
    const { step } = progress;
    const results = await sendAll(context.root, seat, { now: context.now, offsetMs, step, sleep });
    return await answerOf(
      results.find((result) => result.letter.id === letter.id),
      { seat, exercise, context, progress, offsetMs },
    );
  } finally {
    progress.end();
  }
}

async function sendWaiting({ root, now, out }: Context): Promise<number> {
  await keepSending(root, { now, sleep });
  const left = readLetters(root).length;
  if (left > 0) out(`${left} on this disk; another process sends it, or the time for it is over.\n`);
  return left === 0 ? 0 : 3;
}

function seatFor(exercise: string, { root }: Context): Seat {
  const seat = readSeat(root);
  if (!seat)
    throw new UsageError('You are in no competition.', 'First: grade join CODE --name NICK', 'NOT_JOINED');
  if (seat.exercise !== exercise)
    throw new UsageError(
      `Your competition is about ${seat.exercise}, not ${exercise}.`,
      `grade submit ${seat.exercise}`,
      'OTHER_EXERCISE',
    );
  return seat;
}

interface Around {
  readonly seat: Seat;
  readonly exercise: string;
  readonly context: Context;
  readonly progress: ProgressTalk;
  readonly offsetMs: number;
}

async function answerOf(result: Sent<Receipt> | undefined, around: Around): Promise<number> {
  const { context, progress, exercise } = around;
  if (result?.kind === 'refused') throw result.error;
  if (result?.kind !== 'sent') {
    progress.end();
    startSender({ home: context.home, root: context.root, exercise, env: context.env });
    context.out(notSent(result?.error, readLetters(context.root).length));
    return 3;
  }
  return verdict(result.receipt, around);
}

function notSent(error: Error | undefined, waiting: number): string {
  const hint = error instanceof AirlabError ? `\n${error.hint}` : '';
  return (
    `NOT SENT YET. ${error?.message ?? 'Earlier ones wait before it.'}${hint}\n` +
    `${waiting} on this disk, with its moment. Sent by itself when the link is back.\n`
  );
}

/** Waits for the verdict, and says meanwhile what is before it. */
async function verdict(
  { submission }: Receipt,
  { seat, context, progress, offsetMs }: Around,
): Promise<number> {
  const untilMs = context.now() + VERDICT_MS;
  for (;;) {
    const view = await readView(seat).catch(() => undefined);
    const own = view?.own?.submissions.find(({ id }) => id === submission);
    const isDone = own !== undefined && own.state !== 'waiting';
    if (view && own && (isDone || context.now() > untilMs)) {
      progress.end();
      context.out(told(view, own, context.now() + offsetMs));
      return own.state === 'judged' &&
        own.visible &&
        Object.values(own.visible).every((one) => one === 'passed')
        ? 0
        : 1;
    }
    if (context.now() > untilMs) {
      progress.end();
      context.out('Handed in; the verdict is not here yet. It is kept: grade submit shows it next time.\n');
      return 1;
    }
    progress.step(own ? submissionWords(own) : 'handed in');
    await sleep(LOOK_MS);
  }
}

const told = (view: View, own: SubmissionView, nowMs: number): string =>
  [`Handed in: ${submissionWords(own)}`, ...standing(view, nowMs), ''].join('\n');
