import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '../../../../src/classroom/answer.ts';
import { record, recordedPlaces } from '../../../../src/classroom/record.ts';
import { simulated } from '../../../../src/classroom/simulated/index.ts';
import type { Snapshot } from '../../../../src/classroom/snapshot.ts';
import { startCluster } from '../../../../src/databases/embedded/cluster.ts';
import { type Programs, programsIn } from '../../../../src/databases/embedded/programs.ts';
import type { Result } from '../../../contest/event.ts';
import { createContest } from '../../../contest/store/contests.ts';
import { type Database, openDatabase } from '../../../contest/store/database.ts';
import { join as joinContest } from '../../../contest/store/people.ts';
import type { Queue } from '../../../contest/store/queue.ts';
import { acceptSubmission, type SubmissionRequest } from '../../../contest/store/submissions.ts';

/** A database for tests, and what it takes to put it away. */
export interface Store {
  readonly database: Database;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Every PostgreSQL of this machine on which the tests run. */
export interface Engine {
  readonly name: string;
  readonly open: () => Promise<Store>;
}

const DEBIAN = '/usr/lib/postgresql';

/**
 * PostgreSQL out of the npm package, owned by the test; and Debian's, reached by its URL only. Each is started once in a
 * file and put away by `closeAll`.
 */
export function engines(): readonly [Engine, ...Engine[]] {
  const debian = debianPrograms();
  if (debian === undefined) console.log(`skipped: on Debian's PostgreSQL, because ${DEBIAN} is missing`);
  return [
    { name: 'embedded', open: once(openEmbedded) },
    ...(debian === undefined ? [] : [{ name: 'debian', open: once(() => openByUrl(debian)) }]),
  ];
}

const opened: Promise<Store>[] = [];

function once(open: () => Promise<Store>): () => Promise<Store> {
  const kept: { store?: Promise<Store> } = {};
  return () => {
    if (kept.store === undefined) {
      kept.store = open();
      opened.push(kept.store);
    }
    return kept.store;
  };
}

/** Puts away what `engines` started: for `test.after`. */
export async function closeAll(): Promise<void> {
  for (const store of opened.splice(0)) await (await store).close();
}

export async function openEmbedded(): Promise<Store> {
  const folder = ownFolder();
  const database = await openDatabase({ folder });
  return { database, folder, close: () => database.close().finally(() => remove(folder)) };
}

async function openByUrl(programs: Programs): Promise<Store> {
  const folder = ownFolder();
  const cluster = await startCluster({ folder, programs });
  const database = await openDatabase({ url: cluster.url });
  const close = async (): Promise<void> => {
    await database.close();
    await cluster.stop();
    remove(folder);
  };
  return { database, folder, close };
}

function debianPrograms(): Programs | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  const versions = readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one));
  const bin = versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((path) => existsSync(join(path, 'initdb')));
  return bin === undefined ? undefined : programsIn(bin);
}

export const ownFolder = (): string => mkdtempSync(join(tmpdir(), 'airlab-store-'));

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export const NOW_MS = Date.parse('2026-11-24T09:20:00Z');

/** What the classroom API would have recorded: simulated data, without a server. */
export function simulatedSnapshot(): Promise<Snapshot> {
  const source = simulated({ seed: 1 });
  const fetchIt: typeof fetch = async (input) => {
    const { host, pathname, search } = new URL(String(input));
    const request = { method: 'GET', host, url: pathname + search, headers: {} };
    const { status, headers, body } = answer(request, { source, nowMs: NOW_MS });
    return new Response(Buffer.from(body), { status, headers });
  };
  const signal = new AbortController().signal;
  return record({ places: recordedPlaces, now: () => NOW_MS, fetch: fetchIt, env: {}, signal });
}

export const PIN = '271828';
export const SECRET = 'secret of the console';

/** A new contest in the database. */
export async function newContest(database: Database, snapshot?: Snapshot): Promise<string> {
  const code = `T${Math.random().toString(36).slice(2, 10)}`;
  return createContest(database, {
    code,
    exercise: 'exercise-pm25',
    minutes: 15,
    freezeMinutes: 3,
    snapshot: snapshot ?? (await simulatedSnapshot()),
    seed: 'seed of the test',
    pin: PIN,
    secret: SECRET,
  });
}

/** Somebody who joined. */
export async function newPerson(database: Database, contest: string, nick: string): Promise<string> {
  return (await joinContest(database, contest, { nick })).person;
}

/** A submission of this person with a key of its own. */
export async function submit(
  queue: Queue,
  contest: string,
  request: Pick<SubmissionRequest, 'person'> & Partial<SubmissionRequest>,
): Promise<string> {
  const key = Math.random().toString(36);
  const rest = { kind: '.ts', source: `// ${key}\n`, receivedMs: queue.database.now(), via: 'cli' } as const;
  return (await acceptSubmission(queue, contest, { key, ...rest, ...request })).submission;
}

/** A result as a judge gives it. */
export const passed = (points = 100): Result => ({
  verdict: 'passed',
  points,
  worth: 100,
  visiblePoints: 30,
  visible: { hourly: 'passed' },
  hidden: { values: 'passed' },
  mistakes: [],
  hasRun: true,
  gradedMs: NOW_MS,
});

/** Waits until it is so; a test that waits in vain fails by its message. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  mostMs = 30_000,
): Promise<void> {
  const end = performance.now() + mostMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited ${mostMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
