/** Lets a few through at a time for each key; the others wait in a queue. */
export interface Limiter {
  /**
   * Resolves when there is room, to the function that gives the room back (it may be called twice).
   * Rejects with the signal's reason when that fires first.
   */
  enter(key: string, signal: AbortSignal): Promise<() => void>;
}

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * @example
 * const limiter = createLimiter(4);
 * const leave = await limiter.enter('https://example.com', signal);
 * try { await work() } finally { leave() }
 */
export function createLimiter(atOnce: number): Limiter {
  const lanes = new Map<string, Lane>();
  return {
    async enter(key, signal) {
      signal.throwIfAborted();
      const lane = lanes.get(key) ?? { running: 0, waiting: [] };
      lanes.set(key, lane);
      if (lane.running < atOnce) lane.running += 1;
      else await turn(lane, signal);
      return once(() => {
        // Handed over, not given back: a newcomer must not slip in between.
        const next = lane.waiting.shift();
        if (next) next();
        else lane.running -= 1;
        if (lane.running === 0) lanes.delete(key);
      });
    },
  };
}

function turn(lane: Lane, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      signal.removeEventListener('abort', leave);
      resolve();
    };
    const leave = (): void => {
      const at = lane.waiting.indexOf(next);
      if (at >= 0) lane.waiting.splice(at, 1);
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    lane.waiting.push(next);
  });
}

function once(act: () => void): () => void {
  const state = { done: false };
  return () => {
    if (state.done) return;
    state.done = true;
    act();
  };
}
