import type { Judgement } from '../../teaching/lesson.ts';

/** Seconds in the header that the function meets; two, so that a constant shows. */
const HEADERS = [2, 7] as const;
/** As handed out: the header as milliseconds, and no pause without it. */
const UNTOUCHED = [2, 7, 0, 0, 0];

/** The wait in milliseconds: the service's own, or a pause that grows. */
export function judgeWait(answer: unknown): Judgement {
  if (typeof answer !== 'function')
    return { kind: 'not yet', says: 'Hand over the function itself: waitMs, without ().' };
  const call = (...args: unknown[]): number => Number(Reflect.apply(answer, undefined, args));
  const asked = HEADERS.map((seconds) => call(String(seconds), 1));
  const own = [1, 2, 3].map((tried) => call(null, tried));
  if ([...asked, ...own].every((ms, index) => ms === UNTOUCHED[index])) return { kind: 'not tried' };
  if ([...asked, ...own].some(Number.isNaN)) return { kind: 'not yet', says: 'It gives no number.' };
  return headerProblem(asked) ?? pauseProblem(own) ?? { kind: 'passed', says: 'Polite, and patient.' };
}

function headerProblem(asked: readonly number[]): Judgement | undefined {
  if (HEADERS.every((seconds, index) => asked[index] === seconds))
    return {
      kind: 'not yet',
      says: 'With a header it comes back about a thousand times too early.',
      mistake: { id: 'retry-after-as-ms', says: 'reading Retry-After as milliseconds' },
    };
  if (HEADERS.every((seconds, index) => asked[index] === seconds * 60_000))
    return {
      kind: 'not yet',
      says: 'With a header it waits sixty times as long as it has to.',
      mistake: { id: 'retry-after-as-minutes', says: 'reading Retry-After as minutes' },
    };
  const early = HEADERS.some((seconds, index) => (asked[index] ?? 0) < seconds * 1000);
  if (early)
    return {
      kind: 'not yet',
      says: 'With a header it comes back before the service allows it.',
      mistake: { id: 'ignores-retry-after', says: 'a wait of one’s own in the place of Retry-After' },
    };
  const late = HEADERS.some((seconds, index) => (asked[index] ?? 0) > seconds * 2000);
  return late
    ? { kind: 'not yet', says: 'With a header it waits more than twice as long as asked.' }
    : undefined;
}

function pauseProblem(own: readonly number[]): Judgement | undefined {
  const [first = 0, second = 0, third = 0] = own;
  if (Math.min(first, second, third) <= 0)
    return {
      kind: 'not yet',
      says: 'Without a header it asks again at once.',
      mistake: { id: 'retries-at-once', says: 'asking again at once' },
    };
  if (second <= first || third <= second)
    return {
      kind: 'not yet',
      says: 'Without a header the pause does not grow from try to try.',
      mistake: { id: 'same-pause', says: 'the same pause however long the trouble lasts' },
    };
  return undefined;
}
