import { resolve } from 'node:path';
import { recordCommand } from '../../src/classroom/record-command.ts';
import { type Context, type Options, text } from './context.ts';
import { progressTalk } from './progress.ts';

const RECORD_LIMIT_MS = 60_000;

/** `grade record`: takes a snapshot of the live data, of Open-Meteo or of the server that `--from` names. */
export async function run(_words: readonly string[], options: Options, context: Context): Promise<number> {
  const { root, env, now, out } = context;
  const file = text(options, 'out');
  const from = text(options, 'from');
  const progress = progressTalk(context);
  progress.step(`asking ${from ?? 'Open-Meteo'} for both cities`);
  try {
    return await recordCommand({
      from,
      file: file === undefined ? undefined : resolve(file),
      root,
      env,
      now,
      fetch,
      signal: AbortSignal.timeout(RECORD_LIMIT_MS),
      out: (says) => {
        progress.end();
        out(says);
      },
    });
  } finally {
    progress.end();
  }
}
