import type { ConsoleView } from '../pages/contract.ts';
import type { Database } from '../store/database.ts';
import { readLine } from '../store/line.ts';

const LOOK_MS = 2_000;

/** The workers as the database knows them, wherever they run; those of this machine that are missing are lost. */
export function watchWorkers(database: Database, contest: string, wanted: number) {
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
