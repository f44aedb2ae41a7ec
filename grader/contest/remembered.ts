import type { Contest } from './contest.ts';

type Word = string | number | boolean | undefined;

/**
 * A function of a contest that is worked out once for each state of it: a full room looks at the same standings. The
 * state is the contest and its last entry; the other arguments are plain words.
 *
 * @example const unjudged = remembered((contest) => [...contest.submissions.values()].filter(isOpen));
 */
export function remembered<Words extends readonly Word[], Value>(
  make: (contest: Contest, ...words: Words) => Value,
): (contest: Contest, ...words: Words) => Value {
  const known = new WeakMap<Contest, { lastId: number; values: Map<string, { value: Value }> }>();
  return (contest, ...words) => {
    const state = known.get(contest);
    const values = state?.lastId === contest.lastId ? state.values : new Map<string, { value: Value }>();
    if (values !== state?.values) known.set(contest, { lastId: contest.lastId, values });
    const key = words.join('|');
    const found = values.get(key) ?? { value: make(contest, ...words) };
    values.set(key, found);
    return found.value;
  };
}
