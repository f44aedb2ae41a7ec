import type { Message } from './wire.ts';

/** A cell that waits or runs. */
export interface Cell {
  readonly message: Message;
  readonly number: number;
  readonly silent: boolean;
  readonly stopOnError: boolean;
}

export interface CellSinks {
  /** Starts the next cell. */
  readonly start: (cell: Cell) => void;
  /** A cell that is skipped because one before it failed. */
  readonly abort: (message: Message) => void;
}

export interface CellQueue {
  add(message: Message): void;
  /** The cell that runs. */
  current(): Cell | undefined;
  /** The number of the last numbered cell. */
  count(): number;
  /** The cell that ran is over: aborts what already waits when it failed, then starts the next. */
  finish(failed: boolean): void;
}

/**
 * Runs cells one after the other and counts them. After a failure everything that already waits is skipped, as
 * `stop_on_error` of the failed request asks; what is sent later runs.
 */
export function cellQueue({ start, abort }: CellSinks): CellQueue {
  const waiting: Message[] = [];
  const state: { current: Cell | undefined; count: number } = { current: undefined, count: 0 };

  const next = (): void => {
    const message = waiting.shift();
    if (!message) return;
    const silent = message.content.silent === true;
    if (!silent && message.content.store_history !== false) state.count += 1;
    const stopOnError = message.content.stop_on_error !== false;
    state.current = { message, number: silent ? 0 : state.count, silent, stopOnError };
    start(state.current);
  };

  return {
    add(message) {
      waiting.push(message);
      if (!state.current) next();
    },
    current: () => state.current,
    count: () => state.count,
    finish(failed) {
      const stopped = failed && state.current?.stopOnError !== false;
      state.current = undefined;
      for (const message of stopped ? waiting.splice(0) : []) abort(message);
      next();
    },
  };
}
