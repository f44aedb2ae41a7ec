import {
  apiBody,
  apiJokesOf,
  createJokeApi,
  refusalBody,
} from '../../../src/services/jokes/joke-api-answers.ts';
import {
  SINGLE_JOKES,
  type SingleJoke,
  TWO_PART_JOKES,
  type TwoPartJoke,
} from '../../../src/services/jokes/jokes.ts';
import { createOfficialJokes } from '../../../src/services/jokes/official-answers.ts';
import type { Upstream, World } from '../../exercise.ts';
import { hosts, type ServiceReply } from '../../upstream/hosts.ts';

/** All jokes of one world. */
export interface Pack {
  readonly twoParts: readonly TwoPartJoke[];
  readonly singles: readonly SingleJoke[];
}

/** While grading nothing is left to chance: the same question has the same answer, however often it is asked. */
const NO_CHANCE = 0;

/**
 * The jokes of a world. With another salt there are fewer of them, in another order, under other ids, and each question
 * has the answer of another one, so that nothing that was copied is right.
 */
export function packOf({ salt = 0 }: World): Pack {
  if (salt === 0) return { twoParts: TWO_PART_JOKES, singles: SINGLE_JOKES };
  const firstId = 100 + (salt % 800);
  const twoParts = turned(TWO_PART_JOKES, salt).slice(salt % 4);
  const punchlines = turned(twoParts, 1 + (salt % 5)).map(({ punchline }) => punchline);
  const singles = turned(SINGLE_JOKES, salt).slice(salt % 3);
  return {
    twoParts: twoParts.map((joke, index) => ({
      ...joke,
      punchline: punchlines[index] ?? joke.punchline,
      id: firstId + index,
    })),
    singles: singles.map((joke, index) => ({ ...joke, id: firstId + twoParts.length + index })),
  };
}

/** What the first service says at a path below `/jokes/`. */
export function officialReply(world: World, path: string): ServiceReply {
  return createOfficialJokes(packOf(world).twoParts).answer(`/jokes/${path}`, NO_CHANCE);
}

/** What the second service says to a category and the rest of the question. */
export function apiReply(
  world: World,
  categories: string,
  query: Readonly<Record<string, string>>,
): ServiceReply {
  const { twoParts, singles } = packOf(world);
  const told = createJokeApi(apiJokesOf(twoParts, singles)).answer({ categories, query, seed: NO_CHANCE });
  return 'why' in told
    ? { status: told.status, body: refusalBody(told, world.nowMs) }
    : { status: 200, body: apiBody(told) };
}

/** Both services, under their real names. */
export function jokesUpstream(world: World): Upstream {
  const official = createOfficialJokes(packOf(world).twoParts);
  return hosts([
    {
      host: 'official-joke-api.appspot.com',
      local: '/jokes',
      answer: ({ path }) => official.answer(path, NO_CHANCE),
    },
    {
      host: 'v2.jokeapi.dev',
      local: '/jokes/v2',
      answer: ({ path, query }) => {
        const categories = /^\/joke\/([^/]+)$/.exec(path)?.[1];
        if (categories !== undefined) return apiReply(world, decodeURIComponent(categories), query);
        return {
          status: 404,
          body: { error: true, message: 'Not found', causedBy: [`There is no ${path}.`] },
        };
      },
    },
  ]);
}

function turned<Item>(list: readonly Item[], by: number): readonly Item[] {
  const from = by % list.length;
  return [...list.slice(from), ...list.slice(0, from)];
}
