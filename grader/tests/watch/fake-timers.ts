import type { Timers } from '../../watch/timers.ts';

interface Waiting {
  dueMs: number;
  readonly everyMs: number | undefined;
  readonly action: () => void;
}

/** Timers that run when a test says so. */
export class FakeTimers implements Timers {
  nowMs = 0;
  readonly #waiting = new Set<Waiting>();

  get running(): number {
    return this.#waiting.size;
  }

  readonly every: Timers['every'] = (everyMs, action) =>
    this.#add({ dueMs: this.nowMs + everyMs, everyMs, action });

  readonly after: Timers['after'] = (delayMs, action) =>
    this.#add({ dueMs: this.nowMs + delayMs, everyMs: undefined, action });

  /** Lets time pass; what falls due runs in order. */
  pass(durationMs: number): void {
    const endMs = this.nowMs + durationMs;
    for (let next = this.#nextBefore(endMs); next; next = this.#nextBefore(endMs)) {
      this.nowMs = next.dueMs;
      if (next.everyMs === undefined) this.#waiting.delete(next);
      else next.dueMs += next.everyMs;
      next.action();
    }
    this.nowMs = endMs;
  }

  #add(one: Waiting): () => void {
    this.#waiting.add(one);
    return () => void this.#waiting.delete(one);
  }

  #nextBefore(endMs: number): Waiting | undefined {
    const due = [...this.#waiting].filter(({ dueMs }) => dueMs <= endMs);
    return due.sort((a, b) => a.dueMs - b.dueMs)[0];
  }
}
