import type { Submission } from './contest.ts';
import { remembered } from './remembered.ts';

/** What waits for a verdict, the earliest first. */
export const unjudged = remembered(({ submissions }): readonly Submission[] =>
  [...submissions.values()]
    .filter(
      ({ result, unjudged: why, isReplaced }) => result === undefined && why === undefined && !isReplaced,
    )
    .sort((one, other) => one.receivedMs - other.receivedMs),
);

/** The submissions of each person, in the order in which they were received. */
export const byPerson = remembered(({ submissions }): ReadonlyMap<string, readonly Submission[]> => {
  const lists = new Map<string, Submission[]>();
  for (const one of submissions.values()) {
    const list = lists.get(one.person);
    if (list) list.push(one);
    else lists.set(one.person, [one]);
  }
  for (const list of lists.values())
    list.sort((one, other) => one.receivedMs - other.receivedMs || (one.id < other.id ? -1 : 1));
  return lists;
});
