import { isAirlabError } from '../../errors.ts';
import type { JsonAnswer } from './json.ts';

const MODELS = ['cams_global', 'cams_europe', 'cams_global_greenhouse_gases'] as const;

/**
 * When the newest run of each model began, ISO 8601 in UTC. A model that the server does not tell about is left out.
 *
 * @throws {OutsideError} `RECORD_ABORTED`
 * @example await readModelRuns(ask) // { cams_global: '2026-11-24T00:00:00.000Z', … }
 */
export async function readModelRuns(
  ask: (path: string) => Promise<JsonAnswer>,
): Promise<Readonly<Record<string, string>>> {
  const runs = await Promise.all(MODELS.map(async (model) => [model, await runOf(model, ask)] as const));
  return Object.fromEntries(
    runs.filter((run): run is [(typeof MODELS)[number], string] => run[1] !== undefined),
  );
}

async function runOf(model: string, ask: (path: string) => Promise<JsonAnswer>): Promise<string | undefined> {
  try {
    const { value } = await ask(`/data/${model}/static/meta.json`);
    if (typeof value !== 'object' || value === null || !('last_run_initialisation_time' in value))
      return undefined;
    const seconds = value.last_run_initialisation_time;
    return typeof seconds === 'number' && isPlausible(seconds)
      ? new Date(seconds * 1_000).toISOString()
      : undefined;
  } catch (error) {
    if (!isAirlabError(error) || error.code === 'RECORD_ABORTED') throw error;
    return undefined;
  }
}

const FIRST_RUN = Date.UTC(2013, 0, 1) / 1_000;
const LAST_RUN = Date.UTC(2100, 0, 1) / 1_000;

function isPlausible(seconds: number): boolean {
  return Number.isFinite(seconds) && seconds >= FIRST_RUN && seconds < LAST_RUN;
}
