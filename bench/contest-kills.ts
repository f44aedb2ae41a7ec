import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { rehearsalAnswers } from '../grader/contest/rehearse/answers.ts';
import { startServer } from '../grader/contest/rehearse/server-process.ts';
import type { Figures } from './all.ts';
import { act, boardOf, drained, EXERCISE, faults, inRace, joined, journalOf, spreadOf } from './race.ts';

const BOTS = 60;
const KILLS = 100;

/** What a contest loses when its server is killed again and again in the middle of a race. */
export async function bench(): Promise<Figures> {
  return { name: 'contest, server killed in the race', rows: await killings() };
}

/** Bots submit without an end while the server is killed and started again. */
async function killings(): Promise<Figures['rows']> {
  const answers = rehearsalAnswers(fileURLToPath(new URL('..', import.meta.url)), EXERCISE);
  return inRace({ minutes: 60, workers: 1 }, async (race) => {
    const bots = await joined(race.server.url, BOTS);
    await act(race.server, { action: 'start', inS: 0 });
    const state = { isOver: false };
    const racing = bots.map(async (bot, index) => {
      for (let round = 0; !state.isOver; round += 1) {
        const answer = answers[(index + round) % answers.length];
        if (answer) await bot.submit(answer);
        await pause(randomInt(50));
      }
    });
    const startsMs: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pause(randomInt(1_500));
      await race.server.kill();
      race.server = await startServer(race.wish);
      startsMs.push(race.server.startMs);
    }
    state.isOver = true;
    await Promise.all(racing);
    await drained(race.server);
    const entries = await journalOf(race.server);
    const board = await boardOf(race.server);
    await race.server.kill();
    race.server = await startServer(race.wish);
    const isSame = JSON.stringify(await boardOf(race.server)) === JSON.stringify(board);
    return [
      { label: `kill -9 of the server, ${KILLS} times`, value: faults(entries, bots) },
      {
        label: '',
        value: `answers again after ${spreadOf(startsMs)}; board after one more kill: ${isSame ? 'the same' : 'ANOTHER'}`,
      },
      { label: '', value: `bots asked again ${bots.reduce((sum, { repeats }) => sum + repeats, 0)} times` },
    ];
  });
}
