import type { Answer } from '../../src/classroom/answer.ts';
import type { City, World } from '../exercise.ts';
import type { Values } from './compare.ts';
import { isRecord, numberOf } from './readings.ts';
import { hourName, type Series } from './truth.ts';

/** What a judgement depends on. */
export interface Setting {
  readonly world: World;
  /** The unchanged world, so that an answer frozen on it can be named. */
  readonly base: World;
  /** The classroom API: some mistakes are questions to it, such as asking for an index instead of PM2.5. */
  readonly ask: Answer;
}

/** A known wrong computation. `says` completes "consistent with …". */
export interface Mistake {
  readonly id: string;
  readonly says: string;
}

/** What a CSV reader or `toFixed` leaves. */
export const TEXT_NUMBERS: Mistake = { id: 'text-numbers', says: 'giving numbers as text' };

/** What the classroom API answers for `count` hours from `from` on, or undefined when it refuses. */
export function asked(
  { world, ask }: Setting,
  city: City,
  { variable, from, count }: Window,
): Series | undefined {
  const query = new URLSearchParams({
    latitude: String(city.latitude),
    longitude: String(city.longitude),
    hourly: variable,
    start_hour: hourName(from).slice(0, -1),
    end_hour: hourName(from + count - 1).slice(0, -1),
  });
  const { status, body } = ask(
    {
      method: 'GET',
      host: 'air-quality-api.open-meteo.com',
      url: `/v1/air-quality?${query}`,
      headers: {},
    },
    world,
  );
  const values = status === 200 ? column(body, variable) : undefined;
  return values && values.length === count ? { from, values } : undefined;
}

interface Window {
  readonly variable: string;
  readonly from: number;
  readonly count: number;
}

function column(body: string | Uint8Array, variable: string): Values | undefined {
  const answer: unknown = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
  const hourly = isRecord(answer) ? answer.hourly : undefined;
  const values: unknown = isRecord(hourly) ? hourly[variable] : undefined;
  return Array.isArray(values) ? values.map(numberOf) : undefined;
}
