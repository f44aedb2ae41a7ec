import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../../contest/event.ts';
import type { ConsoleView, Joined, Problem, Receipt } from '../../../contest/pages/contract.ts';
import { openParts } from '../../../contest/server/open-parts.ts';
import type { Parts } from '../../../contest/server/parts.ts';
import { serve } from '../../../contest/server/server.ts';
import { contestSnapshot } from '../../../contest/snapshot.ts';
import { createContest, newSeed } from '../../../contest/store/contests.ts';
import { openDatabase } from '../../../contest/store/database.ts';
import { finishJob, openQueue, takeJob } from '../../../contest/store/queue.ts';
import { sealTools } from '../../../data.ts';
import { result } from '../story.ts';

export const PIN = '4711';
export const SECRET = 'console-secret-of-the-test';

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** What any of the answers may have. */
export type Body = Partial<ConsoleView> &
  Partial<Problem> &
  Partial<Joined> &
  Partial<Receipt & { state: string }>;

/** A contest on a real database, served on loopback, without workers: verdicts come when a test says so. */
export interface Room {
  readonly url: string;
  readonly parts: Parts;
  readonly ask: (path: string, options?: RequestInit & { as?: string }) => Promise<Answer>;
  readonly post: (path: string, body: unknown, as?: string) => Promise<Answer>;
  /** Joins and returns the token. */
  readonly join: (nick: string) => Promise<string>;
  readonly act: (action: object) => Promise<Answer>;
  readonly submit: (token: string, source: string, id?: string) => Promise<Answer>;
  /** Judges all that waits. */
  readonly judge: (points: number, rest?: Partial<Result>) => Promise<number>;
  readonly log: string[];
}

export async function openRoom(): Promise<
  Room & { close: () => Promise<void>; newContest: () => Promise<Room & { stop: () => Promise<void> }> }
> {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-contest-'));
  const database = await openDatabase({ folder });
  const queue = await openQueue(database);
  const snapshot = await contestSnapshot({ mode: 'offline' }, sealTools(folder, Date.now));
  const stops: (() => Promise<void>)[] = [];
  const newContest = async () => {
    const contest = await createContest(database, {
      ...{ code: randomUUID().slice(0, 8), exercise: 'exercise-pm25', minutes: 15, freezeMinutes: 3 },
      ...{ snapshot, seed: newSeed(), pin: PIN, secret: SECRET },
    });
    const log: string[] = [];
    const parts = await openParts(contest, {
      ...{ database, queue, workers: () => [], onTrouble: (error) => log.push(String(error)) },
      regrade: async () => result(100),
      about: { joinUrls: [], code: '', sandbox: { layers: [] }, upstream: { label: 'simulated' } },
    });
    const server = await serve(parts, {
      host: '127.0.0.1',
      port: 0,
      log: (says) => log.push(says),
      pages: async () => {},
    });
    const stop = async (): Promise<void> => {
      await server.close();
      await parts.host.close();
    };
    stops.push(stop);
    return { ...roomOf(`http://127.0.0.1:${server.port}`, parts, log), stop };
  };
  const first = await newContest();
  return {
    ...first,
    newContest,
    close: async () => {
      for (const stop of stops) await stop();
      await queue.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function roomOf(url: string, parts: Parts, log: string[]): Room {
  const ask: Room['ask'] = async (path, { as, ...options } = {}) => {
    const headers = { ...(as ? { authorization: `Bearer ${as}` } : {}), ...options.headers };
    const response = await fetch(`${url}${path}`, { ...options, headers });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: parsed(text),
    };
  };
  const post: Room['post'] = (path, body, as) =>
    ask(path, {
      ...(as ? { as } : {}),
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  return {
    url,
    parts,
    log,
    ask,
    post,
    join: async (nick) => (await post('/api/join', { nick })).body.token ?? '',
    act: (action) => post('/api/console/do', action, SECRET),
    submit: (as, source, id = randomUUID()) =>
      ask(`/api/submissions?id=${id}&kind=ts&via=cli`, {
        as,
        method: 'POST',
        body: source,
        headers: { 'content-type': 'text/plain' },
      }),
    judge: async (points, rest) => {
      for (let judged = 0; ; judged += 1) {
        const job = await takeJob(parts.queue, await workerOf(parts));
        if (!job) return judged;
        await finishJob(parts.queue, job, result(points, rest));
      }
    },
  };
}

/** A row for a worker that is this test. */
async function workerOf({ database }: Parts): Promise<number> {
  const { rows } = await database.pool.query<{ worker: number }>(
    "INSERT INTO airlab.workers (host, pid) VALUES ('test', 0) RETURNING worker",
  );
  return rows[0]?.worker ?? 0;
}

/** Border: the server under test. What is not as its contract says fails in the assertion that reads it. */
const parsed = (text: string): Body => (text.startsWith('{') ? JSON.parse(text) : {});

/** Asks until it is so; fails after a few seconds. */
export async function until<Value>(what: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await what();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not become so in five seconds.');
}
