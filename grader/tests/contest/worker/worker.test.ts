import type { QueryConfig } from 'pg';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../../../src/errors.ts';
import type { Result } from '../../../contest/event.ts';
import type { Database } from '../../../contest/store/database.ts';
import { openJournal } from '../../../contest/store/journal.ts';
import { readLine } from '../../../contest/store/line.ts';
import { openQueue } from '../../../contest/store/queue.ts';
import { startWorker, type WorkerTools } from '../../../contest/worker/worker.ts';
import { closeAll, engines, newContest, newPerson, passed, submit, until } from '../store/fixture.ts';
import { killPostgres } from '../store/killing.ts';

const test = suite('contest worker :: worker');
test.after(closeAll);

/** A judge that comes to its end when the test says so. */
function heldJudge(): {
  judge: WorkerTools['judge'];
  begun: string[];
  finish: (result: Result | Error) => void;
} {
  const begun: string[] = [];
  const waiting: ((result: Result | Error) => void)[] = [];
  return {
    begun,
    judge: (_data, { source }) =>
      new Promise((resolve, reject) => {
        begun.push(source);
        waiting.push((result) => (result instanceof Error ? reject(result) : resolve(result)));
      }),
    finish: (result) => waiting.shift()?.(result),
  };
}

/** Commits the first take of a job, and says that the connection broke meanwhile. */
function losingFirstTake(pool: Database['pool'], lost: { takes: number }): Database['pool'] {
  const connect = async (): Promise<unknown> => {
    const client = await pool.connect();
    const seen = { take: false };
    const query = async (asked: string | QueryConfig): Promise<unknown> => {
      const text = typeof asked === 'string' ? asked : asked.text;
      if (text.includes('INSERT INTO airlab.takes')) seen.take = true;
      const result = await client.query(asked);
      if (text !== 'COMMIT' || !seen.take || lost.takes > 0) return result;
      lost.takes += 1;
      throw Object.assign(new Error('terminating connection'), { code: '57P01' });
    };
    return new Proxy(client, { get: (target, name) => (name === 'query' ? query : bound(target, name)) });
  };
  return new Proxy(pool, { get: (target, name) => (name === 'connect' ? connect : bound(target, name)) });
}

function bound(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? value.bind(target) : value;
}

const all = engines();
const [embedded] = all;

for (const engine of all) {
  const stage = async () => {
    const { database } = await engine.open();
    const queue = await openQueue(database);
    await queue.boss.clearStorage();
    const contest = await newContest(database);
    const verdicts = async (): Promise<string[]> =>
      (await openJournal(database, contest).read(0)).flatMap(({ event }) =>
        event.type === 'judged' || event.type === 'unjudged' ? `${event.type} ${event.submission}` : [],
      );
    return { database, queue, contest, verdicts, person: await newPerson(database, contest, 'Ada') };
  };

  test(`work :: ${engine.name} :: what waits and what comes; idle it wakes at once`, async () => {
    const { database, queue, contest, verdicts, person } = await stage();
    const first = await submit(queue, contest, { person, source: 'one' });
    const sources: string[] = [];
    const said: string[] = [];
    const judge: WorkerTools['judge'] = async ({ exercise }, { kind, source }) => {
      sources.push(`${exercise} ${kind} ${source}`);
      return passed(70);
    };
    const worker = await startWorker({ database, judge, say: (line) => said.push(line) });
    await until('the first verdict', async () => (await verdicts()).length === 1);
    const second = await submit(queue, contest, { person, kind: '.ipynb', source: 'two' });
    await until('the second verdict', async () => (await verdicts()).length === 2);
    assert.equal(await verdicts(), [`judged ${first}`, `judged ${second}`]);
    assert.equal(sources, ['exercise-pm25 .ts one', 'exercise-pm25 .ipynb two']);
    assert.match(said[0] ?? '', new RegExp(`^${first}  passed, 70 of 100, \\d`));
    await worker.stop();
    await worker.done;
    assert.equal((await readLine(database, contest)).workers, [], 'it is gone from the list');
  });

  test(`work :: ${engine.name} :: the same text is judged once, by a worker of these checks`, async () => {
    const { database, queue, contest, verdicts, person } = await stage();
    const bob = await newPerson(database, contest, 'Bob');
    const sources: string[] = [];
    const judge: WorkerTools['judge'] = async (_data, { kind, source }) => {
      sources.push(`${kind} ${source}`);
      return passed(70);
    };
    const sent: [string, string, '.ts' | '.ipynb'][] = [
      [person, 'same', '.ts'],
      [bob, 'same', '.ts'],
      [bob, 'same', '.ipynb'],
      [person, 'other', '.ts'],
    ];
    const first = await startWorker({ database, judge });
    for (const [index, [who, source, kind]] of sent.entries()) {
      await submit(queue, contest, { person: who, source, kind });
      await until('its verdict', async () => (await verdicts()).length === index + 1);
    }
    assert.equal(sources, ['.ts same', '.ipynb same', '.ts other']);
    await first.stop();
    const mended = await startWorker({ database, judge });
    await submit(queue, contest, { person: bob, source: 'same' });
    await until('a verdict of the mended checks', () => sources.length === 4);
    await mended.stop();
  });

  test(`trouble :: ${engine.name} :: three attempts, then unjudged; the next one is graded`, async () => {
    const { database, queue, contest, verdicts, person } = await stage();
    const poisoned = await submit(queue, contest, { person, source: 'poison' });
    const bob = await newPerson(database, contest, 'Bob');
    const good = await submit(queue, contest, { person: bob, source: 'good' });
    const outcomes: (Result | Error)[] = [
      new Error('no memory'),
      { ...passed(0), verdict: 'could not check' },
      new Error('no memory'),
    ];
    const judge: WorkerTools['judge'] = async (_data, { source }) => {
      if (source === 'good') return passed();
      const outcome = outcomes.shift();
      if (outcome === undefined || outcome instanceof Error) throw outcome ?? new Error('a fourth attempt');
      return outcome;
    };
    const worker = await startWorker({ database, judge, restMs: 1 });
    await until('both have an end', async () => (await verdicts()).length === 2);
    assert.equal(await verdicts(), [`judged ${good}`, `unjudged ${poisoned}`]);
    assert.equal(outcomes, []);
    await worker.stop();
  });

  test(`stop :: ${engine.name} :: the submission that runs comes to its end`, async () => {
    const { database, queue, contest, verdicts, person } = await stage();
    const { judge, begun, finish } = heldJudge();
    const worker = await startWorker({ database, judge });
    const running = await submit(queue, contest, { person });
    await until('it runs', () => begun.length === 1);
    await submit(queue, contest, { person });
    const stopped = worker.stop();
    finish(passed());
    await stopped;
    await worker.done;
    assert.equal(await verdicts(), [`judged ${running}`]);
    assert.is((await readLine(database, contest)).waiting.length, 1, 'the next one was left');
  });

  test(`stop :: ${engine.name} :: one that takes too long is given back, and graded once by the next worker`, async () => {
    const { database, queue, contest, verdicts, person } = await stage();
    const slow = heldJudge();
    const first = await startWorker({ database, judge: slow.judge });
    const submission = await submit(queue, contest, { person });
    await until('it runs', () => slow.begun.length === 1);
    await first.stop(1);
    const { waiting } = await readLine(database, contest);
    assert.equal(
      waiting.map((one) => [one.submission, one.failures]),
      [[submission, 0]],
    );
    const second = await startWorker({ database, judge: async () => passed(50) });
    await until('it is graded', async () => (await verdicts()).length === 1);
    slow.finish(passed(10));
    await first.done;
    await second.stop();
    const last = (await openJournal(database, contest).read(0)).at(-1);
    assert.is(last?.event.type === 'judged' && last.event.result.points, 50);
    assert.equal(await verdicts(), [`judged ${submission}`]);
  });

  test(`take :: ${engine.name} :: its answer is lost with the connection :: the job is taken again at once`, async () => {
    const { database, queue, contest, verdicts, person } = await stage();
    const lost = { takes: 0 };
    const losing = { ...database, pool: losingFirstTake(database.pool, lost) };
    const submission = await submit(queue, contest, { person });
    const worker = await startWorker({ database: losing, judge: async () => passed() });
    await until('the verdict', async () => (await verdicts()).length === 1);
    await worker.stop();
    assert.equal([lost.takes, await verdicts()], [1, [`judged ${submission}`]]);
  });

  test(`hung :: ${engine.name} :: the attempt is given up and the worker ends`, async () => {
    const { database, queue, contest, verdicts, person } = await stage();
    const { judge } = heldJudge();
    const hanging = await startWorker({ database, judge, gradingMs: 5, restMs: 1 });
    const submission = await submit(queue, contest, { person });
    await hanging.done.then(
      () => assert.unreachable('it went on'),
      (error) => assert.is(isAirlabError(error) && error.code, 'GRADING_HUNG', String(error)),
    );
    const next = await startWorker({ database, judge: async () => passed() });
    await until('another one grades it', async () => (await verdicts()).length === 1);
    await next.stop();
    assert.equal(await verdicts(), [`judged ${submission}`]);
  });
}

test('database :: embedded :: PostgreSQL is killed while it grades :: the verdict counts once it is back', async () => {
  const { database, folder } = await embedded.open();
  const queue = await openQueue(database);
  const contest = await newContest(database);
  const person = await newPerson(database, contest, 'Ada');
  const { judge, begun, finish } = heldJudge();
  const worker = await startWorker({ database, judge });
  const submission = await submit(queue, contest, { person });
  await until('it runs', () => begun.length === 1);
  killPostgres(folder);
  finish(passed());
  const journal = openJournal(database, contest);
  await until('the verdict is there', () =>
    journal.read(0).then(
      (entries) => entries.some(({ event }) => event.type === 'judged' && event.submission === submission),
      () => false,
    ),
  );
  await until(
    'it is among the workers again',
    async () => (await readLine(database, contest)).workers.length === 1,
  );
  assert.is(begun.length, 1, 'and it was graded once');
  await worker.stop();
});

test.run();
