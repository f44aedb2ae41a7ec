import type { Served } from './server.ts';

/** Longer addresses are cut in the middle of a screen, not of a log file. */
const MOST_CHARACTERS = 300;

/**
 * One line for one answered request, in local time.
 *
 * @example logLine(served, Date.now()) // '09:41:07  200   1.3 ms  GET /v1/air-quality?latitude=55.64&…'
 */
export function logLine({ method, url, address, status, ms }: Served, nowMs: number): string {
  const time = new Date(nowMs).toTimeString().slice(0, 8);
  const took = `${ms.toFixed(1)} ms`.padStart(9);
  const whole = printable(url);
  const shown = whole.length <= MOST_CHARACTERS ? whole : `${whole.slice(0, MOST_CHARACTERS)}…`;
  const from = address === '127.0.0.1' || address === '::1' ? '' : `  from ${address}`;
  return `${time}  ${status} ${took}  ${method} ${shown}${from}`;
}

/** A request must not write to the terminal of the one who reads the log. */
function printable(url: string): string {
  return url.replaceAll(/[^\x20-\x7e]/g, (character) => encodeURIComponent(character));
}
