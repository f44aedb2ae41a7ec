import { availableParallelism } from 'node:os';
import { UsageError } from '../../src/errors.ts';
import { openBrowser } from '../../src/lab/browser.ts';
import { invitation } from '../contest/open/invitation.ts';
import { type ContestWish, openContest } from '../contest/open/open-contest.ts';
import { layers } from '../sandbox/layers.ts';
import { type Context, type Options, text } from './context.ts';
import { exerciseNamed } from './exercise.ts';
import { progressTalk } from './progress.ts';
import type { RehearseWish } from './rehearse.ts';

/** `grade compete NAME`: serves a timed competition until Ctrl-C. Started again, it goes on where it was. */
export async function run([name]: readonly string[], options: Options, context: Context): Promise<number> {
  const { name: exercise, minutes } = await exerciseNamed(name, 'compete NAME');
  const wish = wishOf(exercise, minutes, { options, context });
  const bots = text(options, 'rehearse');
  if (bots !== undefined) {
    const { rehearseContest } = await import('./rehearse.ts');
    return rehearseContest(rehearsalOf(wish, { bots, isLong: options.minutes !== undefined }), context);
  }
  if (wish.workers > 0 && options['weak-sandbox'] !== true) mustBeWalledIn();
  const progress = progressTalk(context);
  const contest = await openContest(wish, {
    root: context.root,
    now: context.now,
    step: progress.step,
    log: (says) => context.talk(`${says}\n`),
  }).finally(progress.end);
  try {
    context.out(invitation(contest, { exercise, look: context.look }));
    if (options['no-browser'] !== true) openBrowser(contest.consoleUrl);
    await signal();
    context.talk('Ending; what was accepted is kept ...\n');
    return 0;
  } finally {
    await contest.close();
  }
}

/**
 * Other people's code runs here, so missing walls are a decision of the instructor, not of this program.
 *
 * @throws UsageError `WEAK_SANDBOX`
 */
function mustBeWalledIn(): void {
  const { layers: walls, warning } = layers();
  if (warning === undefined) return;
  throw new UsageError(
    `Walls are missing on this machine. ${warning} There are: ${walls.join(', ')}.`,
    'Install what is missing; or leave grading to other machines with --workers 0; or accept it with --weak-sandbox.',
    'WEAK_SANDBOX',
  );
}

/** A short race, unless a length was asked for, on a port that the real one does not need. */
function rehearsalOf(wish: ContestWish, { bots, isLong }: { bots: string; isLong: boolean }): RehearseWish {
  const { exercise, workers, databaseUrl } = wish;
  const port = wish.port ?? REHEARSAL_PORT;
  const count = whole(bots, { name: 'rehearse', otherwise: 30, least: 3, most: 500 });
  return { exercise, bots: count, port, workers, databaseUrl, minutes: isLong ? wish.minutes : 1 };
}

const REHEARSAL_PORT = 8_989;

interface Range {
  readonly name: string;
  readonly otherwise: number;
  readonly least: number;
  readonly most: number;
}

function whole(given: string | undefined, { name, otherwise, least, most }: Range): number {
  const value = given === undefined ? otherwise : Number(given);
  if (Number.isFinite(value) && value >= least && value <= most) return value;
  throw new UsageError(
    `--${name} takes a number from ${least} to ${most}, not "${given}".`,
    `For example --${name} ${otherwise}.`,
    'BAD_OPTION',
  );
}

function wishOf(
  exercise: string,
  usual: number,
  { options, context: { env } }: { options: Options; context: Context },
): ContestWish {
  const number = (name: string, otherwise: number, [least, most]: readonly [number, number]): number =>
    whole(text(options, name), { name, otherwise, least, most });
  const port = text(options, 'port');
  const databaseUrl = text(options, 'database') ?? env.DATABASE_URL;
  const snapshotFile = text(options, 'snapshot');
  const minutes = number('minutes', usual, [1, 240]);
  return {
    exercise,
    minutes,
    freezeMinutes: number('freeze', Math.min(3, minutes / 5), [0, minutes]),
    data: {
      mode: options.live ? 'live' : options.offline ? 'offline' : 'auto',
      ...(snapshotFile === undefined ? {} : { snapshotFile }),
    },
    workers: number('workers', Math.max(1, availableParallelism() - 1), [0, 64]),
    host: text(options, 'host') ?? '0.0.0.0',
    ...(port === undefined ? {} : { port: number('port', 0, [1, 65_535]) }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    isNew: options.new === true,
  };
}

function signal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve());
  });
}
