/** How far the server's clock is ahead of this machine's, and how sure that is. */
export interface Offset {
  readonly offsetMs: number;
  /** Round trip of the best probe; the offset is right to half of it. */
  readonly roundTripMs: number;
}

const PROBES = 5;

/**
 * Asks the server for its time a few times; the probe with the shortest way counts. The server decides by its own clock:
 * this one is for showing.
 *
 * @example const { offsetMs } = await probeClock(() => askTime(server), Date.now); // Date.now() + offsetMs
 */
export async function probeClock(askNow: () => Promise<number>, now: () => number): Promise<Offset> {
  const probes: Offset[] = [];
  while (probes.length < PROBES) {
    const sentMs = now();
    const serverMs = await askNow();
    const roundTripMs = now() - sentMs;
    probes.push({ offsetMs: serverMs - sentMs - roundTripMs / 2, roundTripMs });
  }
  return probes.reduce((best, probe) => (probe.roundTripMs < best.roundTripMs ? probe : best));
}
