import type { Check, Judgement } from '../../teaching/lesson.ts';

const SECONDS = 86_400;
const MEGA = 1_000_000;
const CLOSE = 0.02;

interface Price {
  readonly roundTrips: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** One REST question a second, for a day. The answer is `{ rest, megabytes }` with the server's counters. */
export const dayInMegabytes: Check = {
  id: '3.3',
  title: 'One question a second, for a day',
  hints: [
    'Which two numbers in the row of rest are paid for, and how many seconds has a day?',
    'Bytes of one question: (bytesIn + bytesOut) / roundTrips. A day has 24 * 60 * 60 seconds, a megabyte 1,000,000 bytes.',
    'const megabytes = ((rest.bytesIn + /* the other */) / rest.roundTrips) * /* seconds */ / 1_000_000;',
  ],
  solution: `const megabytes = ((rest.bytesIn + rest.bytesOut) / rest.roundTrips) * 86_400 / 1_000_000;
// Both directions, because the bill counts both. Rejected: 75 bytes * 86_400, the bodies alone,
// which is a seventh of what was sent.`,
  judge: (answer) => {
    const { rest, megabytes } = isAnswer(answer) ? answer : { rest: undefined, megabytes: undefined };
    if (megabytes === undefined) return { kind: 'not tried' };
    if (rest === undefined || rest.roundTrips === 0)
      return {
        kind: 'not yet',
        says: 'The server has counted no REST question: run the cells from the top.',
      };
    return typeof megabytes === 'number'
      ? judged(megabytes, rest)
      : { kind: 'not yet', says: 'megabytes is no number.' };
  },
};

function judged(given: number, { roundTrips, bytesIn, bytesOut }: Price): Judgement {
  const perDay = (bytes: number): number => (bytes / roundTrips) * (SECONDS / MEGA);
  const due = perDay(bytesIn + bytesOut);
  if (isClose(given, due))
    return { kind: 'passed', says: `About ${Math.round(due)} MB a day for one number.` };
  const mistake = [
    { value: perDay(bytesOut), id: 'one-way', says: 'counting only what the service sent' },
    { value: perDay(bytesIn), id: 'one-way', says: 'counting only what you sent' },
    {
      value: perDay(75 * roundTrips),
      id: 'body-is-all',
      says: 'counting only the bodies, without the heads',
    },
    { value: due / 24, id: 'one-hour', says: 'an hour of 3600 seconds in the place of a day' },
    { value: due * roundTrips, id: 'all-questions', says: 'all questions so far in the place of one' },
    { value: due * MEGA, id: 'bytes', says: 'bytes in the place of megabytes' },
    { value: due * 8, id: 'bits', says: 'bits; the counters are in bytes' },
  ].find(({ value }) => isClose(given, value));
  const way = given > due ? 'more' : 'less';
  return {
    kind: 'not yet',
    says: `That is ${way} than the counters give.`,
    ...(mistake === undefined ? {} : { mistake: { id: mistake.id, says: mistake.says } }),
  };
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= CLOSE * Math.abs(b);

function isAnswer(value: unknown): value is { readonly rest: Price; readonly megabytes: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rest' in value &&
    'megabytes' in value &&
    isPrice(value.rest)
  );
}

function isPrice(value: unknown): value is Price {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return ['roundTrips', 'bytesIn', 'bytesOut'].every((name) => typeof fields.get(name) === 'number');
}
