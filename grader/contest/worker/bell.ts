/**
 * Wakes one sleeper. A ring that nobody waited for is heard at the next wait, so none is lost between a look and a wait.
 *
 * @example
 * while (!bell.isStopped) if (!(await tookSomething())) await bell.wait(1_000);
 */
export class Bell {
  #wake: (() => void) | undefined;
  #isRung = false;
  #isStopped = false;

  get isStopped(): boolean {
    return this.#isStopped;
  }

  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  /** From now on nobody waits. */
  stop(): void {
    this.#isStopped = true;
    this.ring();
  }

  /** Until it rings, so long at most. */
  wait(mostMs: number): Promise<void> {
    return this.#sleep(mostMs, () => this.#isRung);
  }

  /** So long, unless it is stopped. */
  rest(forMs: number): Promise<void> {
    return this.#sleep(forMs, () => this.#isStopped);
  }

  #sleep(forMs: number, isOver: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#wake = undefined;
        this.#isRung = false;
        resolve();
      };
      const timer = setTimeout(end, forMs);
      const look = (): void => {
        if (isOver() || this.#isStopped) end();
      };
      this.#wake = look;
      look();
    });
  }
}
