import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../grader/contest/client/ask.ts';
import type { Entry } from '../grader/contest/event.ts';
import { openJournalFile } from '../grader/contest/export/journal-file.ts';
import { fold } from '../grader/contest/fold.ts';
import { standings } from '../grader/contest/rank.ts';
import { Bot } from '../grader/contest/rehearse/bot.ts';
import { type ServerProcess, startServer } from '../grader/contest/rehearse/server-process.ts';
import { inLanes } from '../grader/lanes.ts';
import { median } from './measure.ts';

export const EXERCISE = 'exercise-pm25';
/** The server lets no more in from one address. */
const JOINS_A_MINUTE = 290;
const MOST_DRAIN_MS = 600_000;
const PORT = 8_960;

/** A contest server in a process of its own, with what starts it again. */
export interface Race {
  server: ServerProcess;
  readonly wish: Parameters<typeof startServer>[0];
}

export async function inRace<T>(
  { minutes, workers }: { readonly minutes: number; readonly workers: number },
  run: (race: Race) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'airlab-race-'));
  const wish = { root, exercise: EXERCISE, port: PORT, workers, minutes };
  const race = { server: await startServer(wish), wish };
  try {
    return await run(race);
  } finally {
    await race.server.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

export async function joined(url: string, people: number): Promise<readonly Bot[]> {
  const bots = Array.from({ length: people }, (_, index) => new Bot(url, `bot ${index + 1}`));
  for (let from = 0; from < people; from += JOINS_A_MINUTE) {
    if (from > 0) await pause(61_000);
    await inLanes(bots.slice(from, from + JOINS_A_MINUTE), (bot) => bot.join(), { lanes: 4 });
  }
  return bots;
}

/** From the moment when the first byte came to the verdict in the journal, both by the database's clock. */
export function verdictWaits(entries: readonly Entry[]): number[] {
  const received = new Map(
    entries.flatMap(({ event }) =>
      event.type === 'submitted' ? [[event.submission, event.receivedMs] as const] : [],
    ),
  );
  return entries.flatMap(({ atMs, event }) =>
    event.type === 'judged' ? atMs - (received.get(event.submission) ?? Number.NaN) : [],
  );
}

/** A submission that a newer one replaced is not graded; every other one once. */
export function faults(entries: readonly Entry[], bots: readonly Bot[]): string {
  const sent = bots.flatMap(({ acknowledged }) => acknowledged);
  const contest = fold(entries);
  const replaced = new Set(
    entries.flatMap(({ event }) => (event.type === 'submitted' ? (event.replaces ?? []) : [])),
  );
  const judged = entries.flatMap(({ event }) => (event.type === 'judged' ? event.submission : []));
  const once = new Set(judged);
  const lost = sent.filter(({ submission }) => !contest.submissions.has(submission)).length;
  const ungraded = sent.filter(({ submission }) => !once.has(submission) && !replaced.has(submission)).length;
  const wrong = sent.filter(({ submission, answer }) => {
    const result = contest.submissions.get(submission)?.result;
    return result !== undefined && (result.verdict === 'passed') !== answer.passes;
  }).length;
  const counts = `${lost} lost, ${ungraded} not graded, ${judged.length - once.size} twice, ${wrong} wrong verdicts`;
  return `${sent.length} acknowledged, ${counts}; ${standings(contest, { scope: 'all' }).length} on the board`;
}

export async function drained(server: ServerProcess): Promise<void> {
  for (const began = performance.now(); performance.now() - began < MOST_DRAIN_MS; await pause(500)) {
    const view = await ask({ url: server.url, token: server.secret }, '/api/console');
    if (typeof view === 'object' && view !== null && 'waiting' in view && view.waiting === 0) return;
  }
}

export async function journalOf(server: ServerProcess): Promise<readonly Entry[]> {
  const journal = await ask({ url: server.url, token: server.secret }, '/api/console/export/journal');
  return openJournalFile(JSON.stringify(journal)).entries;
}

export async function boardOf(server: ServerProcess): Promise<unknown> {
  const view = await ask({ url: server.url, token: server.secret }, '/api/console');
  return typeof view === 'object' && view !== null && 'board' in view ? view.board : undefined;
}

export const act = (server: ServerProcess, action: object): Promise<unknown> =>
  ask({ url: server.url, token: server.secret }, '/api/console/do', { json: action });

export function spreadOf(values: readonly number[]): string {
  const sorted = [...values].sort((one, other) => one - other);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
  return `${Math.round(median(sorted))} ms, p95 ${Math.round(p95)} ms, most ${Math.round(sorted.at(-1) ?? Number.NaN)} ms`;
}
