import type { World } from '../../classroom/answer.ts';
import { CITIES, cityNamed, epochHourOf, type Reading, readingOf } from '../reading.ts';
import { type Feed, feedNumber } from './feed.ts';

/** A question that cannot be answered, whatever protocol asked. */
export interface Mistake {
  readonly kind: 'no-such-city' | 'no-such-time' | 'bad-feed';
  readonly message: string;
}

/** Answers the one question of all protocols: PM2.5 of a city at an hour; no hour means the newest. */
export function answerReading(world: World, cityName: string, time: string): Reading | Mistake {
  const city = cityNamed(cityName);
  if (city === undefined) return noSuchCity(cityName);
  if (time === '' || time === 'latest') return readingOf(world, city);
  const hour = epochHourOf(time);
  if (hour === undefined)
    return {
      kind: 'no-such-time',
      message: `A time is a full hour in UTC, 2026-11-24T09:00Z; got ${shortened(time)}.`,
    };
  return readingOf(world, city, hour);
}

/** A feed as a client asks for it. */
export function feedOf(given: {
  readonly city?: unknown;
  readonly changes?: unknown;
  readonly everyMs?: unknown;
}): Feed | Mistake {
  const name = typeof given.city === 'string' && given.city !== '' ? given.city : 'roskilde';
  const city = cityNamed(name);
  if (city === undefined) return noSuchCity(name);
  const changes = feedNumber(given.changes, 'changes');
  const everyMs = feedNumber(given.everyMs, 'everyMs');
  if (changes === undefined || everyMs === undefined)
    return { kind: 'bad-feed', message: 'changes is 1 to 1000, everyMs is 10 to 60000.' };
  return { city, changes, everyMs };
}

export function isMistake(value: object): value is Mistake {
  return 'kind' in value && 'message' in value;
}

function noSuchCity(name: string): Mistake {
  const known = CITIES.map(({ id }) => id).join(', ');
  return { kind: 'no-such-city', message: `No such city: ${shortened(name)}. There are ${known}.` };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
