import type { Finding } from '../../exercise.ts';
import { fieldsOf, readingProblem } from './came.ts';
import { asked, type Case, getAir, MISTAKES, type Mistake, type Seen } from './case.ts';
import { bodyOf, type Station } from './stations.ts';

/** The same question while its answer is fresh. */
export function cacheBasics(salt: number): readonly Case[] {
  return [
    {
      id: 'steady',
      part: 'cache',
      asks: [getAir('steady', salt), getAir('steady', salt), getAir('steady', salt)],
      judge: (seen) =>
        readingProblem(seen.outcomes[0], bodyOf('steady', salt), bodyOf('steady', 0)) ??
        counted('steady', seen, { due: 1, more: MISTAKES.noCache }) ??
        readingProblem(seen.outcomes[2], bodyOf('steady', salt)),
    },
  ];
}

/** When the answer is no longer fresh, or never was. */
export function cacheStale(salt: number): readonly Case[] {
  return [
    {
      id: 'brief',
      part: 'cache',
      // The pause takes 3 s, and the brief answer is fresh for 2 s.
      asks: [getAir('brief', salt), getAir('brief', salt), getAir('pause', salt), getAir('brief', salt)],
      judge: (seen) =>
        counted('brief', seen, { due: 2, more: MISTAKES.noCache, fewer: MISTAKES.cacheForever }) ??
        readingProblem(seen.outcomes[3], bodyOf('brief', salt, { nth: 1 })),
    },
    {
      id: 'unkept',
      part: 'cache',
      asks: [getAir('unkept', salt), getAir('unkept', salt)],
      judge: (seen) =>
        counted('unkept', seen, { due: 2, more: MISTAKES.noCache, fewer: MISTAKES.cacheForever }) ??
        readingProblem(seen.outcomes[1], bodyOf('unkept', salt, { nth: 1 })),
    },
  ];
}

/** Another question is another answer, and an error is no answer. */
export function cacheKeys(salt: number): readonly Case[] {
  return [
    {
      id: 'twins',
      part: 'cache',
      asks: [getAir('twins', salt), getAir('twins', salt, 'beijing'), getAir('twins', salt)],
      judge: (seen) => otherCity(seen) ?? counted('twins', seen, { due: 2, more: MISTAKES.noCache }),
    },
    {
      id: 'recovering',
      part: 'cache',
      asks: [getAir('recovering', salt), getAir('recovering', salt)],
      judge: recovered,
    },
  ];
}

function otherCity(seen: Seen): Finding | undefined {
  const [, beijing] = seen.outcomes;
  const body = bodyOf('twins', seen.salt, { city: 'beijing', nth: 1 });
  const isRoskilde =
    asked('twins', seen).length > 0 &&
    beijing?.kind === 'value' &&
    fieldsOf(beijing.value)?.city === 'roskilde';
  const finding = readingProblem(beijing, body);
  return finding && isRoskilde ? { ...finding, mistake: MISTAKES.ignoresQuery } : finding;
}

function recovered(seen: Seen): Finding | undefined {
  const [first, second] = seen.outcomes;
  const { length } = asked('recovering', seen);
  const good = bodyOf('recovering', seen.salt);
  if (length === 0 && second?.kind === 'value') return { says: 'makes no request' };
  if (first?.kind === 'value')
    return {
      says: 'gives a value where the service failed',
      mistake: readingProblem(first, good) ? MISTAKES.swallowed : MISTAKES.retriesRefusals,
      expected: 'an error',
    };
  if (length === 1 && second?.kind !== 'missing')
    return {
      says: 'does not ask again after an error',
      mistake: MISTAKES.cachesErrors,
      expected: '2 requests',
      actual: '1 request',
    };
  return readingProblem(second, good);
}

interface Count {
  readonly due: number;
  readonly more: Mistake;
  readonly fewer?: Mistake;
}

function counted(station: Station, seen: Seen, { due, more, fewer }: Count): Finding | undefined {
  const { length } = asked(station, seen);
  const calls = seen.outcomes.filter((outcome) => outcome?.kind === 'value').length;
  if (length === due) return undefined;
  if (length === 0) return { says: 'makes no request' };
  const mistake = length > due ? more : fewer;
  return {
    says: length > due ? 'asks the service for what is still fresh' : 'does not ask when the answer is stale',
    ...(mistake === undefined || calls < seen.outcomes.length ? {} : { mistake }),
    expected: `${due} ${due === 1 ? 'request' : 'requests'}`,
    actual: `${length} ${length === 1 ? 'request' : 'requests'} for ${calls} answers`,
  };
}
