import type { Call, Trial, World } from '../../exercise.ts';
import { type Asked, version1, version2 } from './rates.ts';

/** A row as the exercise wants it. */
export interface Rate {
  readonly date: string;
  readonly base: string;
  readonly quote: string;
  readonly rate: number;
}

/** One call of the student's function and what must come of it. */
export interface Question {
  readonly id: string;
  readonly part: 'rows' | 'table';
  readonly args: readonly unknown[];
  /** In words, without digits: it is shown for hidden data too. */
  readonly shown: string;
  readonly right: Right;
  /** What is asked of the service, where something is. */
  readonly asked?: Asked;
}

/** Rows, or an error; with the words of the service where it has some. */
export type Right =
  | { readonly kind: 'rates'; readonly rates: readonly Rate[] }
  | { readonly kind: 'refused'; readonly words: string };

export const EXPORTS = { rows: 'rowsOf', table: 'ratesTable' } as const;

/** The questions of each trial. */
export function questionsOf(world: World, trial: Trial): readonly Question[] {
  const { bodies = [], tables } = ASKED[trial.id] ?? ROBUST;
  return [
    ...bodies.map((make, index) => bodyQuestion(world, make(world), index)),
    ...tables.map((asked) => tableQuestion(world, asked)),
  ].filter(({ part }) => part in trial.points);
}

export const callsOf = (world: World, trial: Trial): readonly Call[] =>
  questionsOf(world, trial).map(({ id, part, args }) => ({ id, part, export: EXPORTS[part], args }));

interface Body {
  readonly shown: string;
  readonly body: unknown;
  /** The question whose rows it holds; undefined where it holds none. */
  readonly of?: Asked;
}

interface Trials {
  readonly bodies?: readonly ((world: World) => Body)[];
  readonly tables: readonly Asked[];
}

const ask = (base: string, quotes: string, from: string, to: string): Asked => ({
  base,
  quotes: quotes.split(','),
  from,
  to,
});
const MARCH = ask('EUR', 'CNY,DKK', '2025-03-03', '2025-03-14');
const JUNE = ask('DKK', 'SEK', '2025-06-02', '2025-06-04');
const MAY = ask('CNY', 'USD,DKK', '2025-05-05', '2025-05-16');
/** Good Friday and Easter Monday, and a weekend between them. */
const EASTER = ask('EUR', 'SEK,NOK', '2025-04-16', '2025-04-23');

const ASKED: Readonly<Record<string, Trials>> = {
  'as-is': { bodies: [newBody(MARCH), oldBody(MARCH)], tables: [MARCH, JUNE] },
  rates: {
    bodies: [newBody(MAY), oldBody(MAY)],
    tables: [MAY, ask('EUR', 'CNY', '2025-07-07', '2025-07-10')],
  },
  old: {
    tables: [
      ask('EUR', 'DKK,CNY', '2025-02-03', '2025-02-07'),
      ask('CNY', 'DKK', '2025-02-10', '2025-02-14'),
    ],
  },
  new: { tables: [ask('USD', 'CNY,EUR', '2025-09-01', '2025-09-05')] },
  days: {
    bodies: [oldBody(EASTER, 100), unsorted(EASTER)],
    tables: [
      EASTER,
      ask('EUR', 'DKK', '2025-03-02', '2025-03-05'),
      ask('EUR', 'DKK', '2025-03-08', '2025-03-09'),
    ],
  },
  refusals: {
    bodies: [
      () => ({ shown: 'an error', body: { status: 422, message: 'invalid currency: XXX' } }),
      () => ({ shown: 'a sentence', body: 'Sorry, come back later.' }),
    ],
    tables: [
      ask('EUR', 'DKK,XXX', '2025-03-03', '2025-03-05'),
      ask('QQQ', 'DKK', '2025-03-03', '2025-03-05'),
    ],
  },
};
const ROBUST: Trials = { tables: [ask('EUR', 'CNY,DKK', '2025-10-06', '2025-10-10')] };

function newBody(asked: Asked) {
  return (world: World): Body => ({
    shown: 'a body of version two',
    body: version2(world, newQuery(asked)).body,
    of: asked,
  });
}

/** Version 1 for that amount of the base. */
function oldBody(asked: Asked, amount = 1) {
  const query = { base: asked.base, symbols: asked.quotes.join(','), amount: String(amount) };
  return (world: World): Body => ({
    shown: amount === 1 ? 'a body of version one' : 'a body of version one with another amount',
    body: version1(world, `${asked.from}..${asked.to}`, query).body,
    of: asked,
  });
}

function unsorted(asked: Asked) {
  return (world: World): Body => {
    const { body } = version2(world, newQuery(asked));
    const rows: readonly unknown[] = Array.isArray(body) ? body : [];
    return { shown: 'rows in another order', body: [...rows].reverse(), of: asked };
  };
}

function bodyQuestion(world: World, { shown, body, of }: Body, index: number): Question {
  const right: Right =
    of === undefined ? { kind: 'refused', words: '' } : { kind: 'rates', rates: ratesOf(world, of) };
  return { id: `rows:${index}`, part: 'rows', args: [body], shown, right };
}

function tableQuestion(world: World, asked: Asked): Question {
  const { base, quotes, from, to } = asked;
  const reply = version2(world, newQuery(asked));
  const right: Right =
    reply.status === 200
      ? { kind: 'rates', rates: ratesOf(world, asked) }
      : { kind: 'refused', words: messageIn(reply.body) };
  const shown = `${quotes.join(', ')} for one ${base}`;
  return {
    id: `table:${base}:${quotes}:${from}`,
    part: 'table',
    args: [base, quotes, from, to],
    shown,
    right,
    asked,
  };
}

/** What is right: the days that were asked for, by date, then by quote. */
export function ratesOf(world: World, asked: Asked): readonly Rate[] {
  return rowsIn(version2(world, newQuery(asked)).body).filter(
    ({ date }) => date >= asked.from && date <= asked.to,
  );
}

export function newQuery({ base, quotes, from, to }: Asked) {
  return { base, quotes: quotes.join(','), from, to };
}

function rowsIn(body: unknown): readonly Rate[] {
  return Array.isArray(body) ? body : [];
}

function messageIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : '';
}
