import type { Judgement } from '../../teaching/lesson.ts';

type NotYet = Extract<Judgement, { kind: 'not yet' }>;
type Ended = { readonly value: unknown } | { readonly error: string; readonly isAccident: boolean };

const NO_FUNCTION: Judgement = { kind: 'not yet', says: 'Hand over the function itself, without ().' };

/** What the rates service has said at one time or another instead of a rate. */
const NO_RATES: Readonly<Record<string, unknown>> = {
  'the object of version 1': { amount: 1, base: 'EUR', date: '2026-01-15', rates: { DKK: 7.4573 } },
  'an error': { status: 422, message: 'invalid currency: DKX' },
  'an empty list': [],
  'a row without a rate': [{ date: '2026-01-15', base: 'EUR', quote: 'DKK' }],
  'a rate that is text': [{ date: '2026-01-15', base: 'EUR', quote: 'DKK', rate: '7.4573' }],
};
const RATES: readonly number[] = [7.4573, 8.1413, 0.8552];

/** `rateIn(body)` gives the rate of the first row, and throws for anything else. */
export function judgeRateIn(answer: unknown): Judgement {
  if (typeof answer !== 'function') return NO_FUNCTION;
  for (const rate of RATES) {
    const ended = endOf(answer, [{ date: '2026-01-15', base: 'EUR', quote: 'DKK', rate }]);
    if ('error' in ended)
      return {
        kind: 'not yet',
        says: `It refuses a good list with the rate ${rate}.`,
        mistake: { id: 'refuses-good', says: 'a condition the wrong way round' },
      };
    if (ended.value !== rate) return { kind: 'not yet', says: 'It does not give the rate of the first row.' };
  }
  const ends = Object.entries(NO_RATES).map(([name, body]) => ({ name, ended: endOf(answer, body) }));
  const passed = ends.filter(({ ended }) => !('error' in ended)).map(({ name }) => name);
  if (passed.length === ends.length)
    return { kind: 'not tried', says: 'Replace `false` by a question to the body.' };
  if (passed.length > 0)
    return { kind: 'not yet', says: `It lets ${passed.join(' and ')} through.`, ...rateMistake(passed) };
  const stumble = ends.find(({ ended }) => 'error' in ended && ended.isAccident);
  if (stumble)
    return {
      kind: 'not yet',
      says: `At ${stumble.name} it stumbles (TypeError) before your sentence is said.`,
      mistake: { id: 'unread-shape', says: 'reading a field before looking whether it can be there' },
    };
  return { kind: 'passed', says: 'Five other answers, five errors that say what came.' };
}

function rateMistake(passed: readonly string[]): Pick<NotYet, 'mistake'> {
  if (passed.includes('the object of version 1'))
    return { mistake: { id: 'shape-not-looked-at', says: 'looking at the fields and not at the shape' } };
  if (passed.some((name) => /without|text/.test(name)))
    return {
      mistake: { id: 'content-not-looked-at', says: 'looking at the shape and not at what is in it' },
    };
  return {};
}

/** One news service that is played: its list of ids and its items. */
interface Front {
  readonly ids: unknown;
  readonly items: Readonly<Record<string, unknown>>;
  /** The right title; undefined where there is none, so an error is right. */
  readonly title?: string;
}

const STORY = { type: 'story', by: 'li', score: 41 };
const FRONTS: Readonly<Record<string, Front>> = {
  'a usual front page': {
    ids: [31, 12],
    items: {
      31: { ...STORY, id: 31, title: 'Smog over the harbour' },
      12: { ...STORY, id: 12, title: 'Later' },
    },
    title: 'Smog over the harbour',
  },
  'an item that is null': {
    ids: [77, 78],
    items: { 77: null, 78: { ...STORY, id: 78, title: 'Buses are electric now' } },
    title: 'Buses are electric now',
  },
  'an item without a title': {
    ids: [5, 6, 7],
    items: {
      5: { id: 5, type: 'comment', text: 'I agree.' },
      6: { id: 6, type: 'comment', deleted: true },
      7: { ...STORY, id: 7, title: 'Rain helps' },
    },
    title: 'Rain helps',
  },
  'an empty list': { ids: [], items: {} },
  'an error instead of a list': { ids: { error: 'Permission denied' }, items: {} },
};

/** `topTitle(get)` gives the title of the first story that has one; where there is none it says so in an error. */
export async function judgeTopTitle(answer: unknown): Promise<Judgement> {
  if (typeof answer !== 'function') return NO_FUNCTION;
  for (const [name, front] of Object.entries(FRONTS)) {
    const asked: string[] = [];
    const ended = await endOfPromise(answer, playing(front, asked));
    if (asked.length === 0) return { kind: 'not tried', says: 'The function asks nothing yet.' };
    const wrong = front.title === undefined ? errorProblem(name, ended) : titleProblem(name, front, ended);
    if (wrong) return wrong;
  }
  return {
    kind: 'passed',
    says: 'It finds a title behind nulls and comments, and says so where there is none.',
  };
}

function playing({ ids, items }: Front, asked: string[]) {
  return async (path: unknown): Promise<unknown> => {
    asked.push(String(path));
    const id = /item\/(\d+)\.json$/.exec(String(path))?.[1];
    return id === undefined ? structuredClone(ids) : structuredClone(items[id] ?? null);
  };
}

function titleProblem(name: string, { title }: Front, ended: Ended): NotYet | undefined {
  if ('error' in ended)
    return {
      kind: 'not yet',
      says: `With ${name} it throws: ${ended.error}`,
      ...(ended.isAccident
        ? { mistake: { id: 'every-id-has-an-item', says: 'expecting an item with a title behind every id' } }
        : {}),
    };
  if (ended.value === title) return undefined;
  const isPromise = typeof ended.value === 'object' && ended.value !== null;
  return {
    kind: 'not yet',
    says: `With ${name} it gives ${ended.value === undefined ? 'undefined' : 'something else than the first title'}.`,
    ...(ended.value === undefined
      ? { mistake: { id: 'title-not-looked-at', says: 'using a field without looking whether it is there' } }
      : isPromise
        ? { mistake: { id: 'item-not-title', says: 'giving the whole item instead of its title' } }
        : {}),
  };
}

function errorProblem(name: string, ended: Ended): NotYet | undefined {
  if (!('error' in ended))
    return {
      kind: 'not yet',
      says: `With ${name} it gives ${JSON.stringify(ended.value) ?? 'undefined'} and no error.`,
      mistake: { id: 'silent-nothing', says: 'answering nothing where an error would say what is missing' },
    };
  if (ended.isAccident)
    return {
      kind: 'not yet',
      says: `With ${name} it stumbles by accident: ${ended.error}`,
      mistake: { id: 'unread-shape', says: 'reading a field before looking whether it can be there' },
    };
  return undefined;
}

function endOf(called: unknown, body: unknown): Ended {
  try {
    if (typeof called !== 'function') throw new Error('no function');
    return { value: Reflect.apply(called, undefined, [structuredClone(body)]) };
  } catch (error) {
    return failure(error);
  }
}

async function endOfPromise(called: unknown, get: unknown): Promise<Ended> {
  try {
    if (typeof called !== 'function') throw new Error('no function');
    return { value: await Reflect.apply(called, undefined, [get]) };
  } catch (error) {
    return failure(error);
  }
}

/** By name, because errors of a notebook are of another realm. */
function failure(error: unknown): Ended {
  const [name, message] =
    typeof error === 'object' && error !== null && 'name' in error && 'message' in error
      ? [String(error.name), String(error.message)]
      : ['', String(error)];
  return { error: message, isAccident: name === 'TypeError' };
}
