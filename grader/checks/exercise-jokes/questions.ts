import type { Call, Trial, World } from '../../exercise.ts';
import { isRecord } from '../../judge/readings.ts';
import { apiReply, officialReply, packOf } from './jokes.ts';

/** A joke as the exercise wants it. */
export interface Joke {
  readonly id: number;
  readonly lines: readonly string[];
}

/** One call of the student's function, with what the service says to it and what must come of that. */
export interface Question {
  readonly id: string;
  readonly part: 'official' | 'api';
  readonly args: readonly (string | number)[];
  /** In words for a message: `'dad/random'`. */
  readonly shown: string;
  readonly status: number;
  readonly body: unknown;
  readonly right: Right;
}

/** Jokes, or the words of the service that an error must carry. */
export type Right =
  | { readonly kind: 'jokes'; readonly jokes: readonly Joke[] }
  | { readonly kind: 'refused'; readonly words: string };

/** The questions of each trial; robust trials ask once, so that the trouble meets each function. */
export function questionsOf(world: World, trial: Trial): readonly Question[] {
  const { official, api } = ASKED[trial.id] ?? ROBUST;
  const someId = String(packOf(world).twoParts[5]?.id ?? 1);
  return [
    ...official.map((path) => officialQuestion(world, path.replace('ID', someId))),
    ...api.map(([category, amount]) => apiQuestion(world, category, amount)),
  ].filter(({ part }) => part in trial.points);
}

/** The questions as calls. */
export const callsOf = (world: World, trial: Trial): readonly Call[] =>
  questionsOf(world, trial).map(({ id, part, args }) => ({ id, part, export: EXPORTS[part], args }));

export const EXPORTS = { official: 'officialJokes', api: 'apiJokes' } as const;

interface Asked {
  readonly official: readonly string[];
  readonly api: readonly (readonly [category: string, amount: number])[];
}

const ASKED: Readonly<Record<string, Asked>> = {
  'as-is': {
    official: ['dad/ten', 'random', 'general/random', 'limerick/ten', 'random/many'],
    api: [
      ['Programming', 8],
      ['Misc', 1],
      ['Pun', 1],
      ['Dark', 3],
    ],
  },
  jokes: { official: ['programming/ten', 'random'], api: [['Any', 9]] },
  shapes: {
    official: ['random/1', 'knock-knock/random', 'ID', 'poem/random', 'general/ten'],
    api: [
      ['Any', 1],
      ['Programming', 1],
      ['Misc', 1],
      ['Pun', 1],
      ['Misc', 10],
    ],
  },
  refusals: {
    official: ['random/999', 'random/several', '99999'],
    api: [
      ['Spooky', 2],
      ['Cooking', 1],
    ],
  },
};
const ROBUST: Asked = { official: ['dad/ten'], api: [['Programming', 5]] };

function officialQuestion(world: World, path: string): Question {
  const { status, body } = officialReply(world, path);
  return {
    ...{ id: `official:${path}`, part: 'official', args: [path], shown: `'${path}'`, status, body },
    right: officialRight(body),
  };
}

function officialRight(body: unknown): Right {
  if (typeof body === 'string') return { kind: 'refused', words: body };
  const all: readonly unknown[] = [body].flat();
  const jokes = all.map((one) => joke(one, ['setup', 'punchline']));
  return jokes.some((one) => one === undefined)
    ? { kind: 'refused', words: textIn(body, 'message') }
    : { kind: 'jokes', jokes: jokes.filter((one) => one !== undefined) };
}

function apiQuestion(world: World, category: string, amount: number): Question {
  const { status, body } = apiReply(world, category, { amount: String(amount) });
  return {
    ...{ id: `api:${category}:${amount}`, part: 'api', args: [category, amount], status, body },
    shown: `('${category}', ${amount})`,
    right: status === 200 ? { kind: 'jokes', jokes: jokesIn(body).flatMap(apiJoke) } : refusal(body),
  };
}

/** The jokes in an answer of the second service, as they came. */
export function jokesIn(body: unknown): readonly unknown[] {
  return isRecord(body) && Array.isArray(body.jokes) ? body.jokes : [body];
}

function apiJoke(told: unknown): readonly Joke[] {
  const fields = isRecord(told) && told.type === 'single' ? ['joke'] : ['setup', 'delivery'];
  return [joke(told, fields) ?? []].flat();
}

function refusal(body: unknown): Right {
  const causes: unknown = isRecord(body) ? body.causedBy : undefined;
  return { kind: 'refused', words: Array.isArray(causes) ? causes.join(' ') : '' };
}

function joke(told: unknown, fields: readonly string[]): Joke | undefined {
  if (!isRecord(told) || typeof told.id !== 'number') return undefined;
  const lines = fields.map((field) => told[field]);
  return lines.every((line) => typeof line === 'string') ? { id: told.id, lines } : undefined;
}

const textIn = (body: unknown, field: string): string =>
  isRecord(body) && typeof body[field] === 'string' ? body[field] : '';
