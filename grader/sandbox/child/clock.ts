/** A task of the virtual clock. */
export interface Task {
  dueMs: number;
  readonly run: () => void;
  /** As Node's `unref`: false when nothing waits for this task alone. */
  keepsAlive: boolean;
}

/** How often the time may be read before reading it takes time. Far above what an honest answer does at one moment. */
const FREE_READS = 10_000;

/**
 * Time that passes only when it is told to: it jumps to the next task when nothing else can run, so waiting costs
 * nothing and a run is the same on every machine. Milliseconds since the run began.
 *
 * A loop that reads the time until it has passed would never end, so after 10,000 reads at one moment each further
 * read takes 1 ms.
 *
 * @example
 * const clock = new VirtualClock({ limitMs: 290_000, onLimit: (waitedMs) => fail(waitedMs) });
 * clock.add(2_000, () => retry()); clock.jump().forEach((task) => task.run()); // clock.nowMs is 2000
 */
export class VirtualClock {
  nowMs = 0;
  #reads = 0;
  /** By due time, then by the order in which they were added, as Node runs them. */
  readonly #tasks: Task[] = [];
  #limitMs: number;
  readonly #onLimit: (limitMs: number) => void;

  constructor({
    limitMs = Number.POSITIVE_INFINITY,
    onLimit,
  }: {
    limitMs?: number;
    onLimit: (limitMs: number) => void;
  }) {
    this.#limitMs = limitMs;
    this.#onLimit = onLimit;
  }

  get limitMs(): number {
    return this.#limitMs;
  }

  /** Time begins again, with nothing to wait for. */
  restart(limitMs: number): void {
    this.#limitMs = limitMs;
    this.nowMs = 0;
    this.#reads = 0;
    this.#tasks.length = 0;
  }

  /** The time as code sees it. */
  read(): number {
    this.#reads += 1;
    if (this.#reads > FREE_READS) this.#moveTo(this.nowMs + 1);
    return this.nowMs;
  }

  add(delayMs: number, run: () => void, keepsAlive = true): Task {
    const task = { dueMs: this.nowMs + delayMs, run, keepsAlive };
    this.#tasks.splice(this.#placeOf(task.dueMs), 0, task);
    return task;
  }

  /** Takes a task away; false when it is not waiting any more. */
  remove(task: Task): boolean {
    // Tasks with the same due time lie side by side, before the place where another one would be put.
    for (let index = this.#placeOf(task.dueMs) - 1; index >= 0; index -= 1) {
      const other = this.#tasks[index];
      if (other === task) {
        this.#tasks.splice(index, 1);
        return true;
      }
      if (other === undefined || other.dueMs < task.dueMs) return false;
    }
    return false;
  }

  isWaiting(task: Task): boolean {
    return this.#tasks.includes(task);
  }

  /** Whether a task waits for which alone the program would go on. */
  get keepsAlive(): boolean {
    return this.#tasks.some((task) => task.keepsAlive);
  }

  get isEmpty(): boolean {
    return this.#tasks.length === 0;
  }

  /** Jumps to the next task, if there is one, and returns all that are due then. They stay until they are removed. */
  jump(): readonly Task[] {
    const [next] = this.#tasks;
    if (next === undefined) return [];
    if (next.dueMs > this.nowMs) this.#moveTo(next.dueMs);
    return this.due();
  }

  /** Lets time pass without a jump, for work that does not wait on this clock. */
  pass(ms: number): readonly Task[] {
    this.#moveTo(this.nowMs + ms);
    return this.due();
  }

  due(): readonly Task[] {
    return this.#tasks.slice(0, this.#placeOf(this.nowMs));
  }

  #moveTo(ms: number): void {
    if (ms > this.#limitMs) this.#onLimit(this.#limitMs);
    if (ms > this.nowMs + 1) this.#reads = 0;
    this.nowMs = ms;
  }

  /** The place behind all tasks that are due at `dueMs` or before. */
  #placeOf(dueMs: number): number {
    let low = 0;
    let high = this.#tasks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const task = this.#tasks[middle];
      if (task !== undefined && task.dueMs <= dueMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
