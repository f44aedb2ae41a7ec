/** A place in the queue of one address. */
export interface Turn {
  /** Resolves when all who came before are done. */
  readonly ready: Promise<void>;
  readonly done: () => void;
}

/** Open-Meteo runs one request of an address at a time and keeps four waiting; its words for the next one. */
export const MOST_AT_ONCE = 5;
export const TOO_MANY_AT_ONCE = 'Too many concurrent requests';

/**
 * Hands out turns, one queue for each address; undefined when the queue is full.
 *
 * @example
 * const turn = takeTurn(address);
 * if (turn === undefined) return tooMany();
 * await turn.ready;
 * try { … } finally { turn.done(); }
 */
export function turnsOf(most = MOST_AT_ONCE): (address: string) => Turn | undefined {
  const queues = new Map<string, { count: number; last: Promise<void> }>();
  return (address) => {
    const queue = queues.get(address) ?? { count: 0, last: Promise.resolve() };
    if (queue.count >= most) return undefined;
    queues.set(address, queue);
    queue.count += 1;
    const ready = queue.last;
    let free = (): void => undefined;
    queue.last = new Promise((resolve) => {
      free = resolve;
    });
    return {
      ready,
      done: () => {
        queue.count -= 1;
        if (queue.count === 0) queues.delete(address);
        free();
      },
    };
  };
}
