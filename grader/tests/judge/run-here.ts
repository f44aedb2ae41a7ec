import { answer } from '../../../src/classroom/answer.ts';
import type { Call, Exercise, Outcome, PartVerdict, Trial, World } from '../../exercise.ts';
import { encode } from '../../sandbox/child/encode.ts';

/** What an answer exports. */
export type Exports = Readonly<Record<string, unknown>>;

export interface Here {
  readonly exercise: Exercise;
  readonly trial: Trial;
  readonly base: World;
  readonly seed: number;
}

/** Runs an answer in this process on one trial and judges it: many runs a second, for answers that use `fetch`. */
export async function runHere(
  exports: Exports,
  { exercise, trial, base, seed }: Here,
): Promise<ReadonlyMap<string, PartVerdict>> {
  const world = trial.change(base, seed);
  const outcomes = await outcomesHere(exports, exercise.calls(world, trial), world);
  const asked = exercise.parts.filter(({ id }) => id in trial.points);
  return new Map(
    asked.map((part) => [part.id, exercise.judge(part, outcomes, { trial, world, base, requests: [] })]),
  );
}

/** What an answer gives for these calls on this world, as the sandbox would hand it over. */
export async function outcomesHere(
  exports: Exports,
  calls: readonly Call[],
  world: World,
): Promise<ReadonlyMap<string, Outcome>> {
  const before = { fetch: globalThis.fetch, now: Date.now };
  globalThis.fetch = fetchFrom(world);
  Date.now = () => world.nowMs;
  const outcomes = new Map<string, Outcome>();
  try {
    for (const call of calls) outcomes.set(call.id, await outcomeOf(exports, call));
  } finally {
    globalThis.fetch = before.fetch;
    Date.now = before.now;
  }
  return outcomes;
}

/** A `fetch` that the classroom API answers, from this world. */
export function fetchFrom(world: World): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { host, pathname, search } = new URL(request.url);
    const { status, headers, body } = answer(
      {
        method: request.method,
        host,
        url: pathname + search,
        headers: Object.fromEntries(request.headers),
        body: await request.text(),
      },
      world,
    );
    return new Response(body, { status, headers });
  };
}

async function outcomeOf(exports: Exports, call: Call): Promise<Outcome> {
  const called = exports[call.export];
  if (typeof called !== 'function') return { kind: 'missing', found: Object.keys(exports) };
  try {
    const value: unknown = await Reflect.apply(called, undefined, call.args.map(revived));
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
