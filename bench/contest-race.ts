import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { rehearsalAnswers } from '../grader/contest/rehearse/answers.ts';
import type { BotAnswer } from '../grader/contest/rehearse/bot.ts';
import type { Figures } from './all.ts';
import { act, drained, EXERCISE, faults, inRace, joined, journalOf, spreadOf, verdictWaits } from './race.ts';

const CLASS = 60;
const CROWD = 1_000;
const SPREAD_MS = 60_000;

/**
 * Whole races over HTTP against `grade compete` with the real judge: a class that submits within a minute, and a crowd
 * that submits the zoo's answers in the last minute. Load and server share the machine.
 */
export async function bench(): Promise<Figures> {
  const answers = rehearsalAnswers(fileURLToPath(new URL('..', import.meta.url)), EXERCISE);
  const rows = [
    ...(await handIns({ people: CLASS, answers, own: true })),
    ...(await handIns({ people: CROWD, answers, own: false })),
  ];
  return { name: 'contest race, over HTTP, two workers, real judge', rows };
}

interface Crowd {
  readonly people: number;
  readonly answers: readonly BotAnswer[];
  /** Everybody's text is an own one: nothing of it was judged before. */
  readonly own: boolean;
}

/** All of them submit within a minute, evenly; then until the last verdict. */
async function handIns({ people, answers, own }: Crowd): Promise<Figures['rows']> {
  return inRace({ minutes: 5, workers: 2 }, async ({ server }) => {
    const bots = await joined(server.url, people);
    await act(server, { action: 'start', inS: 0 });
    const tookMs: number[] = [];
    await Promise.all(
      bots.map(async (bot, index) => {
        await pause((index / people) * SPREAD_MS);
        const answer = answers[index % answers.length];
        if (!answer) return;
        const began = performance.now();
        await bot.submit(own ? { ...answer, source: `${answer.source}\n// ${bot.nick}\n` } : answer);
        tookMs.push(performance.now() - began);
      }),
    );
    const lastInMs = Date.now();
    await drained(server);
    const entries = await journalOf(server);
    const waits = verdictWaits(entries);
    const label = `${people} submissions in a minute, ${own ? 'every text an own one' : `${answers.length} different texts`}`;
    const lastVerdictMs = Math.max(
      ...entries.flatMap(({ atMs, event }) => (event.type === 'judged' ? atMs : [])),
    );
    return [
      { label, value: `acknowledged after ${spreadOf(tookMs)}` },
      {
        label: '',
        value: `verdict after ${spreadOf(waits)}, the last ${Math.round((lastVerdictMs - lastInMs) / 1000)} s after the last submission`,
      },
      { label: '', value: faults(entries, bots) },
    ];
  });
}
