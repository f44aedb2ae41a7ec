import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from '../grader/contest/store/database.ts';
import { openJournal } from '../grader/contest/store/journal.ts';
import { readLine } from '../grader/contest/store/line.ts';
import { openQueue } from '../grader/contest/store/queue.ts';
import { startWorkers } from '../grader/contest/worker/workers.ts';
import { inLanes } from '../grader/lanes.ts';
import { newContest, newPerson, openEmbedded, submit, until } from '../grader/tests/contest/store/fixture.ts';
import { killNow, killPostgres } from '../grader/tests/contest/store/killing.ts';
import { faultsOf, simulatedWorker, startRace, untilGraded } from '../grader/tests/contest/worker/race.ts';
import type { Figures } from './all.ts';
import { median } from './measure.ts';

const KILLS = 20;
const SIMULATED_MS = 20;
const SIMULATED = 600;
const REAL = 24;
const MOST_MS = 300_000;

/**
 * The store of the competition: submissions accepted with their commit, graded by 1, 2 and 4 worker processes with a
 * judge that only waits 20 ms and with the real one, and what is left after processes were killed in the middle.
 */
export async function bench(): Promise<Figures> {
  const { database, folder, close } = await openEmbedded();
  const rows: { label: string; value: string }[] = [];
  const measure = async (label: string, work: () => Promise<string>): Promise<void> =>
    void rows.push({ label, value: await work() });
  try {
    for (const clients of [1, 8, 60])
      await measure(`accepted, ${clients} at once`, () => acceptance(database, clients));
    for (const count of [1, 2, 4])
      await measure(`graded in ${SIMULATED_MS} ms each, ${count} workers`, () => simulated(database, count));
    for (const count of [1, 2, 4])
      await measure(`solution graded, ${count} workers`, () =>
        graded(database, { count, submissions: REAL }),
      );
    await measure(`kill -9 of a worker, ${KILLS} times`, () => killingWorkers(database));
    await measure(`kill -9 of PostgreSQL, ${KILLS} times`, () => killingPostgres(database, folder));
  } finally {
    await close();
  }
  return { name: 'contest store, embedded PostgreSQL with fsync', rows };
}

async function acceptance(database: Database, clients: number): Promise<string> {
  const race = await startRace(database, { people: clients, pauseMs: 0 });
  const began = performance.now();
  await until('5 s pass', () => performance.now() - began > 5_000);
  await race.stop();
  const seconds = (performance.now() - began) / 1000;
  const times = race.acknowledged.map(({ tookMs }) => tookMs).sort((one, other) => one - other);
  const p95 = times[Math.floor(times.length * 0.95)] ?? Number.NaN;
  await dropWaiting(database);
  return `${Math.round(times.length / seconds)}/s   ${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}

const simulated = (database: Database, count: number): Promise<string> =>
  graded(database, { count, submissions: SIMULATED, command: simulatedWorker(SIMULATED_MS) });

interface Grading {
  readonly count: number;
  readonly submissions: number;
  readonly command?: readonly [string, ...string[]];
}

/** Everything waits before the workers come; counted from the moment when all of them are there. */
async function graded(database: Database, { count, submissions, ...rest }: Grading): Promise<string> {
  const contest = await newContest(database);
  const queue = await openQueue(database);
  const solution = readFileSync(
    fileURLToPath(new URL('../solutions/exercise-pm25.ts', import.meta.url)),
    'utf8',
  );
  const indices = Array.from({ length: submissions }, (_, index) => index);
  const enter = async (index: number): Promise<void> => {
    const person = await newPerson(database, contest, `person ${index}`);
    await submit(queue, contest, { person, source: `${solution}// ${index}\n` });
  };
  await inLanes(indices, enter, { lanes: 8 });
  const workers = startWorkers({ count, url: database.url, ...rest });
  await until(
    'they are there',
    async () => (await readLine(database, contest)).workers.length === count,
    MOST_MS,
  );
  const fromMs = database.now();
  await untilGraded(database, contest, MOST_MS);
  await workers.stop();
  await queue.close();
  const atMs = (await openJournal(database, contest).read(0, 10_000)).flatMap((entry) =>
    entry.event.type === 'judged' ? entry.atMs : [],
  );
  if (atMs.length !== submissions) throw new Error(`${atMs.length} of ${submissions} were judged`);
  const later = atMs.filter((ms) => ms > fromMs);
  return `${((later.length / (Math.max(...later) - fromMs)) * 1000).toFixed(1)}/s`;
}

async function killingWorkers(database: Database): Promise<string> {
  const workers = startWorkers({ count: 2, url: database.url, command: simulatedWorker(100) });
  const race = await startRace(database, { people: 10, pauseMs: 100 });
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const busy = await busyWorker(database, race.contest);
    killNow(busy);
    await until('it is gone', async () =>
      (await readLine(database, race.contest)).workers.every(({ pid }) => pid !== busy),
    );
  }
  await race.stop();
  await untilGraded(database, race.contest, MOST_MS);
  await workers.stop();
  return outcome(await faultsOf(database, race), race.acknowledged.length);
}

async function busyWorker(database: Database, contest: string): Promise<number> {
  const found: { pid?: number } = {};
  await until('a worker is at a job', async () => {
    const { running, workers } = await readLine(database, contest);
    const busy = workers.find(({ worker }) => running.some((one) => one.worker === worker));
    if (busy) found.pid = busy.pid;
    return busy !== undefined;
  });
  return found.pid ?? 0;
}

async function killingPostgres(database: Database, folder: string): Promise<string> {
  const workers = startWorkers({ count: 1, url: database.url, command: simulatedWorker(SIMULATED_MS) });
  const race = await startRace(database, { people: 10, pauseMs: 10 });
  const backMs: number[] = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const before = race.acknowledged.length;
    await until('the race goes on', () => race.acknowledged.length > before + 20);
    const began = performance.now();
    const last = race.acknowledged.length;
    killPostgres(folder);
    await until('submissions are taken again', () => race.acknowledged.length > last + 10);
    backMs.push(performance.now() - began);
  }
  await race.stop();
  await untilGraded(database, race.contest, MOST_MS);
  await workers.stop();
  const back = `taken again after ${Math.round(median(backMs))} ms (${Math.round(Math.max(...backMs))})`;
  return `${outcome(await faultsOf(database, race), race.acknowledged.length)}; ${back}`;
}

function outcome(faults: readonly string[], acknowledged: number): string {
  const [first] = faults;
  if (first !== undefined) return `${faults.length} FAULTS, first: ${first}`;
  return `${acknowledged} acknowledged, 0 lost, 0 graded twice`;
}

/** What nobody will grade must not stand before the next measurement. */
async function dropWaiting(database: Database): Promise<void> {
  const queue = await openQueue(database);
  await queue.boss.clearStorage();
  await queue.close();
}
