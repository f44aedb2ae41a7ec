// A worker in a process of its own whose judge only waits: `worker-process.ts MS`. The URL comes in DATABASE_URL.
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../contest/store/database.ts';
import { startWorker } from '../../../contest/worker/worker.ts';
import { passed } from '../store/fixture.ts';

const [ms = '20'] = process.argv.slice(2);

async function main(): Promise<void> {
  const database = await openDatabase({ url: process.env.DATABASE_URL ?? '' }, { connections: 3 });
  const judge = async () => {
    await pause(Number(ms));
    return { ...passed(), gradedMs: database.now() };
  };
  const worker = await startWorker({ database, judge, say: (line) => console.log(line) });
  process.once('SIGTERM', () => void worker.stop());
  if (process.connected) process.once('disconnect', () => void worker.stop());
  console.log('ready');
  await worker.done;
  await database.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
