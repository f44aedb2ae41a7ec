/**
 * A countdown in whole seconds: it shows 0:00 only when the time is over.
 *
 * @example clockText(725_400) // '12:06'
 * @param {number} ms
 */
export function clockText(ms) {
  return secondsText(Math.ceil(Math.max(0, ms) / 1000));
}

/**
 * A penalised time, or any other number of whole seconds.
 *
 * @example secondsText(3_725) // '1:02:05'
 * @param {number} seconds
 */
export function secondsText(seconds) {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/**
 * Remaining and elapsed time that add up to the length on screen, too.
 *
 * @example clockTexts({ remainingMs: 725_400, lengthMs: 900_000 }) // { remaining: '12:06', elapsed: '2:54' }
 * @param {{ remainingMs: number, lengthMs: number }} clock
 */
export function clockTexts({ remainingMs, lengthMs }) {
  const leftS = Math.ceil(Math.max(0, remainingMs) / 1000);
  const elapsedS = Math.max(0, Math.round(lengthMs / 1000) - leftS);
  return { remaining: secondsText(leftS), elapsed: secondsText(elapsedS) };
}

/**
 * For a screen reader, and for sentences.
 *
 * @example spokenText(90_000) // '1 minute 30 seconds'
 * @param {number} ms
 */
export function spokenText(ms) {
  const seconds = Math.ceil(Math.max(0, ms) / 1000);
  const parts = [counted(Math.floor(seconds / 60), 'minute'), counted(seconds % 60, 'second')];
  return parts.filter((part) => !part.startsWith('0 ')).join(' ') || '0 seconds';
}

/**
 * @example counted(1, 'minute') // '1 minute'
 * @param {number} count
 * @param {string} noun
 * @param {string} [plural]
 */
export const counted = (count, noun, plural = `${noun}s`) => `${count} ${count === 1 ? noun : plural}`;

/**
 * A moment on the clock of this machine's zone, whose name stands beside it once on each page.
 *
 * @example momentText(Date.now()) // '09:41:05'
 * @param {number} atMs
 */
export const momentText = (atMs) =>
  new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
