import type { Exercise, Outcome, PartVerdict, Trial, Upstream, World } from '../../exercise.ts';
import { encode } from '../../sandbox/child/encode.ts';
import type { UpstreamRequest } from '../../sandbox/run.ts';

/** One trial of an exercise that brings its own services. */
export interface Played {
  readonly exercise: Exercise;
  readonly trial: Trial;
  readonly base: World;
  readonly seed: number;
}

/**
 * Runs an answer in this process on the services of its exercise and judges it: many runs a second, for answers that
 * use `fetch` and nothing of the machine.
 */
export async function verdictsOf(
  exports: Readonly<Record<string, unknown>>,
  { exercise, trial, base, seed }: Played,
): Promise<ReadonlyMap<string, PartVerdict>> {
  const world = trial.change(base, seed);
  const requests: UpstreamRequest[] = [];
  const upstream = exercise.upstream?.(world);
  if (upstream === undefined) throw new Error(`${exercise.name} has no upstream of its own`);
  const outcomes = new Map<string, Outcome>();
  const before = globalThis.fetch;
  globalThis.fetch = playing(upstream, requests);
  try {
    for (const call of exercise.calls(world, trial))
      outcomes.set(call.id, await outcomeOf(exports[call.export], call.args));
  } finally {
    globalThis.fetch = before;
  }
  return new Map(
    exercise.parts
      .filter(({ id }) => id in trial.points)
      .map((part) => [part.id, exercise.judge(part, outcomes, { trial, world, base, requests })]),
  );
}

function playing(upstream: Upstream, requests: UpstreamRequest[]): typeof fetch {
  return async (input) => {
    const { origin, pathname, search } = new URL(input instanceof Request ? input.url : input);
    const asked = { method: 'GET', origin, url: pathname + search, headers: {}, body: '' };
    const request = { ...asked, index: requests.length, atMs: 0 };
    requests.push(request);
    const reply = upstream(request);
    if (reply.kind === 'hang') throw new Error('does not answer');
    return new Response(String(reply.body), { status: reply.status, headers: reply.headers });
  };
}

async function outcomeOf(called: unknown, args: readonly unknown[]): Promise<Outcome> {
  if (typeof called !== 'function') return { kind: 'missing', found: [] };
  try {
    const encoded = encode(await Reflect.apply(called, undefined, [...args]));
    if ('problem' in encoded) return { kind: 'unfinished', why: encoded.problem };
    return { kind: 'value', value: JSON.parse(encoded.text) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'threw', name, message };
  }
}
