import { UsageError } from '../../src/errors.ts';
import { openDatabase, shownUrl } from '../contest/store/database.ts';
import { openJudge } from '../contest/worker/judge.ts';
import { startWorker } from '../contest/worker/worker.ts';
import { layers } from '../sandbox/layers.ts';
import { type Context, type Options, text } from './context.ts';

/** A worker grades one answer at a time; what it needs beside is for looking after the queue. */
const CONNECTIONS = 3;

/**
 * `grade worker`: grades the submissions of the contests in a database until Ctrl-C, SIGTERM, or the end of the process
 * that started it.
 */
export async function run(
  _words: readonly string[],
  options: Options,
  { env, out }: Context,
): Promise<number> {
  const url = text(options, 'database') ?? env.DATABASE_URL;
  if (url === undefined)
    throw new UsageError(
      'Which database? The URL is missing.',
      'grade worker --database postgres://USER:PASSWORD@HOST/NAME, or set DATABASE_URL.',
      'NO_DATABASE',
    );
  const end = asked();
  const database = await openDatabase({ url }, { connections: CONNECTIONS });
  const { judge, close } = openJudge({ now: database.now });
  try {
    const worker = await startWorker({ database, judge, say: (line) => out(`${line}\n`) });
    const { warning } = layers();
    out(`Worker ${worker.worker} grades for ${shownUrl(url)}. Ctrl-C ends it after its submission.\n`);
    if (warning !== undefined) out(`${warning}\n`);
    await Promise.race([worker.done, end.then(() => worker.stop())]);
    return 0;
  } finally {
    close();
    await database.close();
  }
}

/** Settles at a signal, or when the process that started this one is gone. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    if (process.connected) process.once('disconnect', () => resolve());
  });
}
