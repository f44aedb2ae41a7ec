import { setTimeout as sleep } from 'node:timers/promises';
import { canonicalJson } from '../../../src/classroom/snapshot.ts';
import { ask } from '../client/ask.ts';
import type { Entry } from '../event.ts';
import { openJournalFile } from '../export/journal-file.ts';
import { fold } from '../fold.ts';
import type { ConsoleView } from '../pages/contract.ts';
import { standings } from '../rank.ts';
import { Bot, type BotAnswer } from './bot.ts';
import { type ServerProcess, type ServerWish, startServer } from './server-process.ts';

/** One thing that a rehearsal looked at. */
export interface Finding {
  readonly says: string;
  readonly held: boolean;
}

export interface RehearsalWish extends ServerWish {
  readonly bots: number;
  readonly answers: readonly BotAnswer[];
  readonly step: (says: string) => void;
}

const MINUTE_MS = 60_000;
const LATE_FACTOR = 1.5;

/**
 * A whole race with programs as students, in a contest of its own: one kill -9 of the server in the middle, one student
 * without a link for a while, one who comes late, one with extra time. Says what held.
 */
export async function rehearse(wish: RehearsalWish): Promise<readonly Finding[]> {
  const { step, minutes, answers } = wish;
  step('starting the server');
  const first = await startServer(wish);
  const race = { server: first };
  try {
    const bots = Array.from({ length: wish.bots }, (_, index) => new Bot(first.url, `bot ${index + 1}`));
    const late = new Bot(first.url, 'latecomer');
    await Promise.all(bots.map((bot) => bot.join()));
    const [paced, offline] = [bots[0], bots[1]];
    if (!paced || !offline) return [];
    await act(first, { action: 'pace', person: paced.person, factor: LATE_FACTOR, minutes: 0 });
    await act(first, { action: 'start', inS: 0 });
    const endMs = Date.now() + minutes * MINUTE_MS;
    const share = (part: number): number => endMs - (1 - part) * minutes * MINUTE_MS;
    step('the race: the first third');
    const handIns = bots.map(async (bot, index) => {
      if (bot === paced) return;
      await sleepUntil(share((index / bots.length) * 0.8));
      const answer = answers[index % answers.length];
      if (!answer) return;
      const wroteMs = Date.now();
      if (bot === offline) await sleep(0.15 * minutes * MINUTE_MS);
      await bot.submit(answer, bot === offline ? wroteMs : undefined);
    });
    const allIn = Promise.all(handIns);
    allIn.catch(() => undefined); // told where it is awaited
    await sleepUntil(share(0.35));
    const before = await journalOf(race.server);
    step('kill -9 of the server');
    await race.server.kill();
    race.server = await startServer(wish);
    const after = await journalOf(race.server);
    step('the race goes on');
    await late.join();
    await late.submit(answers[0] ?? { name: '', source: '', passes: false });
    await allIn;
    await sleepUntil(endMs + 500);
    step('after the bell: the one with extra time');
    await paced.submit(answers[0] ?? { name: '', source: '', passes: false });
    await sleepUntil(endMs + (LATE_FACTOR - 1) * minutes * MINUTE_MS + 500);
    step('waiting for the last verdicts');
    const drainedMs = await drained(race.server, endMs);
    await act(race.server, { action: 'reveal', places: 5 });
    const found = await look(race.server, [...bots, late]);
    return [
      { says: `the server answered ${race.server.startMs} ms after it was started again`, held: true },
      {
        says: `all ${before.length} events from before the kill are there after it, unchanged`,
        held: holds(before.map(told), after.slice(0, before.length).map(told)),
      },
      ...found,
      {
        says: `${offline.nick} lost its link, and its submission is there, marked`,
        held: await isMarked(offline),
      },
      { says: 'the latecomer is in, and marked', held: (await late.view()).own?.isLate === true },
      {
        says: 'extra time: a submission after the bell counted, for this one only',
        held: paced.acknowledged[0]?.state === 'waiting',
      },
      {
        says: `all verdicts ${Math.round(drainedMs / 1000)} s after the last clock`,
        held: drainedMs < 2 * MINUTE_MS,
      },
      { says: `bots asked again ${bots.reduce((sum, { repeats }) => sum + repeats, 0)} times`, held: true },
    ];
  } finally {
    await race.server.stop();
  }
}

/** Everything acknowledged is in the signed journal, once, with the verdict that the answer deserves. */
async function look(server: ServerProcess, bots: readonly Bot[]): Promise<Finding[]> {
  const entries = await journalOf(server);
  const contest = fold(entries);
  const sent = bots.flatMap(({ acknowledged }) => acknowledged);
  const known = sent.filter(({ submission }) => contest.submissions.has(submission));
  const verdicts = entries.flatMap(({ event }) => (event.type === 'judged' ? event.submission : []));
  const judged = known.flatMap(({ submission, answer }) => {
    const one = contest.submissions.get(submission);
    return one?.result ? [{ answer, result: one.result }] : [];
  });
  const wrong = judged.filter(({ answer, result }) => (result.verdict === 'passed') !== answer.passes);
  const live = await boardOf(server);
  const again = standings(contest, { scope: 'all' }).map(
    ({ place, nick, points }) => `${place} ${nick} ${points}`,
  );
  return [
    {
      says: `${sent.length} submissions acknowledged, ${known.length} in the journal`,
      held: known.length === sent.length,
    },
    {
      says: `${judged.length} judged, none twice`,
      held: judged.length === sent.length && new Set(verdicts).size === verdicts.length,
    },
    {
      says: `right answers passed, wrong ones did not${wrong.length === 0 ? '' : `, but for ${wrong.map(({ answer }) => answer.name).join(', ')}`}`,
      held: wrong.length === 0,
    },
    { says: 'the signed journal, counted again, gives the board', held: holds(again, live) },
  ];
}

/** The journal as anyone can check it. */
async function journalOf(server: ServerProcess): Promise<readonly Entry[]> {
  return openJournalFile(JSON.stringify(await ask(consoleOf(server), '/api/console/export/journal'))).entries;
}

const told = (entry: Entry): string => canonicalJson(entry);

const holds = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const consoleOf = ({ url, secret }: ServerProcess) => ({ url, token: secret });

async function viewOf(server: ServerProcess): Promise<ConsoleView> {
  // Border: our own server.
  return (await ask(consoleOf(server), '/api/console')) as ConsoleView;
}

async function boardOf(server: ServerProcess): Promise<string[]> {
  const { board } = await viewOf(server);
  return board.map(({ place, nick, points }) => `${place} ${nick} ${points}`);
}

async function drained(server: ServerProcess, sinceMs: number): Promise<number> {
  for (;;) {
    const { waiting } = await viewOf(server);
    if (waiting === 0 || Date.now() - sinceMs > 5 * MINUTE_MS) return Date.now() - sinceMs;
    await sleep(500);
  }
}

async function isMarked(bot: Bot): Promise<boolean> {
  const { own } = await bot.view();
  return own?.submissions.some(({ queuedMs }) => queuedMs !== undefined) === true;
}

const act = (server: ServerProcess, action: object): Promise<unknown> =>
  ask(consoleOf(server), '/api/console/do', { json: action });

const sleepUntil = (ms: number): Promise<void> => sleep(Math.max(0, ms - Date.now()));
