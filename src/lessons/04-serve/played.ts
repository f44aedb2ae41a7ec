import { setImmediate as turn } from 'node:timers/promises';

/** What a student's server is given to ask: cities with their PM2.5, and what it did with them. */
export interface PlayedAir {
  /** Null for a city that is not there; throws for the city `broken`. */
  readonly ask: (city: unknown) => Promise<number | null>;
  readonly asked: readonly string[];
  /** How many questions were on their way at the same time, at most. */
  readonly mostAtOnce: () => number;
}

/** The city whose service is down. */
export const BROKEN = 'broken';

/** An upstream that takes a few turns of the event loop: nothing is waited for by the clock. */
export function playAir(cities: Readonly<Record<string, number>>): PlayedAir {
  const asked: string[] = [];
  const state = { open: 0, most: 0 };
  return {
    asked,
    mostAtOnce: () => state.most,
    ask: async (city) => {
      asked.push(String(city));
      state.open += 1;
      state.most = Math.max(state.most, state.open);
      await turn();
      await turn();
      state.open -= 1;
      if (city === BROKEN) throw new Error('the air service is down');
      return typeof city === 'string' && Object.hasOwn(cities, city) ? (cities[city] ?? null) : null;
    },
  };
}

/** One answer of a student's server. */
export interface Reply {
  readonly status: number;
  /** The JSON object that came; empty when none came. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Asks a student's server without a port. */
export type Client = (path: string) => Promise<Reply>;

const LIMIT_MS = 3_000;

/**
 * A client of a fastify application, whoever made it; undefined when the value is none.
 *
 * @example const client = clientOf(app);
 */
export function clientOf(app: unknown): Client | undefined {
  const inject = methodOf(app, 'inject');
  if (inject === undefined) return undefined;
  return async (path) => {
    const limit = AbortSignal.timeout(LIMIT_MS);
    const late = new Promise<never>((_, reject) => {
      limit.addEventListener('abort', () => reject(new Error(`GET ${path} got no answer for 3 s.`)));
    });
    return replyOf(await Promise.race([inject({ method: 'GET', url: path }), late]));
  };
}

/** Ends a student's server; one that cannot be ended is left alone. */
export async function closeApp(app: unknown): Promise<void> {
  await methodOf(app, 'close')?.();
}

function methodOf(value: unknown, name: string): ((...args: unknown[]) => unknown) | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const method: unknown = Reflect.get(value, name);
  return typeof method === 'function' ? (...args) => Reflect.apply(method, value, args) : undefined;
}

function replyOf(answer: unknown): Reply {
  if (typeof answer !== 'object' || answer === null) return { status: 0, body: {} };
  const status: unknown = Reflect.get(answer, 'statusCode');
  return {
    status: typeof status === 'number' ? status : 0,
    body: fieldsOf(parsed(Reflect.get(answer, 'body'))),
  };
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
