import { randomBytes, randomInt } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { renderSVG } from 'uqr';
import { OutsideError } from '../../../src/errors.ts';
import { nextFreePort, type PortState, portOnLoopback } from '../../../src/lab/ports.ts';
import { sealTools } from '../../data.ts';
import { layers } from '../../sandbox/layers.ts';
import type { SealRequest } from '../../upstream/seal.ts';
import type { Entry } from '../event.ts';
import { fold } from '../fold.ts';
import type { ConsoleView } from '../pages/contract.ts';
import { pageRoutes } from '../pages/pages.ts';
import { codeOf, FIRST_PORT, roomAddresses } from '../server/addresses.ts';
import { openParts } from '../server/open-parts.ts';
import { pageFiles } from '../server/page-files.ts';
import type { Parts } from '../server/parts.ts';
import { serve } from '../server/server.ts';
import { contestSnapshot } from '../snapshot.ts';
import { createContest, loadContest, newSeed } from '../store/contests.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { openJournal } from '../store/journal.ts';
import { readLine } from '../store/line.ts';
import { openQueue, type Queue } from '../store/queue.ts';
import { sourceOf } from '../store/submissions.ts';
import { openJudge } from '../worker/judge.ts';
import { startWorkers, type Workers } from '../worker/workers.ts';
import { type Kept, readKept, writeKept } from './kept.ts';

export interface ContestWish {
  readonly exercise: string;
  readonly minutes: number;
  readonly freezeMinutes: number;
  readonly data: SealRequest;
  /** Worker processes on this machine. */
  readonly workers: number;
  readonly host: string;
  /** @default the first free one from 8790 on, or the one that the contest had */
  readonly port?: number;
  /** Any PostgreSQL instead of the one in the folder. */
  readonly databaseUrl?: string;
  /** A new contest even when one was left unfinished. */
  readonly isNew: boolean;
}

export interface OpenSurroundings {
  /** The repository; its `.airlab/contest` keeps everything. */
  readonly root: string;
  readonly now: () => number;
  readonly step: (says: string) => void;
  readonly log: (says: string) => void;
}

/** A contest that is being served. */
export interface OpenContest {
  readonly joinUrls: readonly string[];
  readonly code: string;
  readonly consoleUrl: string;
  readonly boardUrl: string;
  readonly pin: string;
  readonly isResumed: boolean;
  /** Of the race: the contest's own when it was resumed. */
  readonly minutes: number;
  readonly sandbox: Parts['about']['sandbox'];
  readonly data: Parts['about']['upstream'];
  readonly workers: number;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database, makes or resumes the contest, starts its workers and its server.
 *
 * @throws OutsideError `NO_PORT`, and those of `openDatabase` and `contestSnapshot`.
 */
export async function openContest(wish: ContestWish, surroundings: OpenSurroundings): Promise<OpenContest> {
  const { root, step, log } = surroundings;
  const folder = join(root, '.airlab/contest');
  step('starting the database');
  const where = wish.databaseUrl === undefined ? { folder, onTrouble: log } : { url: wish.databaseUrl };
  const database = await openDatabase(where);
  const closers = [database.close];
  try {
    const queue = await openQueue(database);
    closers.unshift(queue.close);
    const found = await contestIn(database, join(folder, 'contest.json'), wish, surroundings);
    step('opening the doors');
    const served = await serveContest({ ...found, database, queue }, wish, surroundings);
    closers.unshift(served.close);
    return { ...served, close: () => inOrder(closers) };
  } catch (error) {
    await inOrder(closers);
    throw error;
  }
}

interface Found {
  readonly kept: Kept;
  readonly isResumed: boolean;
}

/** The contest that was left unfinished, or a new one. */
async function contestIn(
  database: Database,
  path: string,
  wish: ContestWish,
  { root, now, step }: OpenSurroundings,
): Promise<Found> {
  const known = wish.isNew ? undefined : readKept(path);
  if (known?.exercise === wish.exercise && (await isUnfinished(database, known.contest)))
    return { kept: known, isResumed: true };
  step('sealing one snapshot for everybody');
  const { snapshot } = await contestSnapshot(wish.data, sealTools(root, now));
  const secrets = {
    secret: randomBytes(18).toString('base64url'),
    pin: String(randomInt(100_000, 1_000_000)),
  };
  const contest = await createContest(database, {
    ...secrets,
    code: randomBytes(6).toString('hex'),
    exercise: wish.exercise,
    minutes: wish.minutes,
    freezeMinutes: wish.freezeMinutes,
    snapshot,
    seed: newSeed(),
  });
  const kept = { contest, exercise: wish.exercise, ...secrets, port: wish.port ?? (await freePort()) };
  writeKept(path, kept);
  return { kept, isResumed: false };
}

async function isUnfinished(database: Database, contest: string): Promise<boolean> {
  const entries: Entry[] = [];
  const journal = openJournal(database, contest);
  for (let page = await journal.read(0); page.length > 0; page = await journal.read(entries.length))
    entries.push(...page);
  return entries.length > 0 && !fold(entries).isClosed;
}

async function freePort(): Promise<number> {
  const port = await nextFreePort({ first: FIRST_PORT, check: portOnLoopback, tries: 200 });
  if (port !== undefined) return port;
  throw new OutsideError(
    `No port from ${FIRST_PORT} on is free.`,
    'End what holds them, or name another one with --port.',
    'NO_PORT',
  );
}

type Served = Omit<OpenContest, 'close'> & { readonly close: () => Promise<void> };

async function serveContest(
  { kept, isResumed, database, queue }: Found & { database: Database; queue: Queue },
  wish: ContestWish,
  { log }: OpenSurroundings,
): Promise<Served> {
  const port = wish.port ?? kept.port;
  await mustBeFree(port, portOnLoopback);
  const data = await loadContest(database, kept.contest);
  const addresses = wish.host === '127.0.0.1' ? [] : roomAddresses(networkInterfaces());
  const joinUrls = [...addresses, '127.0.0.1'].map((address) => `http://${address}:${port}`);
  const code = codeOf(addresses[0] ?? '127.0.0.1', port) ?? joinUrls[0] ?? '';
  const { takenAt, data: kind } = data.snapshot;
  const label = `${kind === 'simulated' ? 'SIMULATED data' : 'Open-Meteo'}, sealed ${takenAt.slice(0, 16)}Z`;
  const sandbox = layers();
  const judge = openJudge({ now: database.now });
  const line = watchLine(database, kept.contest, wish.workers);
  const parts = await openParts(kept.contest, {
    database,
    queue,
    about: { joinUrls, code, sandbox, upstream: { label } },
    workers: () => line.workers,
    regrade: async (submission) => {
      const source = await sourceOf(database, kept.contest, submission);
      if (!source) throw new Error(`Submission ${submission} has no source.`);
      return judge.judge(data, source);
    },
    onTrouble: (error) => log(error instanceof Error ? error.message : String(error)),
  });
  const server = await serve(parts, {
    host: wish.host,
    port,
    log,
    pages: async (app) => {
      pageFiles(app, pageRoutes());
      app.get('/assets/join.svg', { schema: { hide: true } }, (_request, reply) =>
        reply.type('image/svg+xml').send(renderSVG(joinUrls[0] ?? '', { border: 2 })),
      );
    },
  });
  // Last: the room is served before anything else takes the processors.
  const workers: Workers = startWorkers({ count: wish.workers, url: database.url, say: log });
  const local = `http://127.0.0.1:${port}`;
  return {
    ...{
      joinUrls,
      code,
      pin: kept.pin,
      isResumed,
      minutes: parts.host.contest.settings.minutes,
      sandbox,
      data: { label },
      workers: wish.workers,
    },
    consoleUrl: `${local}/console#${kept.secret}`,
    boardUrl: `${local}/board`,
    close: async () => {
      await server.close();
      line.stop();
      await workers.stop();
      await parts.host.close();
      judge.close();
    },
  };
}

const LOOK_MS = 2_000;

/** The workers as the database knows them, wherever they run; those of this machine that are missing are lost. */
function watchLine(database: Database, contest: string, wanted: number) {
  const state: { workers: ConsoleView['workers'] } = { workers: [] };
  const look = async (): Promise<void> => {
    const { workers, running } = await readLine(database, contest);
    const grading = new Set(running.map(({ worker }) => worker));
    const alive = workers.map(({ worker, host, pid, taken }) => {
      const what = grading.has(worker) ? ('grading' as const) : ('idle' as const);
      return { name: `${host}, process ${pid}`, state: what, graded: taken };
    });
    const lost = Array.from({ length: Math.max(0, wanted - alive.length) }, (_, index) => ({
      name: `missing ${index + 1}`,
      state: 'lost' as const,
      graded: 0,
    }));
    state.workers = [...alive, ...lost];
  };
  // A look that fails is one of a database that is away: the next one tells.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  return {
    get workers(): ConsoleView['workers'] {
      return state.workers;
    },
    stop: () => clearInterval(timer),
  };
}

async function mustBeFree(port: number, check: (port: number) => Promise<PortState>): Promise<void> {
  const state = await check(port);
  if (state === 'free') return;
  throw new OutsideError(
    state === 'taken' ? `Port ${port} is taken by another program.` : `Port ${port} may not be used by you.`,
    'End that program, or name another port: grade compete NAME --port 8900. Students then need the new code.',
    'PORT_TAKEN',
  );
}

async function inOrder(closers: readonly (() => Promise<void>)[]): Promise<void> {
  for (const close of closers) await close();
}
