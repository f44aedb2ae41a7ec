import { elapsedMs } from '../clock.ts';
import type { Contest } from '../contest.ts';
import { counts, standings } from '../rank.ts';

/** A judged submission as a point of the race. */
export interface Attempt {
  readonly person: string;
  readonly nick: string;
  /** Of running clock. */
  readonly minute: number;
  readonly points: number;
  readonly verdict: string;
  readonly passed: readonly string[];
  readonly mistakes: readonly string[];
}

/** Every judged submission that counts, by time. */
export function attempts(contest: Contest): readonly Attempt[] {
  return [...contest.submissions.values()]
    .flatMap((one) => {
      const person = contest.people.get(one.person);
      if (!person || !one.result || !counts(contest, person, one)) return [];
      const { points, verdict, visible, hidden, mistakes } = one.result;
      const passed = Object.entries({ ...visible, ...hidden })
        .filter(([, outcome]) => outcome === 'passed')
        .map(([name]) => name);
      const minute = Math.round(((elapsedMs(contest, one.receivedMs, person) ?? 0) / 60_000) * 100) / 100;
      return [{ person: one.person, nick: person.nick, minute, points, verdict, passed, mistakes }];
    })
    .sort((one, other) => one.minute - other.minute);
}

/** The first time that a person passed a check. */
export interface Pass {
  /** Its title. */
  readonly check: string;
  readonly minute: number;
}

/** Who passed what for the first time, by check in the order of `titles`, then by time. */
export function passes(made: readonly Attempt[], titles: ReadonlyMap<string, string>): readonly Pass[] {
  const checks = [...new Set([...titles.keys(), ...made.flatMap(({ passed }) => passed)])];
  return checks.flatMap((check) => {
    const firsts = new Map<string, number>();
    for (const { person, minute, passed } of made)
      if (passed.includes(check) && !firsts.has(person)) firsts.set(person, minute);
    return [...firsts.values()].map((minute) => ({ check: titles.get(check) ?? check, minute }));
  });
}

/** The points of everybody at every whole minute, for the slider. */
export function lapse(contest: Contest): readonly { minute: number; nick: string; points: number }[] {
  const made = attempts(contest);
  const people = standings(contest, { scope: 'all' });
  return Array.from({ length: contest.settings.minutes + 1 }, (_, minute) => minute).flatMap((minute) =>
    people.map(({ person, nick }) => ({
      minute,
      nick,
      points: Math.max(
        0,
        ...made.filter((one) => one.person === person && one.minute <= minute).map(({ points }) => points),
      ),
    })),
  );
}
