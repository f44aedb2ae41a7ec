import type { Judgement } from '../../teaching/lesson.ts';

type Look = (url: string) => Promise<unknown>;

/** What the cache stood before: a service that counts, fails once, and changes what it says every time. */
interface Bench {
  readonly look: Look;
  readonly asked: () => number;
  readonly wait: (seconds: number) => void;
}

const FRESH_S = 60;
const [ROSKILDE, BEIJING, FAILING, UNKEPT] = [
  '/air?city=roskilde',
  '/air?city=beijing',
  '/fails-once',
  '/no-store',
];

type Step = (bench: Bench) => Promise<Judgement | undefined>;

/** The cache over a fake service and a fake clock: nothing is waited for. */
export async function judgeCached(answer: unknown): Promise<Judgement> {
  if (typeof answer !== 'function')
    return { kind: 'not yet', says: 'Hand over the function itself: cached, without ().' };
  for (const step of [keeps, tellsApart, ends, forgetsErrors]) {
    const bench = benchFor(answer);
    if (bench === undefined) return { kind: 'not tried' };
    const problem = await step(bench).catch(
      (error: unknown): Judgement => ({ kind: 'not yet', says: `It throws: ${messageOf(error)}` }),
    );
    if (problem) return problem;
  }
  return { kind: 'passed', says: 'Fresh answers are kept, stale ones and errors are not.' };
}

const keeps: Step = async ({ look, asked }) => {
  const [first, second] = [await look(ROSKILDE), await look(ROSKILDE)];
  if (first !== 'roskilde 1')
    return { kind: 'not yet', says: 'The first look does not give the body that the service sent.' };
  if (asked() > 1)
    return {
      kind: 'not yet',
      says: `Two looks within a second, ${asked()} requests.`,
      mistake: { id: 'no-cache', says: 'keeping an answer and asking all the same' },
    };
  return second === first ? undefined : { kind: 'not yet', says: 'The second look gives something else.' };
};

const tellsApart: Step = async ({ look }) => {
  await look(ROSKILDE);
  const beijing = await look(BEIJING);
  if (String(beijing).startsWith('beijing')) return undefined;
  return {
    kind: 'not yet',
    says: 'Beijing gets the air of Roskilde.',
    mistake: { id: 'cache-ignores-query', says: 'a key that is not the whole URL' },
  };
};

const ends: Step = async ({ look, asked, wait }) => {
  await look(ROSKILDE);
  wait(FRESH_S - 1);
  await look(ROSKILDE);
  if (asked() > 1) return { kind: 'not yet', says: 'It asks again while the answer is still fresh.' };
  wait(2);
  await look(ROSKILDE);
  const before = asked();
  await look(UNKEPT);
  await look(UNKEPT);
  if (before === 2 && asked() === 4) return undefined;
  return {
    kind: 'not yet',
    says: before === 2 ? 'It keeps what may not be kept.' : 'It does not ask again when the answer is stale.',
    mistake: { id: 'cached-is-current', says: 'taking a cached answer for a current one' },
  };
};

const forgetsErrors: Step = async ({ look }) => {
  const first = await look(FAILING).catch(() => 'failed');
  if (first !== 'failed')
    return {
      kind: 'not yet',
      says: 'The service failed, and the cache says nothing of it.',
      mistake: { id: 'swallowed-error', says: 'catching an error and giving back nothing' },
    };
  const second = await look(FAILING).catch(() => 'failed');
  if (second !== 'failed') return undefined;
  return {
    kind: 'not yet',
    says: 'After one failure it fails for ever, though the service is well again.',
    mistake: { id: 'caches-errors', says: 'keeping an error as if it were an answer' },
  };
};

function benchFor(cached: Parameters<typeof Reflect.apply>[0]): Bench | undefined {
  const state = { asked: 0, nowMs: 1_000 };
  const failed = new Set<string>();
  const ask = async (url: string) => {
    state.asked += 1;
    if (url === FAILING && !failed.has(url)) {
      failed.add(url);
      throw new Error('503');
    }
    const city = url.split('=')[1] ?? url;
    return { body: `${city} ${state.asked}`, maxAgeS: url === UNKEPT ? 0 : FRESH_S };
  };
  const look: unknown = Reflect.apply(cached, undefined, [ask, () => state.nowMs]);
  if (typeof look !== 'function') return undefined;
  return {
    look: async (url) => Reflect.apply(look, undefined, [url]),
    asked: () => state.asked,
    wait: (seconds) => {
      state.nowMs += seconds * 1000;
    },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
