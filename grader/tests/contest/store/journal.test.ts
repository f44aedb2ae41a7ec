import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../../../src/errors.ts';
import type { ContestEvent, Entry } from '../../../contest/event.ts';
import { openDatabase } from '../../../contest/store/database.ts';
import { openJournal } from '../../../contest/store/journal.ts';
import { closeAll, engines, newContest, passed, until } from './fixture.ts';
import { killPostgres } from './killing.ts';

const test = suite('contest store :: journal');
test.after(closeAll);

const told = (text: string): ContestEvent => ({ type: 'told', text });
const ids = (entries: readonly Entry[]): number[] => entries.map(({ id }) => id);
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const all = engines();
const [embedded] = all;

for (const engine of all) {
  test(`append :: ${engine.name} :: eight writers in two processes' pools :: no gap, in order of time`, async () => {
    const { database } = await engine.open();
    const other = await openDatabase({ url: database.url });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }), { minLength: 8, maxLength: 8 }),
        async (writers) => {
          const contest = await newContest(database);
          const written = await Promise.all(
            writers.map(async (sizes, writer) => {
              const journal = openJournal(writer % 2 === 0 ? database : other, contest);
              const mine: Entry[] = [];
              for (const size of sizes)
                mine.push(...(await journal.append(Array.from({ length: size }, () => told(`${writer}`)))));
              return mine;
            }),
          );
          const entries = await openJournal(database, contest).read(0);
          const total = writers.flat().reduce((sum, size) => sum + size, 0);
          assert.equal(ids(entries), upTo(1 + total));
          assert.equal(
            entries.map(({ atMs }) => atMs),
            entries.map(({ atMs }) => atMs).sort((one, two) => one - two),
          );
          // What a writer was told is what is there, and each writer's own are in its order.
          for (const mine of written) {
            assert.equal(
              mine.map((entry) => entries[entry.id - 1]),
              mine,
            );
            assert.equal(
              ids(mine),
              ids(mine).sort((one, two) => one - two),
            );
          }
        },
      ),
      { numRuns: 6 },
    );
    await other.close();
  });

  test(`append :: ${engine.name} :: a failed one leaves no gap`, async () => {
    const { database } = await engine.open();
    const contest = await newContest(database);
    const journal = openJournal(database, contest);
    const judged: ContestEvent = { type: 'judged', submission: 's', result: passed() };
    await journal.append([judged]);
    for (const again of [judged, { type: 'unjudged', submission: 's', why: 'late' } as const])
      await journal.append([told('before'), again]).then(
        () => assert.unreachable(),
        (error) => {
          assert.ok(isAirlabError(error), String(error));
          assert.is(error.code, 'WRITTEN_ALREADY');
        },
      );
    await journal.append([told('after')]);
    assert.equal(ids(await journal.read(0)), [1, 2, 3]);
    assert.equal((await journal.append([])).length, 0);
  });

  test(`append :: ${engine.name} :: any text comes back, but for what PostgreSQL cannot keep`, async () => {
    const { database } = await engine.open();
    const journal = openJournal(database, await newContest(database));
    const texts = ['"\\\'; DROP TABLE', '🏁 練習 <script>', 'nul \0 end', 'half \uD83C end', '\u0007\u202E'];
    const entries = await journal.append(texts.map(told));
    assert.equal(
      entries.map(({ event }) => event.type === 'told' && event.text),
      ['"\\\'; DROP TABLE', '🏁 練習 <script>', 'nul \uFFFD end', 'half \uFFFD end', '\u0007\u202E'],
    );
  });

  test(`journal :: ${engine.name} :: nobody changes it`, async () => {
    const { database } = await engine.open();
    await newContest(database);
    for (const change of [
      'UPDATE airlab.journal SET at_ms = 0',
      'DELETE FROM airlab.journal',
      'TRUNCATE airlab.journal',
      'TRUNCATE airlab.contests CASCADE',
    ])
      await database.pool.query(change).then(
        () => assert.unreachable(),
        (error: Error) => assert.is(error.message, 'the journal only grows'),
      );
  });

  test(`read :: ${engine.name} :: pages; contests do not mix`, async () => {
    const { database } = await engine.open();
    const [one, other] = [await newContest(database), await newContest(database)];
    const journal = openJournal(database, one);
    await journal.append(upTo(9).map((n) => told(`${n}`)));
    await openJournal(database, other).append([told('elsewhere')]);
    assert.equal(ids(await journal.read(3, 4)), [4, 5, 6, 7]);
    assert.equal(ids(await journal.read(10)), []);
    assert.equal((await journal.read(0, 1))[0]?.event.type, 'created');
  });

  test(`follow :: ${engine.name} :: what was there and what comes, once and in order, by a slow listener`, async () => {
    const { database } = await engine.open();
    const contest = await newContest(database);
    const journal = openJournal(database, contest);
    await journal.append([told('before')]);
    const heard: number[] = [];
    const state = { inside: 0 };
    const following = await journal.follow(async (entries) => {
      assert.is(++state.inside, 1, 'one call at a time');
      await new Promise((resolve) => setImmediate(resolve));
      heard.push(...ids(entries));
      state.inside -= 1;
    });
    await Promise.all(upTo(40).map((n) => journal.append([told(`${n}`)])));
    await until('all are heard', () => heard.length >= 42);
    await following.stop();
    await journal.append([told('too late')]);
    assert.equal(heard, upTo(42));
  });

  test(`follow :: ${engine.name} :: its connection is cut again and again :: none missed, none twice`, async () => {
    const { database } = await engine.open();
    const contest = await newContest(database);
    const journal = openJournal(database, contest);
    const heard: number[] = [];
    const following = await journal.follow((entries) => void heard.push(...ids(entries)), { afterId: 1 });
    for (const round of upTo(5)) {
      await journal.append([told(`${round} before`)]);
      await database.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %' AND pid <> pg_backend_pid()`,
      );
      await journal.append([told(`${round} while it is cut`)]);
      await until(`round ${round} is heard`, () => heard.length >= 2 * round);
    }
    await following.stop();
    assert.equal(heard, upTo(11).slice(1));
  });
}

test('follow :: embedded :: PostgreSQL is killed in the middle', async () => {
  const { database, folder } = await embedded.open();
  const contest = await newContest(database);
  const journal = openJournal(database, contest);
  const heard: number[] = [];
  const following = await journal.follow((entries) => void heard.push(...ids(entries)));
  await journal.append([told('before')]);
  killPostgres(folder);
  await until('it takes another', () =>
    journal.append([told('after')]).then(
      () => true,
      (error) => {
        assert.is(isAirlabError(error) && error.code, 'DATABASE_GONE', String(error));
        return false;
      },
    ),
  );
  await until('all are heard', async () => heard.length === (await journal.read(0)).length);
  await following.stop();
  assert.equal(heard, upTo(heard.length));
});

test.run();
