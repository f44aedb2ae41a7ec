import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Surroundings } from '../surroundings.ts';
import { createWindows } from '../window.ts';
import { createDeck } from './deck.ts';
import { SINGLE_JOKES, TWO_PART_JOKES } from './jokes.ts';
import { seedOf } from './official.ts';

interface Ask {
  readonly Params: { readonly categories: string };
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

/** The tagged union of JokeAPI: `type` says which of the two it is. */
export type ApiJoke = {
  readonly category: string;
  readonly flags: typeof NO_FLAGS;
  readonly id: number;
  readonly safe: true;
  readonly lang: 'en';
} & (
  | { readonly type: 'single'; readonly joke: string }
  | { readonly type: 'twopart'; readonly setup: string; readonly delivery: string }
);

const CATEGORIES = ['Any', 'Misc', 'Programming', 'Dark', 'Pun', 'Spooky', 'Christmas'] as const;
const NO_FLAGS = {
  nsfw: false,
  religious: false,
  political: false,
  racist: false,
  sexist: false,
  explicit: false,
};
const LIMIT = { requests: 120, windowMs: 60_000 } as const;
const MOST_AT_ONCE = 10;
const CATEGORY_OF = {
  programming: 'Programming',
  general: 'Misc',
  'knock-knock': 'Pun',
  dad: 'Pun',
} as const;

const JOKES: readonly ApiJoke[] = [
  ...TWO_PART_JOKES.map(({ id, type, setup, punchline }) => ({
    category: CATEGORY_OF[type],
    type: 'twopart' as const,
    setup,
    delivery: punchline,
    ...common(id),
  })),
  ...SINGLE_JOKES.map(({ id, type, joke }) => ({
    category: CATEGORY_OF[type],
    type: 'single' as const,
    joke,
    ...common(id),
  })),
];

/** The twin of JokeAPI v2: a tagged union, RateLimit headers, errors with a code. */
export async function jokeApi(app: FastifyInstance, { clockMs, world }: Surroundings): Promise<void> {
  const windows = createWindows();
  const decks = new Map<string, ReturnType<typeof createDeck<ApiJoke>>>();
  const deckOf = (jokes: readonly ApiJoke[]) => {
    const name = jokes.map(({ id }) => id).join();
    const deck = decks.get(name) ?? createDeck(jokes);
    if (decks.size > 200) decks.clear();
    decks.set(name, deck);
    return deck;
  };
  app.addHook('onRequest', async (request, reply) => {
    const { allowed, remaining, resetS } = windows.spend(request.ip, LIMIT, clockMs());
    reply.headers({
      'access-control-allow-origin': '*',
      'ratelimit-limit': LIMIT.requests,
      'ratelimit-remaining': remaining,
      'ratelimit-reset': resetS,
      'retry-after': resetS,
    });
    if (allowed) return;
    const message = 'Too many requests';
    return refuse(reply, {
      status: 429,
      code: 101,
      message,
      why: `You have sent more than ${LIMIT.requests} requests in a minute`,
    });
  });
  app.get<Ask>('/joke/:categories', { schema: SCHEMA }, (request, reply) => {
    const asked = filterOf(request);
    if ('why' in asked) return refuse(reply, { ...NO_MATCH, why: asked.why });
    if (asked.jokes.length === 0)
      return refuse(reply, { ...NO_MATCH, why: 'No jokes were found that match your provided filter(s).' });
    const drawn = deckOf(asked.jokes).draw(asked.amount, seedOf(request.query.seed));
    if (request.query.format === 'txt')
      return reply.type('text/plain; charset=utf-8').send(drawn.map(textOf).join('\n\n---\n\n'));
    return asked.amount === 1
      ? { error: false, ...drawn[0] }
      : { error: false, amount: drawn.length, jokes: drawn };
  });
  const refuse = (reply: FastifyReply, { status, code, message, why }: Refusal): FastifyReply =>
    reply.code(status).send({
      error: true,
      internalError: false,
      code,
      message,
      causedBy: [why],
      additionalInfo: `Error while finalizing joke filtering: ${why}`,
      timestamp: world().nowMs,
    });
}

interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly why: string;
}

const NO_MATCH = { status: 400, code: 106, message: 'No matching joke found' };
const SCHEMA = {
  tags: ['jokes'],
  summary: 'JokeAPI v2: type says whether it has joke, or setup and delivery',
  querystring: {
    type: 'object',
    properties: {
      type: { type: 'string', enum: ['single', 'twopart'] },
      'safe-mode': { type: 'string' },
      contains: { type: 'string' },
      amount: { type: 'string' },
      format: { type: 'string', enum: ['json', 'txt'] },
    },
  },
};

/** The jokes that are asked for, or why the question cannot be answered. */
function filterOf({
  params,
  query,
}: FastifyRequest<Ask>): { jokes: readonly ApiJoke[]; amount: number } | { why: string } {
  const wanted = params.categories
    .split(/[,+\s-]+/)
    .map((name) => CATEGORIES.find((one) => one.toLowerCase() === name.toLowerCase()));
  if (wanted.includes(undefined))
    return {
      why: `The specified category is invalid - Got: "${params.categories}" - Possible categories are: "${CATEGORIES.join(', ')}" (case insensitive)`,
    };
  const [from = 0, to = from] = (query.idRange ?? '0-999').split('-').map(Number);
  const word = (query.contains ?? '').toLowerCase();
  return {
    amount: Math.min(MOST_AT_ONCE, Math.max(1, Number.parseInt(query.amount ?? '1', 10) || 1)),
    jokes: JOKES.filter(
      (joke) =>
        (wanted.includes('Any') || wanted.some((name) => name === joke.category)) &&
        (query.type === undefined || joke.type === query.type) &&
        joke.id >= from &&
        joke.id <= to &&
        textOf(joke).toLowerCase().includes(word),
    ),
  };
}

function textOf(joke: ApiJoke): string {
  return joke.type === 'single' ? joke.joke : `${joke.setup}\n\n${joke.delivery}`;
}

function common(id: number) {
  return { flags: NO_FLAGS, id, safe: true as const, lang: 'en' as const };
}
