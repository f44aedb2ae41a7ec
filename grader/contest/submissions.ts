import type { Contest, Submission } from './contest.ts';

/** What waits for a verdict, the earliest first. */
export function unjudged({ submissions }: Contest): readonly Submission[] {
  return [...submissions.values()]
    .filter(
      ({ result, unjudged: why, isReplaced }) => result === undefined && why === undefined && !isReplaced,
    )
    .sort((one, other) => one.receivedMs - other.receivedMs);
}

/** The submissions of each person, in the order in which they were received. */
export function byPerson({ submissions }: Contest): ReadonlyMap<string, readonly Submission[]> {
  const lists = new Map<string, Submission[]>();
  for (const one of submissions.values()) {
    const list = lists.get(one.person);
    if (list) list.push(one);
    else lists.set(one.person, [one]);
  }
  for (const list of lists.values())
    list.sort((one, other) => one.receivedMs - other.receivedMs || (one.id < other.id ? -1 : 1));
  return lists;
}
