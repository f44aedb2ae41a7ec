import type { Contest } from '../contest.ts';
import { type Standing, standings } from '../rank.ts';

/** All that a contest was, for an appeal and for a look back: `airlab-contest-1`. */
export interface ContestFile {
  readonly format: 'airlab-contest-1';
  readonly settings: Contest['settings'];
  /** Told once the places are: its SHA-256 stands in `settings` since the start. */
  readonly seed: string | undefined;
  readonly clock: Contest['clock'];
  readonly standings: readonly Standing[];
  readonly people: readonly object[];
  readonly submissions: readonly object[];
  readonly regrades: readonly object[];
  readonly messages: Contest['messages'];
}

/** Pure. */
export function contestFile(contest: Contest, seed: string | undefined): ContestFile {
  const { settings, clock, people, submissions, regrades, messages } = contest;
  return {
    format: 'airlab-contest-1',
    settings,
    seed,
    clock,
    standings: standings(contest, { scope: 'all' }),
    people: [...people.values()],
    submissions: [...submissions.values()],
    regrades: [...regrades].map(([regrade, one]) => ({ regrade, ...one })),
    messages,
  };
}
