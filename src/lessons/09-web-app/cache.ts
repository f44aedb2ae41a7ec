import type { Check, Judgement } from '../../teaching/lesson.ts';

const MINUTE_MS = 60_000;
type Cache = (question: string, ask: () => Promise<unknown>) => Promise<unknown>;

/** A cache on a clock that stands until it is moved. */
interface Bench {
  readonly cache: Cache;
  readonly wait: (minutes: number) => void;
}

/** Bug hunt: a cache that keeps everything, errors too. */
export const cache: Check = {
  id: '9.8',
  title: 'A cache that forgets errors',
  hints: [
    'The service has failed once. What does the next visitor get, a minute later?',
    'A promise that fails can be taken out again: answer.catch(() => kept.delete(question)).',
    'kept.set(question, { untilMs: …, answer });\nanswer.catch(() => …);\nreturn answer;',
  ],
  solution: `kept.set(question, { untilMs: nowMs() + 600_000, answer });
answer.catch(() => kept.delete(question));
return answer;
// Keeping the promise, not the value, lets two visitors at once share one request.
// Rejected: await before set. Then a hundred visitors in the same second are a hundred requests.`,
  judge: async (answer) => {
    if (typeof answer !== 'function')
      return { kind: 'not yet', says: 'Hand over the function itself: newCache, without ().' };
    for (const step of [keeps, tellsApart, shares, ends, forgets]) {
      const bench = benchFor(answer);
      if (bench === undefined) return { kind: 'not tried' };
      const problem = await step(bench).catch(
        (error: unknown): Judgement => ({ kind: 'not yet', says: `It throws: ${String(error)}` }),
      );
      if (problem) return problem;
    }
    return { kind: 'passed', says: 'Kept for ten minutes, shared by two at once, and no error is kept.' };
  },
};

function benchFor(answer: object): Bench | undefined {
  const clock = { nowMs: 1_000_000_000_000 };
  const made: unknown =
    typeof answer === 'function' ? Reflect.apply(answer, undefined, [() => clock.nowMs]) : undefined;
  if (typeof made !== 'function') return undefined;
  return {
    cache: async (question, ask) => Reflect.apply(made, undefined, [question, ask]),
    wait: (minutes) => {
      clock.nowMs += minutes * MINUTE_MS;
    },
  };
}

/** A service that counts how often it is asked; the first so many questions fail. */
function service(failures = 0): { readonly ask: () => Promise<unknown>; readonly asked: () => number } {
  const state = { asked: 0 };
  return {
    asked: () => state.asked,
    ask: async () => {
      state.asked += 1;
      if (state.asked <= failures) throw new Error('the service is down');
      return `answer ${state.asked}`;
    },
  };
}

type Step = (bench: Bench) => Promise<Judgement | undefined>;

const keeps: Step = async ({ cache, wait }) => {
  const { ask, asked } = service();
  const first = await cache('roskilde', ask);
  wait(9);
  const second = await cache('roskilde', ask);
  if (first !== 'answer 1' || (asked() === 1 && second !== first))
    return { kind: 'not yet', says: 'What comes is not what the service has said.' };
  return asked() === 1
    ? undefined
    : {
        kind: 'not yet',
        says: `The same question twice in nine minutes, ${asked()} requests.`,
        mistake: { id: 'no-cache', says: 'asking again for what was just said' },
      };
};

const tellsApart: Step = async ({ cache }) => {
  await cache('roskilde', async () => 'roskilde');
  const beijing = await cache('beijing', async () => 'beijing');
  return beijing === 'beijing'
    ? undefined
    : {
        kind: 'not yet',
        says: 'Beijing gets the air of Roskilde.',
        mistake: { id: 'one-for-all', says: 'one answer for all questions' },
      };
};

const shares: Step = async ({ cache }) => {
  const { ask, asked } = service();
  await Promise.all([cache('roskilde', ask), cache('roskilde', ask)]);
  return asked() === 1
    ? undefined
    : {
        kind: 'not yet',
        says: 'Two visitors at the same moment, two requests.',
        mistake: { id: 'keeps-value-only', says: 'keeping an answer only when it has come' },
      };
};

const ends: Step = async ({ cache, wait }) => {
  const { ask, asked } = service();
  await cache('roskilde', ask);
  wait(11);
  await cache('roskilde', ask);
  return asked() === 2
    ? undefined
    : {
        kind: 'not yet',
        says: 'After eleven minutes the old answer still comes.',
        mistake: { id: 'kept-too-long', says: 'taking a kept answer for a current one' },
      };
};

const forgets: Step = async ({ cache, wait }) => {
  const { ask } = service(1);
  const first = await cache('roskilde', ask).catch(() => 'failed');
  if (first !== 'failed')
    return { kind: 'not yet', says: 'An error of the service does not reach the visitor.' };
  wait(1);
  const second = await cache('roskilde', ask).catch(() => 'failed');
  return second === 'answer 2'
    ? undefined
    : {
        kind: 'not yet',
        says: 'The service is well again, and the visitor still gets the error of a minute ago.',
        mistake: { id: 'keeps-errors', says: 'keeping an error as if it were an answer' },
      };
};
