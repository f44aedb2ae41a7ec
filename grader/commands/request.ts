import { existsSync } from 'node:fs';
import { UsageError } from '../../src/errors.ts';
import { seatIn, snapshotPath } from '../contest/client/seat.ts';
import type { GradeRequest } from '../grade.ts';
import { type Context, type Options, text } from './context.ts';

/** Options that choose the data; at most one of them makes sense. */
const DATA = ['live', 'offline', 'snapshot'] as const;
/** Options that decide what stdout carries. */
const FACES = ['json', 'notebook', 'watch'] as const;

/**
 * The request that the options of `grade NAME` ask for.
 *
 * @throws UsageError when two options contradict each other or the seed is no whole number.
 */
export function requestOf(
  exercise: string,
  options: Options,
  { root, now }: Pick<Context, 'root' | 'now'>,
): GradeRequest {
  onlyOne(DATA, options);
  onlyOne(FACES, options);
  const file = text(options, 'file');
  const snapshotFile = text(options, 'snapshot') ?? contestData(exercise, options, { root, now });
  return {
    exercise,
    root,
    now,
    mode: options.live ? 'live' : options.offline ? 'offline' : 'auto',
    ...(file === undefined ? {} : { file }),
    ...(snapshotFile === undefined ? {} : { snapshotFile }),
    ...seedOf(options),
  };
}

/** In a contest everybody is graded on its one snapshot, at home as well. */
function contestData(
  exercise: string,
  options: Options,
  { root, now }: Pick<Context, 'root' | 'now'>,
): string | undefined {
  if (options.live || options.offline || !seatIn(root, exercise, now())) return undefined;
  const path = snapshotPath(root);
  return existsSync(path) ? path : undefined;
}

function onlyOne(names: readonly string[], options: Options): void {
  const given = names.filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  if (given.length > 1)
    throw new UsageError(`${given.join(' and ')} exclude each other.`, 'Give one of them.', 'BAD_OPTION');
}

function seedOf(options: Options): { seed?: number } {
  const given = text(options, 'seed');
  if (given === undefined) return {};
  const seed = Number(given);
  if (!/^\d+$/.test(given) || !Number.isSafeInteger(seed))
    throw new UsageError(
      `--seed needs a whole number, not "${given}".`,
      'For example --seed 7.',
      'BAD_OPTION',
    );
  return { seed };
}
