import { createHash } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../../../src/errors.ts';
import { openJournal } from '../../../contest/store/journal.ts';
import { readLine } from '../../../contest/store/line.ts';
import { kick } from '../../../contest/store/people.ts';
import { openQueue } from '../../../contest/store/queue.ts';
import { readSource, sourceOf } from '../../../contest/store/sources.ts';
import { acceptSubmission, keepChecked, LARGEST_SOURCE } from '../../../contest/store/submissions.ts';
import { closeAll, engines, newContest, newPerson, submit } from './fixture.ts';

const test = suite('contest store :: submissions');
test.after(closeAll);

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (isAirlabError(error) ? error.code : String(error)),
  );
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

for (const engine of engines()) {
  const stage = async () => {
    const { database } = await engine.open();
    const queue = await openQueue(database);
    const contest = await newContest(database);
    const person = await newPerson(database, contest, 'Ada');
    return { database, queue, contest, person, journal: openJournal(database, contest) };
  };

  test(`accept :: ${engine.name} :: source, event and job together`, async () => {
    const { database, queue, contest, person, journal } = await stage();
    const source = 'export const a = "練習 \0 🏁"\r\n';
    const accepted = await acceptSubmission(queue, contest, {
      ...{ person, key: 'k', kind: '.ipynb', source, receivedMs: 1_234, via: 'notebook', queuedMs: 99 },
    });
    assert.equal(
      { ...accepted, submission: '' },
      { submission: '', sha256: sha256(source), receivedMs: 1_234, isNew: true },
    );
    assert.equal(await sourceOf(database, contest, accepted.submission), { kind: '.ipynb', source });
    const { submission } = accepted;
    const sum = sha256(source);
    assert.equal(
      (await journal.read(2)).map(({ event }) => event),
      [
        {
          type: 'submitted',
          person,
          submission,
          sha256: sum,
          receivedMs: 1_234,
          via: 'notebook',
          queuedMs: 99,
        },
      ],
    );
    assert.equal(
      (await readLine(database, contest)).waiting.map((one) => one.submission),
      [submission],
    );
  });

  test(`accept :: ${engine.name} :: a key sent many times at once :: once, and all are answered alike`, async () => {
    const { queue, contest, person, journal, database } = await stage();
    const request = { person, key: 'same', kind: '.ts', source: 'x', receivedMs: 5, via: 'cli' } as const;
    const all = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => acceptSubmission(queue, contest, { ...request, receivedMs: n })),
    );
    assert.is(new Set(all.map(({ submission }) => submission)).size, 1);
    assert.is(new Set(all.map(({ receivedMs }) => receivedMs)).size, 1);
    assert.is(all.filter(({ isNew }) => isNew).length, 1);
    assert.is((await journal.read(2)).length, 1);
    assert.is((await readLine(database, contest)).waiting.length, 1);
    assert.is(await codeOf(acceptSubmission(queue, contest, { ...request, source: 'y' })), 'KEY_REUSED');
    const bob = await newPerson(database, contest, 'Bob');
    assert.ok((await acceptSubmission(queue, contest, { ...request, person: bob })).isNew, "another's key");
  });

  test(`accept :: ${engine.name} :: a newer one takes the place of the older that waits`, async () => {
    const { queue, contest, person, journal, database } = await stage();
    const first = await submit(queue, contest, { person });
    const second = await acceptSubmission(queue, contest, {
      ...{ person, key: 'second', kind: '.ts', source: 'two', receivedMs: 5, via: 'page' },
    });
    assert.is(second.replaces, first);
    const repeated = await acceptSubmission(queue, contest, {
      ...{ person, key: 'second', kind: '.ts', source: 'two', receivedMs: 9, via: 'page' },
    });
    assert.equal(repeated, { ...second, isNew: false });
    const [, event] = (await journal.read(2)).map((entry) => entry.event);
    assert.ok(event?.type === 'submitted');
    assert.is(event.replaces, first);
    assert.equal(
      (await readLine(database, contest)).waiting.map((one) => one.submission),
      [second.submission],
    );
  });

  test(`accept :: ${engine.name} :: limits hold against many at once`, async () => {
    const { queue, contest, person } = await stage();
    const limits = { gapMs: 10_000, most: 3 };
    const at = (receivedMs: number): Promise<string> =>
      codeOf(
        acceptSubmission(queue, contest, {
          ...{ person, key: `${receivedMs}`, kind: '.ts', source: 'x', receivedMs, via: 'cli', limits },
        }),
      );
    const codes = await Promise.all([1_000, 1_001, 1_002, 1_003].map(at));
    assert.equal(codes.sort(), ['TOO_SOON', 'TOO_SOON', 'TOO_SOON', 'no error']);
    assert.is(await at(10_999), 'TOO_SOON');
    assert.is(await at(11_003), 'no error');
    assert.is(await at(21_003), 'no error');
    assert.is(await at(99_000), 'TOO_MANY');
  });

  test(`accept :: ${engine.name} :: what is refused leaves nothing`, async () => {
    const { queue, contest, person, journal, database } = await stage();
    const request = { person, key: 'k', kind: '.ts', source: 'x', receivedMs: 5, via: 'cli' } as const;
    const send = (change: object): Promise<string> =>
      codeOf(acceptSubmission(queue, contest, { ...request, ...change }));
    assert.is(await send({ source: 'ü'.repeat(LARGEST_SOURCE / 2 + 1) }), 'SOURCE_TOO_LARGE');
    assert.is(await send({ person: 'nobody' }), 'NO_PERSON');
    assert.is(await send({ source: 'ü'.repeat(LARGEST_SOURCE / 2) }), 'no error');
    await kick(database, contest, person);
    assert.is(await send({ key: 'after' }), 'KICKED');
    assert.is((await journal.read(2)).length, 2);
    assert.is((await readLine(database, contest)).waiting.length, 1);
  });

  test(`checked :: ${engine.name} :: every version's source is kept`, async () => {
    const { contest, person, journal, database } = await stage();
    const version = { person, kind: '.ts', points: 40, mistakes: ['utc-hours'] } as const;
    const { sha256: first } = await keepChecked(database, contest, { ...version, source: 'one' });
    const { sha256: second } = await keepChecked(database, contest, { ...version, source: 'two' });
    await keepChecked(database, contest, { ...version, source: 'one' });
    assert.equal(await readSource(database, contest, first), { kind: '.ts', source: 'one' });
    assert.equal(await readSource(database, contest, second), { kind: '.ts', source: 'two' });
    assert.is(await readSource(database, await newContest(database), first), undefined);
    const [event] = (await journal.read(2)).map((entry) => entry.event);
    assert.equal(event, { type: 'checked', person, sha256: first, points: 40, mistakes: ['utc-hours'] });
    assert.is((await journal.read(2)).length, 3);
  });
}

test.run();
