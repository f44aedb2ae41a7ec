import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../exercise.ts';
import type { CompiledAnswer, Run, RunOptions } from '../sandbox/run.ts';

export interface Asking {
  /** Makes the database; each text of SQL gets a new one. */
  readonly script: string;
  /** `grader/dist/query-runner.cjs`, as `queryRunner` reads it. */
  readonly runner: CompiledAnswer;
  /** Runs a program in the sandbox. */
  readonly run: (program: CompiledAnswer, calls: RunOptions['calls']) => Promise<Run>;
}

/**
 * The calls of a run gave SQL: asks the database each of them, in a sandbox that never saw the answer's code, and
 * puts the rows in the place of the text. One that never ends is stopped; those after it are asked in another child.
 */
export async function askQueries(answered: Run, { script, runner, run }: Asking): Promise<Run> {
  const outcomes = new Map(answered.outcomes);
  let open = [...answered.outcomes].flatMap(([id, outcome]) =>
    outcome.kind === 'value' && typeof outcome.value === 'string'
      ? [{ id, part: '', export: 'ask', args: [script, outcome.value] }]
      : [],
  );
  let { ending } = answered;
  while (open.length > 0) {
    const asked = await run(runner, open);
    if (asked.ending.kind === 'broken') return { ...answered, ending: asked.ending };
    const [stopped] = open.filter(({ id }) => asked.outcomes.get(id)?.kind === 'unfinished');
    if (stopped && ending.kind === 'finished') ending = asked.ending;
    const done = stopped ? open.slice(0, open.indexOf(stopped) + 1) : open;
    for (const { id } of done) outcomes.set(id, asked.outcomes.get(id) ?? NOT_ASKED);
    open = open.slice(done.length);
  }
  return { ...answered, outcomes, ending };
}

const NOT_ASKED: Outcome = { kind: 'unfinished', why: 'it was not asked' };

/** The program that asks, as the build made it. Read once a process. */
export function queryRunner(home: string): CompiledAnswer {
  read.runner ??= {
    code: readFileSync(join(home, 'grader/dist/query-runner.cjs'), 'utf8'),
    path: 'SQL',
    locate: () => undefined,
  };
  return read.runner;
}

const read: { runner?: CompiledAnswer } = {};
