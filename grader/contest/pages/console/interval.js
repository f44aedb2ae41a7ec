const DAY_MS = 24 * 60 * 60_000;
/** Longer ago, or longer than this, was not meant. */
const MOST_MS = DAY_MS / 2;

/**
 * The interval between two times of day, as they were last before now; undefined when it has no length, or is not over.
 *
 * @example intervalOf('10:00:00', '10:02:00', Date.now()) // { fromMs: …, toMs: … }
 * @param {string} from on the clock of this machine's zone, `HH:MM` or `HH:MM:SS`
 * @param {string} to
 * @param {number} nowMs
 */
export function intervalOf(from, to, nowMs) {
  const toMs = lastAt(to, nowMs);
  const fromMs = toMs === undefined ? undefined : lastAt(from, toMs);
  if (fromMs === undefined || toMs === undefined) return undefined;
  const isMeant = fromMs < toMs && toMs - fromMs < MOST_MS && nowMs - toMs < MOST_MS;
  return isMeant ? { fromMs, toMs } : undefined;
}

/**
 * @param {string} time
 * @param {number} beforeMs
 */
function lastAt(time, beforeMs) {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const day = new Date(beforeMs);
  const atMs = day.setHours(Number(hours), Number(minutes), Number(seconds), 0);
  return atMs <= beforeMs ? atMs : atMs - DAY_MS;
}
