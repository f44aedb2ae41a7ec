import type { Box } from './box.ts';
import { type BoxedProcess, startBoxed } from './boxed-process.ts';
import { likelyBox } from './layers.ts';
import { DEFAULT_LIMITS } from './limits.ts';

/** What one grading takes: the visible trial has a child of its own, and each of the two lanes keeps one. */
const FOR_ONE_GRADING = 3;

/**
 * Children that are up before their work comes: started while the grader still loads and compiles, or given back by a
 * run of the same answer that ended well. They wait behind their walls for an assignment.
 *
 * @example
 * const standby = new Standby(); // they start at once
 * await runAnswer(compiled, { calls, nowMs, upstream, standby });
 * standby.end();
 */
export class Standby {
  readonly #box = likelyBox();
  #fresh: BoxedProcess[] = [];
  #used: BoxedProcess[] = [];

  /** Starts so many. */
  constructor(count = FOR_ONE_GRADING) {
    this.fill(count);
  }

  /** Starts what is missing to so many that have run nothing yet. */
  fill(count = FOR_ONE_GRADING): void {
    this.#fresh = this.#fresh.filter((child) => child.isRunning());
    while (this.#fresh.length < count) {
      try {
        this.#fresh.push(startBoxed(this.#box, DEFAULT_LIMITS));
      } catch {
        // The run that needs it starts its own, and says what is wrong.
        return;
      }
    }
  }

  /** A child that waits in this box, or none. One that may be shared is rather one that has run before. */
  take(box: Box, { mayShare = false }: { mayShare?: boolean | undefined } = {}): BoxedProcess | undefined {
    if (box.bubblewrap !== this.#box.bubblewrap) this.end();
    const next = (mayShare ? this.#used.shift() : undefined) ?? this.#fresh.shift();
    return next === undefined || next.isRunning() ? next : this.take(box, { mayShare });
  }

  giveBack(child: BoxedProcess): void {
    this.#used.push(child);
  }

  /** Another answer comes: nobody gets a child that has run this one. */
  endUsed(): void {
    for (const child of this.#used.splice(0)) child.kill();
  }

  end(): void {
    this.endUsed();
    for (const child of this.#fresh.splice(0)) child.kill();
  }
}
