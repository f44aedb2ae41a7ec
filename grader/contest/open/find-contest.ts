import { randomBytes, randomInt } from 'node:crypto';
import { sealTools } from '../../data.ts';
import { fold } from '../fold.ts';
import { contestSnapshot } from '../snapshot.ts';
import { createContest, newSeed } from '../store/contests.ts';
import type { Database } from '../store/database.ts';
import { openJournal } from '../store/journal.ts';
import { type Kept, readKept, writeKept } from './kept.ts';
import type { ContestWish, OpenSurroundings } from './open-contest.ts';
import { freePort } from './ports.ts';

/** A contest, and whether it was left unfinished. */
export interface Found {
  readonly kept: Kept;
  readonly isResumed: boolean;
}

/**
 * The contest that was left unfinished, or a new one.
 *
 * @throws OutsideError `NO_PORT`, and those of `contestSnapshot`.
 */
export async function findContest(
  database: Database,
  path: string,
  wish: ContestWish,
  { root, now, step }: OpenSurroundings,
): Promise<Found> {
  const known = wish.isNew ? undefined : readKept(path);
  if (known?.exercise === wish.exercise && (await isUnfinished(database, known.contest)))
    return { kept: known, isResumed: true };
  step('sealing one snapshot for everybody');
  const snapshot = await contestSnapshot(wish.data, sealTools(root, now));
  const secrets = {
    secret: randomBytes(18).toString('base64url'),
    pin: String(randomInt(100_000, 1_000_000)),
  };
  const contest = await createContest(database, {
    ...secrets,
    code: randomBytes(6).toString('hex'),
    exercise: wish.exercise,
    minutes: wish.minutes,
    freezeMinutes: wish.freezeMinutes,
    snapshot,
    seed: newSeed(),
  });
  const kept = { contest, exercise: wish.exercise, ...secrets, port: wish.port ?? (await freePort()) };
  writeKept(path, kept);
  return { kept, isResumed: false };
}

async function isUnfinished(database: Database, contest: string): Promise<boolean> {
  const entries = await openJournal(database, contest).readAll();
  return entries.length > 0 && !fold(entries).isClosed;
}
