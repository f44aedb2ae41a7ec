import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Surroundings } from '../cli.ts';
import { airlabHome } from '../home.ts';
import { lookOf } from '../report/look.ts';
import type { Context, Options } from './context.ts';

/** Turns the process around a command into its context. */
export function makeContext(options: Options, around: Surroundings): Context {
  const { env, cwd, now, stdin, stdout, stderr } = around;
  const home = airlabHome();
  return {
    home,
    root: env.AIRLAB_ROOT || rootAbove(cwd) || home,
    env,
    now,
    look: lookOf({
      isTerminal: stdout.isTTY === true,
      columns: stdout.columns,
      env,
      plain: options['no-color'] === true,
    }),
    stdin,
    liveOut: stdout.isTTY === true && env.TERM !== 'dumb',
    liveTalk: stderr.isTTY === true && env.TERM !== 'dumb',
    out: (text) => void stdout.write(text),
    talk: (text) => void stderr.write(text),
  };
}

/** The nearest folder above that has exercises of ours: a copy of the kit is graded where it lies. */
function rootAbove(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (holdsExercises(join(folder, 'exercises'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function holdsExercises(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => /^exercise-.*\.(ts|ipynb)$/.test(name));
}
