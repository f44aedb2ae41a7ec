import type { Contest } from './contest.ts';
import type { Result } from './event.ts';
import { type Standing, standings } from './rank.ts';

/** What one person's place would become, and why. */
export interface Move {
  readonly person: string;
  readonly nick: string;
  readonly from: Pick<Standing, 'place' | 'points' | 'timeS'>;
  readonly to: Pick<Standing, 'place' | 'points' | 'timeS'>;
  /** Which checks judge differently now: `nulls: failed → passed`. Empty when only others have moved. */
  readonly why: readonly string[];
}

/**
 * The difference that a regrade would make, before anybody decides on it: everyone whose place or points change, the
 * highest new place first.
 *
 * @example moves(contest, regrade.results)[0]?.why // ['nulls: failed → passed']
 */
export function moves(contest: Contest, results: Readonly<Record<string, Result>>): readonly Move[] {
  const before = new Map(standings(contest, { scope: 'all' }).map((row) => [row.person, row]));
  const changed = { ...contest, submissions: withResults(contest, results) };
  return standings(changed, { scope: 'all' }).flatMap((to) => {
    const from = before.get(to.person);
    if (!from || (from.place === to.place && from.points === to.points && from.timeS === to.timeS)) return [];
    return [
      {
        person: to.person,
        nick: to.nick,
        from: brief(from),
        to: brief(to),
        why: reasons(contest, results, to),
      },
    ];
  });
}

const brief = ({ place, points, timeS }: Standing): Move['from'] => ({ place, points, timeS });

function withResults(
  { submissions }: Contest,
  results: Readonly<Record<string, Result>>,
): Contest['submissions'] {
  return new Map([...submissions].map(([id, one]) => [id, { ...one, result: results[id] ?? one.result }]));
}

/** The differences in the submissions of one person, each once. */
function reasons(
  { submissions }: Contest,
  results: Readonly<Record<string, Result>>,
  { person }: Standing,
): readonly string[] {
  const found = [...submissions.values()]
    .filter((one) => one.person === person)
    .flatMap(({ id, result }) => {
      const next = results[id];
      return next ? differences(result, next) : [];
    });
  return [...new Set(found)];
}

function differences(before: Result | undefined, after: Result): readonly string[] {
  if (!before) return ['had no verdict'];
  const kinds = (result: Result) => ({ ...result.visible, ...result.hidden });
  const old = kinds(before);
  return Object.entries(kinds(after))
    .filter(([name, kind]) => old[name] !== kind)
    .map(([name, kind]) => `${name}: ${old[name] ?? 'not run'} → ${kind}`);
}
