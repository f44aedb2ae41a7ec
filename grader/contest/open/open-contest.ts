import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { renderSVG } from 'uqr';
import { layers } from '../../sandbox/layers.ts';
import type { SealRequest } from '../../upstream/seal.ts';
import { pageRoutes } from '../pages/pages.ts';
import { codeOf, roomAddresses } from '../server/addresses.ts';
import { openParts } from '../server/open-parts.ts';
import { pageFiles } from '../server/page-files.ts';
import type { Parts } from '../server/parts.ts';
import { serve } from '../server/server.ts';
import { dataWords } from '../snapshot.ts';
import { loadContest } from '../store/contests.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { openQueue, type Queue } from '../store/queue.ts';
import { sourceOf } from '../store/sources.ts';
import { openJudge } from '../worker/judge.ts';
import { startWorkers, type Workers } from '../worker/workers.ts';
import { type Found, findContest } from './find-contest.ts';
import { mustBeFree } from './ports.ts';
import { watchWorkers } from './watch-workers.ts';

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
    const found = await findContest(database, join(folder, 'contest.json'), wish, surroundings);
    step('opening the doors');
    const served = await serveContest({ ...found, database, queue }, wish, surroundings);
    closers.unshift(served.close);
    return { ...served, close: () => inOrder(closers) };
  } catch (error) {
    await inOrder(closers);
    throw error;
  }
}

type Served = Omit<OpenContest, 'close'> & { readonly close: () => Promise<void> };

async function serveContest(
  { kept, isResumed, database, queue }: Found & { database: Database; queue: Queue },
  wish: ContestWish,
  { log }: OpenSurroundings,
): Promise<Served> {
  const port = wish.port ?? kept.port;
  await mustBeFree(port);
  const data = await loadContest(database, kept.contest);
  const addresses = wish.host === '127.0.0.1' ? [] : roomAddresses(networkInterfaces());
  const joinUrls = [...addresses, '127.0.0.1'].map((address) => `http://${address}:${port}`);
  const code = codeOf(addresses[0] ?? '127.0.0.1', port) ?? joinUrls[0] ?? '';
  const upstream = dataWords(data.snapshot, database.now());
  const sandbox = layers();
  const judge = openJudge({ now: database.now });
  const watched = watchWorkers(database, kept.contest, wish.workers);
  const parts = await openParts(kept.contest, {
    database,
    queue,
    about: { joinUrls, code, sandbox, upstream },
    workers: () => watched.workers,
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
      data: upstream,
      workers: wish.workers,
    },
    consoleUrl: `${local}/console#${kept.secret}`,
    boardUrl: `${local}/board`,
    close: async () => {
      await server.close();
      watched.stop();
      await workers.stop();
      await parts.host.close();
      judge.close();
    },
  };
}

async function inOrder(closers: readonly (() => Promise<void>)[]): Promise<void> {
  for (const close of closers) await close();
}
