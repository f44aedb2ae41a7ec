import { answer } from '../../src/classroom/answer.ts';
import { record, recordedPlaces } from '../../src/classroom/record.ts';
import type { Snapshot } from '../../src/classroom/snapshot.ts';
import type { World } from '../exercise.ts';
import { newestKept, type SealRequest, type SealTools } from '../upstream/seal.ts';

/** One snapshot for everybody in the contest, and what must be said of it. */
export interface ContestSnapshot {
  readonly snapshot: Snapshot;
  readonly notice: string | undefined;
}

/**
 * Takes the snapshot that the whole contest runs on: of the live service, else the newest kept one, else of simulated
 * air. What it is stands in `notice`, and goes to the board.
 *
 * @throws OutsideError when `live` is asked for and the service does not answer, or a named file is no snapshot.
 */
export async function contestSnapshot(
  { mode, snapshotFile }: SealRequest,
  tools: SealTools,
): Promise<ContestSnapshot> {
  if (snapshotFile !== undefined) return told(tools.read(snapshotFile));
  if (mode !== 'offline') {
    try {
      return told(await tools.record());
    } catch (error) {
      if (mode === 'live') throw error;
    }
  }
  const kept = newestKept(tools);
  if (kept)
    return told(
      kept,
      `Snapshot of ${kept.takenAt.slice(0, 16)}Z: Open-Meteo was not asked, or did not answer.`,
    );
  return told(await simulatedSnapshot(tools));
}

function told(snapshot: Snapshot, notice?: string): ContestSnapshot {
  const simulated = snapshot.data === 'simulated' ? ['SIMULATED data, not a measurement.'] : [];
  const all = [...simulated, ...(notice === undefined ? [] : [notice])];
  return { snapshot, notice: all.length > 0 ? all.join(' ') : undefined };
}

/** The classroom API recorded in this process: the snapshot itself says that it is simulated. */
function simulatedSnapshot({ simulated, now }: SealTools): Promise<Snapshot> {
  const base = 'http://simulated.airlab';
  const world: World = { source: simulated(), nowMs: now(), cities: [] };
  const here: typeof fetch = async (input) => {
    const { host, pathname, search } = new URL(input instanceof Request ? input.url : input);
    const { status, headers, body } = answer(
      { method: 'GET', host, url: `${pathname}${search}`, headers: {}, body: '' },
      world,
    );
    return new Response(typeof body === 'string' ? body : Uint8Array.from(body), { status, headers });
  };
  return record({
    places: recordedPlaces,
    now,
    fetch: here,
    env: {},
    base,
    signal: AbortSignal.timeout(60_000),
  });
}
