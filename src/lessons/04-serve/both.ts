import type { Check, Judgement } from '../../teaching/lesson.ts';
import { playAir } from './played.ts';

const CITIES = { lima: 31.4, oslo: 4.2 };
const PAIRS = [
  ['lima', 'oslo'],
  ['oslo', 'lima'],
] as const;
/** As handed out, without spaces. */
const UNTOUCHED = 'first=awaitask(a);constsecond=awaitask(b);';

/** Two questions that must be on their way at once. The answer is the function. */
export const both: Check = {
  id: '4.6',
  title: 'Both questions at once',
  hints: [
    'When is the second question sent: before or after the first answer is here?',
    'Call both first, without await. Then one await for the two: Promise.all takes a list and gives a list.',
    'return await Promise.all([ask(a), …]);',
  ],
  solution: `return await Promise.all([ask(a), ask(b)]);
// Its list has the order of the questions, whoever answers first.
// Rejected: Promise.all([await ask(a), await ask(b)]), which has waited twice before all() sees anything.`,
  judge: async (answer) => {
    if (typeof answer !== 'function')
      return { kind: 'not yet', says: 'Hand over the function itself: both, without ().' };
    if (String(answer).replace(/\s/g, '').includes(UNTOUCHED))
      return { kind: 'not tried', says: 'The second question still waits for the first answer.' };
    const most: number[] = [];
    for (const [a, b] of PAIRS) {
      const air = playAir(CITIES);
      const given: unknown = await Reflect.apply(answer, undefined, [air.ask, a, b]);
      if (air.asked.length === 0) return { kind: 'not yet', says: 'It gives values and asks nobody.' };
      const problem = valueProblem(given, [CITIES[a], CITIES[b]]);
      if (problem) return problem;
      most.push(air.mostAtOnce());
    }
    if (Math.min(...most) < 2) return oneByOne(String(answer));
    return { kind: 'passed', says: 'Both are on their way at once, and the order is kept.' };
  },
};

function oneByOne(code: string): Judgement {
  return {
    kind: 'not yet',
    says: 'The values are right. There is never more than one question on its way.',
    mistake: code.includes('Promise.all')
      ? { id: 'await-inside-all', says: 'an await inside Promise.all, which waits too early' }
      : { id: 'await-makes-parallel', says: 'the belief that await lets things run side by side' },
  };
}

function valueProblem(given: unknown, due: readonly [number, number]): Judgement | undefined {
  if (!Array.isArray(given)) return { kind: 'not yet', says: 'It does not give a list of two values.' };
  const values: readonly unknown[] = given;
  if (values.length === 2 && values.every((value, index) => value === due[index])) return undefined;
  if (values.some((value) => typeof value === 'object' && value !== null && 'then' in value))
    return {
      kind: 'not yet',
      says: 'The list holds promises, and no values.',
      mistake: { id: 'promise-is-value', says: 'sending the questions and not waiting for the answers' },
    };
  return {
    kind: 'not yet',
    says: 'The two values are not those of a and b, in this order.',
    ...(values.length === 2 && values[0] === due[1] && values[1] === due[0]
      ? { mistake: { id: 'order-swapped', says: 'the values the other way round' } }
      : {}),
  };
}
