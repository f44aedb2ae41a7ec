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
 * Undefined for any other path.
 *
 * @example modelMetaText('/data/cams_global/static/meta.json', Date.now()) // '{"data_end_time":1791417600,…}'
 */
export function modelMetaText(path: string, nowMs: number): string | undefined {
  const origin = ORIGINS.get(PATH.exec(path)?.[1] ?? '');
  if (origin === undefined) return undefined;
  const { startHour, availableHour, lastHour, everyHours } = newestRun(origin, nowMs);
  return JSON.stringify({
    // The last hour is not included in the service's words.
    data_end_time: (lastHour + 1) * HOUR_SECONDS,
    last_run_availability_time: availableHour * HOUR_SECONDS,
    last_run_initialisation_time: startHour * HOUR_SECONDS,
    last_run_modification_time: availableHour * HOUR_SECONDS,
    temporal_resolution_seconds: HOUR_SECONDS,
    update_interval_seconds: everyHours * HOUR_SECONDS,
  });
}
