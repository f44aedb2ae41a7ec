import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Result } from '../../../contest/event.ts';
import type { Database } from '../../../contest/store/database.ts';
import { openJournal } from '../../../contest/store/journal.ts';
import { readLine } from '../../../contest/store/line.ts';
import {
  failJob,
  finishJob,
  giveBackJob,
  type Job,
  openQueue,
  type Queue,
  takeJob,
  WORKER_LOCK,
} from '../../../contest/store/queue.ts';
import { sweep } from '../../../contest/store/sweep.ts';
import { closeAll, engines, newContest, newPerson, passed, submit, until } from './fixture.ts';

const test = suite('contest store :: queue');
test.after(closeAll);

/** A worker that lives as long as its connection. */
async function newWorker(database: Database): Promise<{ worker: number; die: () => void }> {
  const client = await database.pool.connect();
  const { rows } = await client.query(
    `INSERT INTO airlab.workers (host, pid) VALUES ('test', 1) RETURNING worker`,
  );
  await client.query('SELECT pg_advisory_lock($1, $2)', [WORKER_LOCK, rows[0].worker]);
  return { worker: rows[0].worker, die: () => client.release(true) };
}

/** The time that pg-boss and the sweeper see passes: leases and waits are moved back. */
async function letPass(database: Database, ms: number): Promise<void> {
  const back = `interval '${ms} milliseconds'`;
  await database.pool.query(
    `UPDATE airlab_queue.job SET start_after = start_after - ${back}, started_on = started_on - ${back}`,
  );
  await database.pool.query(`UPDATE airlab.takes SET at = at - ${back}`);
}

async function taken(queue: Queue, worker: number): Promise<Job> {
  const job = await takeJob(queue, worker);
  assert.ok(job, 'nothing waits');
  return job;
}

async function verdicts(database: Database, contest: string): Promise<string[]> {
  const entries = await openJournal(database, contest).read(0);
  return entries.flatMap(({ event }) =>
    event.type === 'judged' || event.type === 'unjudged' ? `${event.type} ${event.submission}` : [],
  );
}

for (const engine of engines()) {
  const stage = async () => {
    const { database } = await engine.open();
    const queue = await openQueue(database);
    // Each test has the queue for itself.
    await queue.boss.clearStorage();
    const contest = await newContest(database);
    const { worker, die } = await newWorker(database);
    const people = await Promise.all(['Ada', 'Bob', 'Cy'].map((nick) => newPerson(database, contest, nick)));
    const [ada = '', bob = '', cy = ''] = people;
    return { database, queue, contest, worker, die, ada, bob, cy };
  };

  test(`take :: ${engine.name} :: first come, first served; each goes to one worker`, async () => {
    const { database, queue, contest, worker, die, ada, bob, cy } = await stage();
    const sent: string[] = [];
    for (const person of [ada, bob, cy]) sent.push(await submit(queue, contest, { person }));
    const line = await readLine(database, contest);
    assert.equal(
      line.waiting.map(({ submission, place }) => `${place} ${submission}`),
      sent.map((submission, index) => `${index + 1} ${submission}`),
    );
    const jobs = await Promise.all([1, 2, 3, 4].map(() => takeJob(queue, worker)));
    assert.equal(jobs.map((job) => job?.submission ?? '').sort(), ['', ...sent].sort());
    const { running, waiting, workers } = await readLine(database, contest);
    assert.equal([running.length, waiting.length], [3, 0]);
    assert.ok(running.every((one) => one.worker === worker));
    assert.equal(
      workers.filter((one) => one.worker === worker).map(({ taken }) => taken),
      [3],
    );
    die();
  });

  test(`take :: ${engine.name} :: whoever was graded lately lets the others pass`, async () => {
    const { queue, contest, worker, die, ada, bob, cy } = await stage();
    for (const _ of [1, 2]) {
      await submit(queue, contest, { person: ada });
      await finishJob(queue, await taken(queue, worker), passed());
    }
    await submit(queue, contest, { person: bob });
    await taken(queue, worker); // Bob's runs.
    for (const person of [ada, bob, cy]) await submit(queue, contest, { person });
    const order = [await taken(queue, worker), await taken(queue, worker), await taken(queue, worker)];
    assert.equal(
      order.map(({ person }) => person),
      [cy, bob, ada],
    );
    die();
  });

  test(`finish :: ${engine.name} :: one verdict, whichever of two workers is first`, async () => {
    const { database, queue, contest, worker, die, ada } = await stage();
    const submission = await submit(queue, contest, { person: ada });
    const first = await taken(queue, worker);
    await letPass(database, 200_000);
    await sweep(queue);
    await letPass(database, 2_000);
    const second = await taken(queue, worker);
    assert.equal([second.submission, second.attempt], [submission, 2]);
    const results = await Promise.all([
      finishJob(queue, first, passed(40)),
      finishJob(queue, second, passed(60)),
      finishJob(queue, second, passed(60)),
    ]);
    assert.equal(results.sort(), [false, false, true]);
    assert.equal(await verdicts(database, contest), [`judged ${submission}`]);
    await sweep(queue);
    assert.equal(await takeJob(queue, worker), undefined);
    die();
  });

  test(`finish :: ${engine.name} :: a lost worker's verdict ends the next attempt before it begins`, async () => {
    const { database, queue, contest, worker, die, ada } = await stage();
    await submit(queue, contest, { person: ada });
    const first = await taken(queue, worker);
    await letPass(database, 200_000);
    await sweep(queue);
    assert.ok(await finishJob(queue, first, passed()));
    await letPass(database, 2_000);
    assert.equal(await takeJob(queue, worker), undefined);
    die();
  });

  test(`fail :: ${engine.name} :: three attempts, then unjudged; the others go on meanwhile`, async () => {
    const { database, queue, contest, worker, die, ada, bob } = await stage();
    const poisoned = await submit(queue, contest, { person: ada });
    const good = await submit(queue, contest, { person: bob });
    await failJob(queue, await taken(queue, worker), 'the sandbox broke');
    const next = await taken(queue, worker);
    assert.is(next.submission, good, 'the poisoned one waits a moment');
    await finishJob(queue, next, passed());
    for (const attempt of [2, 3]) {
      await letPass(database, 2_000);
      const again = await taken(queue, worker);
      assert.equal([again.submission, again.attempt], [poisoned, attempt]);
      await failJob(queue, again, 'the sandbox broke');
    }
    await letPass(database, 2_000);
    assert.equal(await takeJob(queue, worker), undefined);
    await Promise.all([sweep(queue), sweep(queue)]);
    assert.equal(await verdicts(database, contest), [`judged ${good}`, `unjudged ${poisoned}`]);
    die();
  });

  test(`fail :: ${engine.name} :: by a worker whose lease has passed on :: changes nothing`, async () => {
    const { database, queue, contest, worker, die, ada } = await stage();
    const submission = await submit(queue, contest, { person: ada });
    const first = await taken(queue, worker);
    await letPass(database, 200_000);
    await sweep(queue);
    await letPass(database, 2_000);
    const second = await taken(queue, worker);
    await failJob(queue, first, 'late');
    await giveBackJob(queue, first);
    assert.equal((await readLine(database, contest)).running.length, 1);
    assert.ok(await finishJob(queue, second, passed()));
    assert.equal(await verdicts(database, contest), [`judged ${submission}`]);
    die();
  });

  test(`give back :: ${engine.name} :: counts as no attempt and is not replaced`, async () => {
    const { queue, database, contest, worker, die, ada } = await stage();
    const first = await submit(queue, contest, { person: ada });
    for (const _ of [1, 2, 3, 4]) {
      const job = await taken(queue, worker);
      assert.equal([job.submission, job.attempt], [first, 1]);
      await giveBackJob(queue, job);
    }
    const second = await submit(queue, contest, { person: ada });
    const order = [await taken(queue, worker), await taken(queue, worker)];
    assert.equal(
      order.map(({ submission }) => submission),
      [first, second],
    );
    for (const job of order) await finishJob(queue, job, passed());
    assert.equal(await verdicts(database, contest), [`judged ${first}`, `judged ${second}`]);
    die();
  });

  test(`sweep :: ${engine.name} :: a worker died :: its submission goes to another one`, async () => {
    const { queue, database, contest, worker, die, ada } = await stage();
    const { worker: living, die: dieLater } = await newWorker(database);
    const submission = await submit(queue, contest, { person: ada });
    await taken(queue, worker);
    await letPass(database, 3_000);
    await sweep(queue);
    assert.is((await readLine(database, contest)).running.length, 1, 'it lives: nothing happens');
    die();
    await until('the submission waits again', async () => {
      await sweep(queue);
      return (await readLine(database, contest)).waiting.length === 1;
    });
    assert.is((await readLine(database, contest)).waiting[0]?.failures, 1);
    await letPass(database, 2_000);
    const again = await taken(queue, living);
    assert.equal([again.submission, again.attempt], [submission, 2]);
    dieLater();
  });

  test(`room :: ${engine.name} :: jobs that ended long ago leave the queue when it is opened`, async () => {
    const { database, queue, contest, worker, die, ada, bob } = await stage();
    for (const person of [ada, bob]) {
      await submit(queue, contest, { person });
      await finishJob(queue, await taken(queue, worker), passed());
      if (person === ada)
        await database.pool.query(`UPDATE airlab_queue.job SET completed_on = now() - interval '2 days'`);
    }
    die();
    const again = await openQueue(database);
    const { rows } = await database.pool.query(`SELECT state FROM airlab_queue.job WHERE name = 'grading'`);
    await again.close();
    assert.equal(rows, [{ state: 'completed' }]);
  });

  test(`contests :: ${engine.name} :: share workers, not journals`, async () => {
    const { queue, database, contest, worker, die, ada } = await stage();
    const other = await newContest(database);
    const eve = await newPerson(database, other, 'Ada');
    const here = await submit(queue, contest, { person: ada });
    const there = await submit(queue, other, { person: eve });
    assert.equal(
      (await readLine(database, other)).waiting.map(({ place, submission }) => [place, submission]),
      [[2, there]],
    );
    for (const _ of [1, 2]) await finishJob(queue, await taken(queue, worker), passed());
    assert.equal(await verdicts(database, contest), [`judged ${here}`]);
    assert.equal(await verdicts(database, other), [`judged ${there}`]);
    die();
  });

  test(`result :: ${engine.name} :: comes back as it was written`, async () => {
    const { queue, database, contest, worker, die, ada } = await stage();
    await submit(queue, contest, { person: ada });
    const result: Result = { ...passed(12.5), verdict: 'not yet', mistakes: ['a', 'b'], hasRun: false };
    await finishJob(queue, await taken(queue, worker), result);
    const last = (await openJournal(database, contest).read(0)).at(-1);
    assert.equal(last?.event.type === 'judged' && last.event.result, result);
    die();
  });
}

test.run();
