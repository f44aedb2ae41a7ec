import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isAirlabError } from '../../../../src/errors.ts';
import type { Entry } from '../../../contest/event.ts';
import type { Database } from '../../../contest/store/database.ts';
import { openJournal } from '../../../contest/store/journal.ts';
import { readLine } from '../../../contest/store/line.ts';
import { openQueue, type Queue } from '../../../contest/store/queue.ts';
import { acceptSubmission } from '../../../contest/store/submissions.ts';
import { newContest, newPerson, until } from '../store/fixture.ts';

/** What a client was told, and when it asked. */
export interface Acknowledged {
  readonly submission: string;
  readonly person: string;
  readonly tookMs: number;
}

/** People who submit without a pause, each over its own connection, until they are stopped. */
export interface Race {
  readonly contest: string;
  readonly acknowledged: readonly Acknowledged[];
  /** Lets everybody come to the end of the submission that is on its way. */
  readonly stop: () => Promise<void>;
}

export const simulatedWorker = (ms: number): readonly [string, ...string[]] => [
  process.execPath,
  '--import',
  'tsx',
  fileURLToPath(new URL('worker-process.ts', import.meta.url)),
  String(ms),
];

/**
 * Starts a race of so many people. A client that gets no answer sends the same submission again with its key, as ours
 * does.
 */
export async function startRace(
  database: Database,
  { people, pauseMs }: { readonly people: number; readonly pauseMs: number },
): Promise<Race> {
  const contest = await newContest(database);
  const queue = await openQueue(database);
  const acknowledged: Acknowledged[] = [];
  const state = { isStopping: false };
  const racer = async (person: string): Promise<void> => {
    for (let round = 1; !state.isStopping; round += 1) {
      const began = performance.now();
      const submission = await sendUntilAnswered(queue, contest, { person, round });
      acknowledged.push({ submission, person, tookMs: performance.now() - began });
      await pause(pauseMs);
    }
  };
  const persons = await inOrder(people, (index) => newPerson(database, contest, `racer ${index}`));
  const racers = persons.map(racer);
  return {
    contest,
    acknowledged,
    stop: async () => {
      state.isStopping = true;
      await Promise.all(racers);
      await queue.close();
    },
  };
}

async function sendUntilAnswered(
  queue: Queue,
  contest: string,
  { person, round }: { readonly person: string; readonly round: number },
): Promise<string> {
  const request = {
    person,
    key: `${round}`,
    source: `// ${person} ${round}\n`,
    receivedMs: queue.database.now(),
  };
  for (;;) {
    try {
      return (await acceptSubmission(queue, contest, { ...request, kind: '.ts', via: 'rehearsal' }))
        .submission;
    } catch (error) {
      if (!isAirlabError(error) || error.code !== 'DATABASE_GONE') throw error;
      await pause(50);
    }
  }
}

async function inOrder<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) made.push(await make(made.length));
  return made;
}

/** Everything that was accepted has its verdict, or was replaced. */
export async function untilGraded(database: Database, contest: string, mostMs = 60_000): Promise<void> {
  await until(
    'the queue is empty',
    async () => {
      const { waiting, running } = await readLine(database, contest);
      return waiting.length + running.length === 0;
    },
    mostMs,
  );
}

/** What is wrong with the journal after a race: nothing may be. */
export async function faultsOf(
  database: Database,
  { contest, acknowledged }: Pick<Race, 'contest' | 'acknowledged'>,
): Promise<readonly string[]> {
  const entries = await readAll(database, contest);
  const submitted = new Map<string, number>();
  const replaced = new Set<string>();
  const verdicts = new Map<string, number>();
  const count = (map: Map<string, number>, id: string): void => void map.set(id, (map.get(id) ?? 0) + 1);
  for (const { event } of entries) {
    if (event.type === 'submitted') {
      count(submitted, event.submission);
      if (event.replaces !== undefined) replaced.add(event.replaces);
    }
    if (event.type === 'judged' || event.type === 'unjudged') count(verdicts, event.submission);
  }
  const known = new Set(acknowledged.map(({ submission }) => submission));
  return [
    ...entries.filter(({ id }, index) => id !== index + 1).map(({ id }) => `gap before entry ${id}`),
    ...[...known].filter((id) => !submitted.has(id)).map((id) => `acknowledged and lost: ${id}`),
    ...[...submitted].filter(([, times]) => times > 1).map(([id]) => `accepted twice: ${id}`),
    ...[...submitted.keys()]
      .filter((id) => !known.has(id))
      .map((id) => `accepted, never acknowledged: ${id}`),
    ...[...verdicts].filter(([, times]) => times > 1).map(([id]) => `graded twice: ${id}`),
    ...[...submitted.keys()]
      .filter((id) => !verdicts.has(id) && !replaced.has(id))
      .map((id) => `never graded: ${id}`),
    ...[...replaced].filter((id) => verdicts.has(id)).map((id) => `replaced and graded: ${id}`),
  ];
}

async function readAll(database: Database, contest: string): Promise<Entry[]> {
  const journal = openJournal(database, contest);
  const entries: Entry[] = [];
  for (let page = await journal.read(0); page.length > 0; page = await journal.read(entries.at(-1)?.id ?? 0))
    entries.push(...page);
  return entries;
}
