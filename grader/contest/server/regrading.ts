import { randomUUID } from 'node:crypto';
import type { Contest } from '../contest.ts';
import type { ContestEvent, Result } from '../event.ts';
import { counts } from '../rank.ts';
import { Refusal } from './problems.ts';

export interface RegradingTools {
  readonly contest: () => Contest;
  /** Grades a kept submission again. */
  readonly grade: (submission: string) => Promise<Result>;
  readonly write: (event: ContestEvent) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

/** How far a regrade is. */
export interface Progress {
  readonly graded: number;
  readonly of: number;
  readonly failed?: string;
}

/**
 * Grades every submission that counts once more. What comes out is written as a proposal: nobody's points change before
 * the instructor applies it.
 */
export class Regrading {
  readonly #tools: RegradingTools;
  #progress: Progress | undefined;
  #isRunning = false;

  constructor(tools: RegradingTools) {
    this.#tools = tools;
  }

  get progress(): Progress | undefined {
    return this.#progress;
  }

  /** @throws Refusal `REGRADING` when one is running. */
  start(): void {
    if (this.#isRunning) throw new Refusal(409, 'REGRADING', 'A regrade is running already.');
    this.#isRunning = true;
    this.#run()
      .catch((error: unknown) => {
        this.#tools.onTrouble(error);
        const failed = error instanceof Error ? error.message : String(error);
        this.#progress = { graded: 0, of: 0, ...this.#progress, failed };
      })
      .finally(() => {
        this.#isRunning = false;
      });
  }

  async #run(): Promise<void> {
    const { contest, grade, write } = this.#tools;
    const { people, submissions } = contest();
    const graded = [...submissions.values()].filter((one) => {
      const person = people.get(one.person);
      return person !== undefined && one.result !== undefined && counts(contest(), person, one);
    });
    const results: Record<string, Result> = {};
    this.#progress = { graded: 0, of: graded.length };
    for (const { id } of graded) {
      results[id] = await grade(id);
      this.#progress = { graded: Object.keys(results).length, of: graded.length };
    }
    await write({ type: 'regraded', regrade: randomUUID(), results });
    this.#progress = undefined;
  }
}
