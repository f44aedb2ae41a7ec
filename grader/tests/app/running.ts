import type { FastifyInstance } from 'fastify';
import { serveAssets } from '../../../solutions/exercise-app/assets.ts';
import { makeApp } from '../../../solutions/exercise-app.ts';
import { startClassroomServer } from '../../../src/classroom/server.ts';
import { simulated } from '../../../src/classroom/simulated/index.ts';

/** Ten past nine in Roskilde on a Tuesday in winter. */
export const NOW_MS = Date.parse('2026-11-24T08:10:00Z');

export interface RunningApp {
  readonly app: FastifyInstance;
  /** How often the classroom API was asked, by path. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/** The finished app in front of a classroom API whose clock stands. */
export async function runApp(): Promise<RunningApp> {
  const source = simulated({ seed: 1 });
  const asked: string[] = [];
  const classroom = await startClassroomServer({
    port: 0,
    world: () => ({ source, nowMs: NOW_MS }),
    trouble: (error) => console.error(error),
    log: ({ url }) => void asked.push(url),
  });
  process.env.AIRLAB_CLASSROOM_API_URL = classroom.url;
  const app = makeApp(() => NOW_MS);
  serveAssets(app);
  return {
    app,
    asked,
    close: async () => {
      await app.close();
      await classroom.close();
    },
  };
}
