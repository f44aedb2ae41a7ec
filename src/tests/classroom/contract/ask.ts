import { type ApiRequest, type ApiResponse, answer, type World } from '../../../classroom/answer.ts';
import { simulated } from '../../../classroom/simulated/index.ts';
import type { Source } from '../../../classroom/source.ts';

/** Thursday noon in Roskilde: 12:20 summer time. */
export const NOW = Date.UTC(2026, 9, 8, 10, 20);
export const WORLD: World = { source: simulated({ seed: 7 }), nowMs: NOW };

export const ROSKILDE = 'latitude=55.64152&longitude=12.08035';
export const BEIJING = 'latitude=39.9075&longitude=116.39723';
export const BOTH = 'latitude=55.64152,39.9075&longitude=12.08035,116.39723';

/** Asks for an address on a local host. */
export function ask(url: string, world: World = WORLD, more: Partial<ApiRequest> = {}): ApiResponse {
  return answer({ method: 'GET', host: '127.0.0.1:8787', url, headers: {}, ...more }, world);
}

export function textOf({ body }: ApiResponse): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

/** The answer as data; tests then look at what they know to be there. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads any path of a JSON answer
export function jsonOf(url: string, world: World = WORLD, more: Partial<ApiRequest> = {}): any {
  const response = ask(url, world, more);
  if (response.status !== 200) throw new Error(`${response.status} ${textOf(response)}`);
  return JSON.parse(textOf(response));
}

/** Status and reason of a refused request. */
export function refusalOf(url: string, world: World = WORLD, more: Partial<ApiRequest> = {}): string {
  const response = ask(url, world, more);
  const body: unknown = JSON.parse(textOf(response));
  const reason = typeof body === 'object' && body !== null && 'reason' in body ? body.reason : undefined;
  return `${response.status} ${reason}`;
}

/** A source with the given series (of them those that `has` lets through); every place has them, and nothing else. */
export function fixed(
  series: Readonly<Record<string, readonly (number | null)[]>>,
  firstHour: number,
  has: (variable: string) => boolean = () => true,
): Source {
  return {
    kind: 'sealed',
    label: 'test series',
    holds: (_, variable) => variable in series && has(variable),
    read: (_, variable, from, count) =>
      Array.from({ length: count }, (_, index) => series[variable]?.[from - firstHour + index] ?? null),
  };
}
