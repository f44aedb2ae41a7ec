/** @import { OwnView, View } from '../../viewer.ts' */

/**
 * Where the race is at one moment, on one clock.
 * @typedef {{
 *   phase: View['phase'],
 *   isPaused: boolean,
 *   lengthMs: number,
 *   startsInMs: number | undefined,
 *   remainingMs: number | undefined,
 *   elapsedMs: number | undefined,
 * }} Moment
 */

/**
 * The clock of a view, `nowMs` by the server: everything counts towards absolute moments, so a page that slept is right
 * again at once. The next phase begins by the clock, also when the server cannot be heard. With `own`, the person's own
 * clock, extra time included.
 *
 * @example momentOf(view, clock.nowMs).remainingMs // 512_000
 * @param {View} view
 * @param {number} nowMs
 * @param {OwnView} [own]
 * @returns {Moment}
 */
export function momentOf(view, nowMs, own) {
  const { startMs, isPaused } = view.clock;
  const { endMs, lengthMs, stoppedMs } = own ?? view.clock;
  const phase = phaseAt(view, nowMs, endMs);
  const remainingMs = stoppedMs === undefined ? endMs && endMs - nowMs : lengthMs - stoppedMs;
  const isRunning = phase === 'race' || phase === 'freeze';
  const left = isRunning ? clamp(remainingMs, lengthMs) : isDone(phase) ? 0 : lengthMs;
  return {
    phase,
    isPaused: isPaused && isRunning,
    lengthMs,
    startsInMs: phase === 'countdown' && startMs !== undefined ? Math.max(0, startMs - nowMs) : undefined,
    remainingMs: left,
    elapsedMs: left === undefined ? undefined : lengthMs - left,
  };
}

/**
 * @param {View} view
 * @param {number} nowMs
 * @param {number | undefined} endMs
 * @returns {View['phase']}
 */
function phaseAt({ phase, clock }, nowMs, endMs) {
  const { startMs, freezeMs, isPaused } = clock;
  if (phase === 'lobby' || phase === 'reveal' || phase === 'closed' || startMs === undefined || isPaused)
    return phase;
  if (nowMs < startMs) return 'countdown';
  // Over before the usual end: the instructor ended the race, for everyone.
  if (phase === 'over' && clock.endMs !== undefined && nowMs < clock.endMs) return 'over';
  if (endMs === undefined || nowMs >= endMs) return 'over';
  return freezeMs !== undefined && nowMs >= freezeMs ? 'freeze' : 'race';
}

/** @param {View['phase']} phase */
const isDone = (phase) => phase === 'over' || phase === 'reveal' || phase === 'closed';

/**
 * @param {number | undefined} ms
 * @param {number} mostMs
 */
const clamp = (ms, mostMs) => ms && Math.min(Math.max(0, ms), mostMs);
