import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSnapshot } from '../../src/classroom/snapshot-file.ts';
import { sealTools } from '../data.ts';
import type { GradeRequest } from '../grade.ts';
import type { Receipt } from '../practice/receipts.ts';
import { type Seal, seal } from '../upstream/seal.ts';
import type { Context } from './context.ts';

/** The part of a request that decides the data. */
type DataOf = Pick<GradeRequest, 'now'> & Partial<Pick<GradeRequest, 'mode' | 'snapshotFile' | 'seed'>>;

/**
 * Asks for the data of an earlier grading: its snapshot by SHA-256, or the simulated world at its moment. When the
 * snapshot is gone the newest data is taken; the report's SHA-256 then differs from the receipt's.
 */
export function sameData(receipt: Receipt | undefined, { root, now }: Context): DataOf {
  if (!receipt) return { now, mode: 'auto' };
  const { seed, data } = receipt;
  const snapshotFile = snapshotWith(data.sha256, join(root, '.airlab/snapshots'));
  if (snapshotFile !== undefined) return { now, seed, snapshotFile };
  return { now: () => Date.parse(data.takenAt), seed, mode: 'offline' };
}

/** Seals the same data once more, without grading. */
export function sealAgain({ root, now, mode = 'auto', snapshotFile }: GradeRequest): Promise<Seal> {
  return seal({ mode, ...(snapshotFile === undefined ? {} : { snapshotFile }) }, sealTools(root, now));
}

function snapshotWith(sha256: string, folder: string): string | undefined {
  return namesIn(folder)
    .map((name) => join(folder, name))
    .find((path) => hashOf(path) === sha256);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d{4}-.*\.json$/.test(name));
  } catch {
    return [];
  }
}

function hashOf(path: string): string | undefined {
  try {
    return readSnapshot(path).sha256;
  } catch {
    // A broken snapshot is not the one that was graded; `grade doctor` names it.
    return undefined;
  }
}
