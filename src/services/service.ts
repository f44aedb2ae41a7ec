import { UsageError } from '../errors.ts';
import { type Reached, whetherReached } from '../http/reachable.ts';
import { nearest } from '../nearest.ts';
import { type Classroom, startClassroom } from './start-classroom.ts';

/** Where a service lives: on the classroom server, and in the world when it is a twin. */
interface Home {
  readonly path: string;
  readonly live?: string;
}

const HOMES = {
  jokes: { path: '/jokes', live: 'https://official-joke-api.appspot.com' },
  'joke-api': { path: '/jokes/v2', live: 'https://v2.jokeapi.dev' },
  'dad-jokes': { path: '/jokes/dad', live: 'https://icanhazdadjoke.com' },
  rates: { path: '/rates', live: 'https://api.frankfurter.dev' },
  ecb: { path: '/rates/ecb', live: 'https://data-api.ecb.europa.eu' },
  news: { path: '/news', live: 'https://hacker-news.firebaseio.com' },
  'news-search': { path: '/news', live: 'https://hn.algolia.com' },
  datasets: { path: '/datasets', live: 'https://datasets-server.huggingface.co' },
  statbank: { path: '/statbank', live: 'https://api.statbank.dk' },
  worldbank: { path: '/worldbank', live: 'https://api.worldbank.org' },
  energi: { path: '/energi', live: 'https://api.energidataservice.dk' },
  board: { path: '/board' },
  rude: { path: '/rude' },
  doors: { path: '/doors' },
  protocols: { path: '/protocols' },
} as const satisfies Readonly<Record<string, Home>>;

/** The names that `service` knows. */
export type ServiceName = keyof typeof HOMES;

export interface ServiceOptions {
  /**
   * Asks the real service; `false` never does.
   * @default AIRLAB_LIVE=1
   */
  readonly live?: boolean;
}

/** What decides where a service is asked. */
export interface ServiceSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly reached: (url: string) => Promise<Pick<Reached, 'isReached'>>;
  readonly say: (line: string) => void;
  readonly classroom: () => Promise<Classroom>;
}

const here: ServiceSurroundings = {
  env: process.env,
  reached: whetherReached,
  say: (line) => console.log(line),
  classroom: () => startClassroom(),
};

/**
 * The base address of a service, without a slash at the end: its twin on the classroom server, or the real one with
 * `AIRLAB_LIVE=1` or `{ live: true }`. When the real one cannot be reached, one line says so and the twin is used. What
 * a twin says is simulated, and its answers carry the header `x-airlab-data`.
 *
 * @throws {UsageError} `UNKNOWN_SERVICE`
 * @example
 * const jokes = await service('jokes');
 * const answer = await fetch(`${jokes}/random_joke`);
 */
export function service(name: ServiceName, options: ServiceOptions = {}): Promise<string> {
  return findService(name, options, here);
}

/** The same with its surroundings given. */
export async function findService(
  name: ServiceName,
  { live }: ServiceOptions,
  { env, reached, say, classroom }: ServiceSurroundings,
): Promise<string> {
  // A notebook may pass any text.
  const home: Home | undefined = Object.hasOwn(HOMES, name) ? HOMES[name] : undefined;
  if (home === undefined) throw unknownService(name);
  const isLive = live ?? env.AIRLAB_LIVE === '1';
  if (isLive && home.live !== undefined) {
    if ((await reached(home.live)).isReached) return home.live;
    say(
      `${new URL(home.live).hostname} cannot be reached: the classroom answers for ${name}, with simulated data.`,
    );
  }
  return `${(await classroom()).url}${home.path}`;
}

function unknownService(name: string): UsageError {
  const hint = `Did you mean ${nearest(name, Object.keys(HOMES)).join(', ')}?`;
  return new UsageError(`There is no service named ${name}.`, hint, 'UNKNOWN_SERVICE');
}
