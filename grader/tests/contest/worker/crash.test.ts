import { setTimeout as pause } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readLine } from '../../../contest/store/line.ts';
import { startWorkers } from '../../../contest/worker/workers.ts';
import { closeAll, engines, until } from '../store/fixture.ts';
import { killNow, killPostgres, postmasterPid } from '../store/killing.ts';
import { faultsOf, simulatedWorker, startRace, untilGraded } from './race.ts';

const test = suite('contest worker :: crash');
test.after(closeAll);

const KILLS = 3;
const all = engines();
const [embedded] = all;

for (const engine of all)
  test(`kill -9 :: ${engine.name} :: of a worker in the middle of a job :: nothing lost, nothing twice`, async () => {
    const { database } = await engine.open();
    const workers = startWorkers({ count: 2, url: database.url, command: simulatedWorker(150) });
    const race = await startRace(database, { people: 6, pauseMs: 100 });
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await until(
        'a worker is at a job',
        async () => (await readLine(database, race.contest)).running.length > 0,
      );
      const { running, workers: living } = await readLine(database, race.contest);
      const busy = living.find(({ worker }) => worker === running[0]?.worker);
      if (busy) killNow(busy.pid);
      await until('two are at work', async () => {
        const { workers: now } = await readLine(database, race.contest);
        return now.filter(({ pid }) => pid !== busy?.pid).length === 2;
      });
    }
    await race.stop();
    await untilGraded(database, race.contest);
    await workers.stop();
    assert.equal(await faultsOf(database, race), []);
    assert.ok(race.acknowledged.length > 10, `${race.acknowledged.length} submissions`);
  });

test('kill -9 :: embedded :: of PostgreSQL in the middle of submissions :: nothing lost, nothing twice', async () => {
  const { database, folder } = await embedded.open();
  const workers = startWorkers({ count: 1, url: database.url, command: simulatedWorker(30) });
  const race = await startRace(database, { people: 6, pauseMs: 20 });
  await until('a worker is there', async () => (await readLine(database, race.contest)).workers.length > 0);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await pause(300);
    const [pid, before] = [postmasterPid(folder), race.acknowledged.length];
    killPostgres(folder);
    await until('submissions are taken again', () => race.acknowledged.length > before + 6);
    assert.is.not(postmasterPid(folder), pid);
  }
  await race.stop();
  await untilGraded(database, race.contest);
  await workers.stop();
  assert.equal(await faultsOf(database, race), []);
});

test.run();
