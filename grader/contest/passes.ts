import { hiddenFrom, isTold, present } from './board.ts';
import { elapsedMs, lengthMs, type Phase } from './clock.ts';
import type { Contest, Person } from './contest.ts';
import { counts } from './rank.ts';
import { byPerson } from './submissions.ts';
import type { View, Viewer } from './viewer.ts';

/** Moments at which the people are counted in a whole race. */
const STEPS = 60;

/**
 * How many people had passed each visible check, step by step on the race's clock. Like the board, it stands still from
 * the freeze until the results are told.
 *
 * @example passes(contest, 'race', options).checks[0]?.now // 34
 */
export function passes(
  contest: Contest,
  phase: Phase,
  { asOfMs, viewer }: { asOfMs: number; viewer: Viewer },
): View['passes'] {
  const mostMs = lengthMs(contest);
  const untilMs = isTold(contest, phase) ? undefined : hiddenFrom(contest, viewer);
  const seenMs = elapsedMs(contest, Math.min(asOfMs, untilMs ?? asOfMs)) ?? 0;
  const stepMs = mostMs / STEPS;
  const steps = Math.floor(Math.min(Math.max(0, seenMs), mostMs) / stepMs);
  return {
    stepMs,
    checks: [...moments(contest, untilMs)].map(([check, passedMs]) => ({
      check,
      people: Array.from(
        { length: steps + 1 },
        (_, step) => passedMs.filter((ms) => ms <= step * stepMs).length,
      ),
      now: passedMs.length,
    })),
  };
}

/** By check: when each person passed it first, on the usual clock, which tells nobody's extra time. */
function moments(contest: Contest, untilMs: number | undefined): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const sent = byPerson(contest);
  for (const person of present(contest))
    for (const [check, passedMs] of firstPasses(contest, person, {
      sent: sent.get(person.id) ?? [],
      untilMs,
    })) {
      const known = found.get(check);
      if (known) known.push(passedMs);
      else found.set(check, [passedMs]);
    }
  return found;
}

type Sent = ReturnType<typeof byPerson> extends ReadonlyMap<string, infer List> ? List : never;

function firstPasses(
  contest: Contest,
  person: Person,
  { sent, untilMs }: { sent: Sent; untilMs: number | undefined },
): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const one of sent) {
    if (!one.result || !counts(contest, person, one)) continue;
    if (untilMs !== undefined && one.receivedMs >= untilMs) continue;
    const atMs = Math.min(Math.max(0, elapsedMs(contest, one.receivedMs) ?? 0), lengthMs(contest));
    for (const [check, kind] of Object.entries(one.result.visible))
      if (kind === 'passed' && !first.has(check)) first.set(check, atMs);
  }
  return first;
}
