import type { Judgement } from '../../teaching/lesson.ts';

interface Row {
  readonly method: string;
  readonly status: number;
  readonly may: boolean;
}

const row = (method: string, status: number, may: boolean): Row => ({ method, status, may });

/** 0 stands for no whole answer: silence, a broken connection, cut JSON. */
const ROWS: readonly Row[] = [
  ...[0, 429, 500, 503].flatMap((status) => [row('GET', status, true), row('PUT', status, true)]),
  row('DELETE', 503, true),
  ...[400, 404, 422].map((status) => row('GET', status, false)),
  row('GET', 200, false),
  ...[0, 400, 429, 503].flatMap((status) => [row('POST', status, false), row('PATCH', status, false)]),
];

/** True or false for each method and status; a rule is judged by the rows that it gets wrong. */
export function judgeMayRepeat(answer: unknown): Judgement {
  if (typeof answer !== 'function')
    return { kind: 'not yet', says: 'Hand over the function itself: mayRepeat, without ().' };
  const given = ROWS.map(({ method, status }) => Boolean(Reflect.apply(answer, undefined, [method, status])));
  if (given.every((may) => !may)) return { kind: 'not tried' };
  const wrong = ROWS.filter(({ may }, index) => may !== given[index]);
  if (wrong.length === 0)
    return {
      kind: 'passed',
      says: `${ROWS.length} of ${ROWS.length}: it harms nobody, and gives up in time.`,
    };
  return {
    kind: 'not yet',
    says: `${wrong.length} of ${ROWS.length} questions are decided wrongly. ${firstSays(wrong)}`,
    ...mistakeOf(wrong),
  };
}

function firstSays(wrong: readonly Row[]): string {
  const [first] = wrong;
  if (first === undefined) return '';
  const what = first.status === 0 ? 'without a whole answer' : `answered ${first.status}`;
  return `The first is a ${first.method} ${what}.`;
}

function mistakeOf(wrong: readonly Row[]): Pick<Extract<Judgement, { kind: 'not yet' }>, 'mistake'> {
  const has = (test: (row: Row) => boolean): boolean => wrong.some(test);
  const writes = has(({ method, may }) => !may && (method === 'POST' || method === 'PATCH'));
  const refusals = has(({ method, status, may }) => !may && method === 'GET' && status >= 400);
  if (writes && refusals) return { mistake: { id: 'retries-everything', says: 'repeating whatever failed' } };
  if (writes) return { mistake: { id: 'retries-post', says: 'repeating what may act twice' } };
  if (refusals) return { mistake: { id: 'retries-refusals', says: 'repeating a question that stays wrong' } };
  if (has(({ method, may }) => may && method !== 'GET'))
    return has(({ method }) => method === 'GET')
      ? {}
      : { mistake: { id: 'only-get', says: 'thinking that only GET can be repeated' } };
  return {};
}
