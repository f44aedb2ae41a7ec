import { isInTime } from './clock.ts';
import type { Contest, Submission } from './contest.ts';

/** What waits for a verdict, the earliest first; of each person the newest one only. */
export function unjudged(contest: Contest): readonly Submission[] {
  const newest = new Map<string, Submission>();
  for (const one of contest.submissions.values()) {
    const person = contest.people.get(one.person);
    if (!person || !isOpen(one) || !(one.isAdmitted || isInTime(contest, one.receivedMs, person))) continue;
    const known = newest.get(one.person);
    if (!known || known.receivedMs <= one.receivedMs) newest.set(one.person, one);
  }
  return [...newest.values()].sort((one, other) => one.receivedMs - other.receivedMs);
}

const isOpen = ({ result, unjudged: why }: Submission): boolean => result === undefined && why === undefined;

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
