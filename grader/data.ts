import { join } from 'node:path';
import { record, recordedPlaces } from '../src/classroom/record.ts';
import { sealed } from '../src/classroom/sealed.ts';
import { simulated } from '../src/classroom/simulated/index.ts';
import { readSnapshot, writeSnapshot } from '../src/classroom/snapshot-file.ts';
import type { SealTools } from './upstream/seal.ts';

/** Open-Meteo gets so long to answer before grading goes on with kept or simulated data. */
const RECORD_TIMEOUT_MS = 2_500;
/** Part of every report on simulated data; another seed would be another world. */
const SIMULATED_SEED = 1;

/** The real effects behind sealing: disk, network and clock. */
export function sealTools(root: string, now: () => number): SealTools {
  const elsewhere = simulated({ seed: SIMULATED_SEED });
  return {
    now,
    folder: join(root, '.airlab/snapshots'),
    record: () =>
      record({
        places: recordedPlaces,
        now,
        fetch,
        env: process.env,
        signal: AbortSignal.timeout(RECORD_TIMEOUT_MS),
      }),
    read: readSnapshot,
    write: writeSnapshot,
    simulated: () => elsewhere,
    sealed: (snapshot) => sealed(snapshot, { elsewhere }),
  };
}
