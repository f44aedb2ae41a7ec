import type { Task, VirtualClock } from './clock.ts';

const LONGEST_MS = 2 ** 31 - 1;

/** What `setTimeout` and `setInterval` return: Node's `Timeout`, on the virtual clock. */
export class Timeout {
  static #lastId = 0;
  /** Also the number that stands for it: `clearTimeout(+timeout)` works in Node. */
  readonly #id: number;
  readonly #clock: VirtualClock;
  readonly #delayMs: number;
  readonly #repeats: boolean;
  readonly #run: () => void;
  #keepsAlive = true;
  #isCleared = false;
  #task: Task | undefined;

  constructor(
    clock: VirtualClock,
    { run, delay, repeats }: { run: () => void; delay: unknown; repeats: boolean },
  ) {
    Timeout.#lastId += 1;
    this.#id = Timeout.#lastId;
    this.#clock = clock;
    this.#delayMs = delayMs(delay);
    this.#repeats = repeats;
    this.#run = run;
    this.#wait();
  }

  #wait(): void {
    this.#task = this.#clock.add(this.#delayMs, () => this.#fire(), this.#keepsAlive);
  }

  #fire(): void {
    const task = this.#task;
    if (!this.#repeats) this.#task = undefined;
    try {
      this.#run();
    } finally {
      // Neither cleared nor started again by its own callback.
      if (this.#repeats && this.#task === task) this.#wait();
    }
  }

  /** Starts again, also after it has run; not after it was cleared. */
  refresh(): this {
    if (this.#isCleared) return this;
    if (this.#task) this.#clock.remove(this.#task);
    this.#wait();
    return this;
  }

  close(): this {
    if (this.#task) this.#clock.remove(this.#task);
    this.#task = undefined;
    this.#isCleared = true;
    return this;
  }

  ref(): this {
    return this.#keep(true);
  }

  unref(): this {
    return this.#keep(false);
  }

  #keep(keepsAlive: boolean): this {
    this.#keepsAlive = keepsAlive;
    if (this.#task) this.#task.keepsAlive = keepsAlive;
    return this;
  }

  hasRef(): boolean {
    return this.#keepsAlive;
  }

  [Symbol.toPrimitive](): number {
    return this.#id;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/** Node's rule: what is no number from 1 to 2³¹-1 counts as 1. */
function delayMs(delay: unknown): number {
  const ms = Number(delay);
  return ms >= 1 && ms <= LONGEST_MS ? Math.trunc(ms) : 1;
}
