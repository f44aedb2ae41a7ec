import { loadExercise } from '../../exercises.ts';
import { airlabHome } from '../../home.ts';
import { readStarters } from '../../starters.ts';
import type { ContestEvent, Result } from '../event.ts';
import { loadContest } from '../store/contests.ts';
import type { Database } from '../store/database.ts';
import { openJournal } from '../store/journal.ts';
import type { Queue } from '../store/queue.ts';
import { Access } from './access.ts';
import { Host } from './host.ts';
import type { About, Parts } from './parts.ts';
import { Regrading } from './regrading.ts';
import { Streams } from './streams.ts';

export interface OpenTools {
  readonly database: Database;
  readonly queue: Queue;
  /** Grades a kept submission again, for a regrade. */
  readonly regrade: (submission: string) => Promise<Result>;
  readonly workers: Parts['workers'];
  readonly about: About;
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Everything that serves one contest, from what the database holds. Servers on the same database may open the same one.
 *
 * @throws AirlabError of `loadContest`.
 */
export async function openParts(contest: string, tools: OpenTools): Promise<Parts> {
  const { database, queue, onTrouble, about, workers } = tools;
  const data = await loadContest(database, contest);
  const exercise = await loadExercise(data.exercise);
  const journal = openJournal(database, contest);
  const host = await Host.open({ journal, now: database.now, onTrouble });
  const write = async (...events: ContestEvent[]): Promise<void> => {
    await journal.append(events);
    await host.refresh();
  };
  return {
    ...{ database, queue, journal, host, data, exercise, about, workers, write },
    streams: new Streams(),
    access: new Access(database, contest),
    starters: readStarters(airlabHome(), exercise.name),
    regrading: new Regrading({ contest: () => host.contest, grade: tools.regrade, write, onTrouble }),
  };
}
