import { answer } from '../../src/classroom/answer.ts';
import { record, recordedPlaces } from '../../src/classroom/record.ts';
import type { Snapshot } from '../../src/classroom/snapshot.ts';
import type { World } from '../exercise.ts';
import { newestKept, type SealRequest, type SealTools } from '../upstream/seal.ts';

/** Older than this, everybody is told. */
const FRESH_MS = 60 * 60_000;

/**
 * Takes the snapshot that the whole contest runs on: of the live service, else the newest kept one, else of simulated
 * air.
 *
 * @throws OutsideError when `live` is asked for and the service does not answer, or a named file is no snapshot.
 */
export async function contestSnapshot(
  { mode, snapshotFile }: SealRequest,
  tools: SealTools,
): Promise<Snapshot> {
  if (snapshotFile !== undefined) return tools.read(snapshotFile);
  if (mode !== 'offline') {
    try {
      return await tools.record();
    } catch (error) {
      if (mode === 'live') throw error;
    }
  }
  return newestKept(tools) ?? simulatedSnapshot(tools);
}

/**
 * What the data of a contest is, for the board and the console. Pure.
 *
 * @example dataWords(snapshot, nowMs).label // 'SIMULATED data, sealed 2026-11-24T09:20Z'
 */
export function dataWords(
  { data, takenAt }: Pick<Snapshot, 'data' | 'takenAt'>,
  nowMs: number,
): { readonly label: string; readonly warning?: string } {
  const label = `${data === 'simulated' ? 'SIMULATED data' : 'Open-Meteo'}, sealed ${takenAt.slice(0, 16)}Z`;
  const ageMs = nowMs - Date.parse(takenAt);
  const warnings = [
    data === 'simulated' ? 'Simulated data, not a measurement.' : [],
    ageMs > FRESH_MS ? `The snapshot is ${Math.floor(ageMs / 3_600_000)} h old.` : [],
  ].flat();
  return warnings.length === 0 ? { label } : { label, warning: warnings.join(' ') };
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
