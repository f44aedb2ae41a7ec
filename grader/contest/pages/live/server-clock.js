/** @import { Probe } from './offset.js' */
import { ask } from './api.js';
import { offsetMs } from './offset.js';

const PROBES = 5;
const TIMEOUT_MS = 4_000;

/** The server's clock as this page shows it. The machine's own clock may be set wrong, or be changed in the race. */
export class ServerClock {
  /** @type {number | undefined} */
  #offsetMs;

  /** Ms since 1970 by the server; by this machine until the server was asked. */
  get nowMs() {
    return this.#offsetMs === undefined ? Date.now() : performance.now() + this.#offsetMs;
  }

  /**
   * Asks for the time, several times one after the other.
   * @throws what `ask` throws when the server was not reached.
   */
  async sync() {
    /** @type {Probe[]} */
    const probes = [];
    while (probes.length < PROBES) {
      const sentMs = performance.now();
      const { nowMs } = await ask('/api/time', { timeoutMs: TIMEOUT_MS });
      probes.push({ sentMs, serverMs: nowMs, gotMs: performance.now() });
    }
    this.#offsetMs = offsetMs(probes) ?? this.#offsetMs;
  }
}
