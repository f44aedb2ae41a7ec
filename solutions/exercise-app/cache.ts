const LONGEST_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;
const MOST_ENTRIES = 200;

/** Gives what `ask` gives, or what it gave before. */
export type Cache = <T>(question: string, ask: () => Promise<T>) => Promise<T>;

/**
 * Keeps answers, so that a class that looks at one city asks Open-Meteo once.
 *
 * - Not longer than ten minutes, and not past the full hour: then there is a new hour to show.
 * - It keeps the promise, not the value: whoever asks the same meanwhile waits for the same answer.
 * - An error is not kept: the next visitor tries again.
 *
 * @example const cache = createCache(Date.now); await cache('places Paris', () => findPlaces('Paris'))
 */
export function createCache(nowMs: () => number): Cache {
  const kept = new Map<string, { readonly untilMs: number; readonly answer: Promise<unknown> }>();

  return <T>(question: string, ask: () => Promise<T>): Promise<T> => {
    const now = nowMs();
    const before = kept.get(question);
    // The same question was asked by the same line of code, so its answer has the same type.
    if (before && now < before.untilMs) return before.answer as Promise<T>;

    const answer = ask();
    const nextHourMs = (Math.floor(now / HOUR_MS) + 1) * HOUR_MS;
    kept.delete(question);
    kept.set(question, { untilMs: Math.min(now + LONGEST_MS, nextHourMs), answer });
    answer.catch(() => kept.get(question)?.answer === answer && kept.delete(question));

    // A Map remembers the order: the first one is the oldest.
    for (const oldest of [...kept.keys()].slice(0, kept.size - MOST_ENTRIES)) kept.delete(oldest);
    return answer;
  };
}
