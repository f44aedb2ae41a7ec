import type { World } from '../answer.ts';
import { newestRun } from '../simulated/horizon.ts';

const HOUR_SECONDS = 3_600;
const PATH = /^\/data\/(\w+)\/static\/meta\.json$/;
const ORIGINS: ReadonlyMap<string, 'air' | 'europe' | 'greenhouse'> = new Map([
  ['cams_global', 'air'],
  ['cams_europe', 'europe'],
  ['cams_global_greenhouse_gases', 'greenhouse'],
]);

/**
 * What the service publishes about the newest run of a model: when it began, when it could be had and where it ends.
 * A recording knows when the run began; how long a run takes and reaches is the model's habit.
 * Undefined for any other path.
 *
 * @example modelMetaText('/data/cams_global/static/meta.json', { source, nowMs }) // '{"data_end_time":1791417600,…}'
 */
export function modelMetaText(path: string, { source, nowMs }: World): string | undefined {
  const [, model = ''] = PATH.exec(path) ?? [];
  const origin = ORIGINS.get(model);
  if (origin === undefined) return undefined;
  const { startHour, availableHour, lastHour, everyHours } = newestRun(origin, nowMs);
  const recorded = source.modelRuns?.[model];
  const began = recorded === undefined ? startHour * HOUR_SECONDS : Date.parse(recorded) / 1_000;
  const available = began + (availableHour - startHour) * HOUR_SECONDS;
  return JSON.stringify({
    // The last hour is not included in the service's words.
    data_end_time: began + (lastHour + 1 - startHour) * HOUR_SECONDS,
    last_run_availability_time: available,
    last_run_initialisation_time: began,
    last_run_modification_time: available,
    temporal_resolution_seconds: HOUR_SECONDS,
    update_interval_seconds: everyHours * HOUR_SECONDS,
  });
}
