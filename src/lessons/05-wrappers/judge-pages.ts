import type { Judgement } from '../../teaching/lesson.ts';

const PAGE = 100;
/** A generator that goes on is stopped here. */
const MOST_PAGES = 20;

/** What came of one list, read through the student's generator. */
interface Read {
  readonly rows: readonly unknown[];
  readonly offsets: readonly number[];
}

/** A list of some pages, a list that ends on a full page, an empty one, and the first rows of a long one. */
export async function judgePages(answer: unknown): Promise<Judgement> {
  if (typeof answer !== 'function')
    return { kind: 'not yet', says: 'Hand over the function itself: allRows, without ().' };
  const made: unknown = Reflect.apply(answer, undefined, [pagesOf(0, [])]);
  if (made === undefined) return { kind: 'not tried' };
  if (!isAsyncIterable(made))
    return {
      kind: 'not yet',
      says: 'What comes back cannot be read with `for await`.',
      mistake: { id: 'list-not-generator', says: 'a function without the star: async function* …' },
    };
  const [some, full, none] = [
    await readAll(answer, 250),
    await readAll(answer, 200),
    await readAll(answer, 0),
  ];
  if (some.rows.length === PAGE && some.offsets.length === 1) return { kind: 'not tried' };
  return listProblem(some) ?? fullProblem(full) ?? (none.rows.length > 0 ? EMPTY : await lazyProblem(answer));
}

const EMPTY: Judgement = { kind: 'not yet', says: 'An empty list gives rows.' };

function listProblem({ rows, offsets }: Read): Judgement | undefined {
  if (offsets.length >= MOST_PAGES)
    return {
      kind: 'not yet',
      says: 'It never stops asking.',
      mistake: { id: 'endless-pages', says: 'a loop whose end depends on something that does not change' },
    };
  const isRight = rows.length === 250 && rows.every((value, index) => value === index);
  if (isRight) return undefined;
  const isByOne = offsets[1] === 1;
  return {
    kind: 'not yet',
    says: `${rows.length} rows come of a list of 250, in ${offsets.length} requests.`,
    ...(isByOne
      ? { mistake: { id: 'offset-is-page', says: 'taking offset for the number of the page' } }
      : {}),
    ...(rows.length === 3
      ? { mistake: { id: 'yields-pages', says: 'giving pages instead of their rows' } }
      : {}),
  };
}

function fullProblem({ offsets }: Read): Judgement | undefined {
  if (offsets.length === 2) return undefined;
  return {
    kind: 'not yet',
    says: `A list of 200 rows took ${offsets.length} requests: one asks for a page that is not there.`,
    mistake: { id: 'page-too-many', says: 'going on until a page is empty, though the total is known' },
  };
}

async function lazyProblem(generator: Generator): Promise<Judgement> {
  const { offsets } = await readAll(generator, 450, 3);
  if (offsets.length <= 1) return { kind: 'passed', says: 'And who takes three rows pays for one page.' };
  return {
    kind: 'not yet',
    says: `Three rows were taken, and ${offsets.length} pages were asked for.`,
    mistake: { id: 'eager-pages', says: 'asking for all pages before the first row is given' },
  };
}

type Generator = Parameters<typeof Reflect.apply>[0];

async function readAll(generator: Generator, total: number, most = Number.POSITIVE_INFINITY): Promise<Read> {
  const offsets: number[] = [];
  const rows: unknown[] = [];
  const made: unknown = Reflect.apply(generator, undefined, [pagesOf(total, offsets)]);
  if (!isAsyncIterable(made)) return { rows, offsets };
  try {
    for await (const row of made) {
      rows.push(row);
      if (rows.length >= most) break;
    }
  } catch (error) {
    if (offsets.length < MOST_PAGES) throw error;
  }
  return { rows, offsets };
}

/** The service of one list; it notes what is asked for. */
function pagesOf(total: number, offsets: number[]) {
  return async (offset: number) => {
    offsets.push(offset);
    if (offsets.length >= MOST_PAGES) throw new Error('too many pages');
    const count = Math.max(0, Math.min(PAGE, total - offset));
    return { rows: Array.from({ length: count }, (_, index) => offset + index), num_rows_total: total };
  };
}

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
