import { answer } from '../../../src/classroom/answer.ts';
import type { Call, Exercise, Outcome, PartVerdict, Trial, World } from '../../exercise.ts';
import { encode } from '../../sandbox/child/encode.ts';

/** The functions of an answer, as they are exported. */
export type Functions = Readonly<Record<string, ((...args: never[]) => unknown) | undefined>>;

/** Runs an answer in this process on one trial and judges it: a quick stand-in for the sandbox. */
export async function runHere(
  functions: Functions,
  { exercise, trial, base, seed = 1 }: { exercise: Exercise; trial: Trial; base: World; seed?: number },
): Promise<ReadonlyMap<string, PartVerdict>> {
  const world = trial.change(base, seed);
  const restore = replaceFetch(world);
  const outcomes = new Map<string, Outcome>();
  try {
    for (const call of exercise.calls(world, trial)) outcomes.set(call.id, await outcomeOf(functions, call));
  } finally {
    restore();
  }
  const asked = exercise.parts.filter(({ id }) => id in trial.points);
  return new Map(asked.map((part) => [part.id, exercise.judge(part, outcomes, { trial, world, base })]));
}

async function outcomeOf(functions: Functions, call: Call): Promise<Outcome> {
  const called = functions[call.export];
  if (!called) return { kind: 'missing', found: Object.keys(functions) };
  try {
    const args = call.args.map(revived);
    const value: unknown = await Reflect.apply(called, undefined, args);
    const encoded = encode(value);
    if ('problem' in encoded) return { kind: 'unfinished', why: encoded.problem };
    return { kind: 'value', value: JSON.parse(encoded.text) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'threw', name, message };
  }
}

function revived(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '$date' in value
    ? new Date(String(value.$date))
    : value;
}

function replaceFetch(world: World): () => void {
  const before = globalThis.fetch;
  globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { status, headers, body } = answer(
      { method: 'GET', host: url.host, url: url.pathname + url.search, headers: {} },
      world,
    );
    return new Response(body, { status, headers });
  };
  return () => {
    globalThis.fetch = before;
  };
}
