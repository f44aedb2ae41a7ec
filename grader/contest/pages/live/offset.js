/**
 * One question for the time, on a clock of this machine that nobody can set.
 * @typedef {{ sentMs: number, serverMs: number, gotMs: number }} Probe
 */

/**
 * How far the server's clock is ahead of this machine's, by the probe that was under way for the shortest time: it can
 * be wrong by half of that at most. Undefined without probes.
 *
 * @example offsetMs([{ sentMs: 0, serverMs: 1005, gotMs: 10 }]) // 1000
 * @param {readonly Probe[]} probes
 * @returns {number | undefined}
 */
export function offsetMs(probes) {
  const [best] = [...probes].sort((one, other) => tripMs(one) - tripMs(other));
  return best && best.serverMs + tripMs(best) / 2 - best.gotMs;
}

/** @param {Probe} probe */
const tripMs = ({ sentMs, gotMs }) => gotMs - sentMs;
