import { randomUUID } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openRoom, PIN, SECRET, until } from './room.ts';

const test = suite('contest server');
const main = await openRoom();

test('race :: from the lobby to the last place told', async () => {
  const room = await main.newContest();
  const [ada, bob] = [await room.join('Ada'), await room.join('Bob')];
  assert.is((await room.ask('/api/contest')).body.phase, 'lobby');
  assert.is((await room.submit(ada, 'export {}')).body.error?.code, 'NOT_STARTED');

  assert.is((await room.act({ action: 'start', inS: 0 })).status, 204);
  const sent = await room.submit(ada, 'export const a = 1;');
  assert.equal([sent.status, sent.body.state], [202, 'waiting']);
  assert.is(await room.judge(100), 1);
  const own = await until(async () => {
    const { body } = await room.ask('/api/contest', { as: ada });
    return body.own?.submissions[0]?.state === 'judged' ? body.own : undefined;
  });
  assert.equal(
    [own.place, own.of, own.submissions[0]?.visiblePoints, own.submissions[0]?.points],
    [1, 2, 30, undefined],
  );
  assert.is((await room.ask('/api/contest', { as: bob })).body.own?.place, 2);

  assert.is((await room.act({ action: 'reveal', places: 1 })).body.error?.code, 'STILL_RUNNING');
  await room.act({ action: 'end' });
  await room.act({ action: 'reveal', places: 2 });
  const { body } = await room.ask('/api/contest');
  assert.equal(
    [body.isProvisional, body.board?.map((row) => [row.place, row.nick, row.points])],
    [
      false,
      [
        [1, 'Ada', 100],
        [2, 'Bob', 0],
      ],
    ],
  );
});

test('join :: the same token again is harmless, another nickname of the same is refused', async () => {
  const room = await main.newContest();
  const token = await room.join('Ada');
  const again = await room.post('/api/join', { nick: 'Ada' }, token);
  assert.equal([again.status, again.body.token], [200, token]);
  const taken = await room.post('/api/join', { nick: ' ada ' });
  assert.is(taken.body.error?.code, 'NICK_TAKEN');
  const resumed = await room.post('/api/join', { nick: 'ADA', pin: PIN });
  assert.is(resumed.body.person, again.body.person);
  assert.is((await room.post('/api/join', { nick: 'Ada', pin: '0000' })).status, 403);
});

test('submission :: sent again with its id :: is accepted once', async () => {
  const room = await main.newContest();
  const ada = await room.join('Ada');
  await room.act({ action: 'start', inS: 0 });
  const id = randomUUID();
  const first = await room.submit(ada, 'export const a = 1;', id);
  const second = await room.submit(ada, 'export const a = 1;', id);
  assert.equal([first.status, second.status, second.body.submission], [202, 202, first.body.submission]);
  assert.is(room.parts.host.contest.submissions.size, 1);
  assert.is((await room.submit(ada, 'export const a = 2;')).body.error?.code, 'TOO_SOON');
});

test('late :: is kept, marked, and counts when it is admitted', async () => {
  const room = await main.newContest();
  const ada = await room.join('Ada');
  await room.act({ action: 'start', inS: 0 });
  await room.act({ action: 'extend', minutes: -20 });
  const late = await room.submit(ada, 'export const a = 1;');
  assert.equal([late.status, late.body.state], [202, 'late']);
  await room.judge(100);
  const { submission } = late.body;
  const row = await until(async () => {
    const { body } = await room.ask('/api/console', { as: SECRET });
    return body.room?.[0]?.late.length ? body.room[0] : undefined;
  });
  assert.equal([row.points, row.late], [0, [submission]]);
  assert.is((await room.act({ action: 'admit', submission })).status, 204);
  assert.is((await room.ask('/api/console', { as: SECRET })).body.room?.[0]?.points, 100);
});

test('regrade :: is a proposal with its differences, then applied', async () => {
  const room = await main.newContest();
  const ada = await room.join('Ada');
  await room.act({ action: 'start', inS: 0 });
  await room.submit(ada, 'export const a = 1;');
  await room.judge(40);
  await until(async () =>
    room.parts.host.contest.submissions.values().next().value?.result ? true : undefined,
  );
  await room.act({ action: 'end' });
  await room.act({ action: 'regrade' });
  const proposed = await until(
    async () => (await room.ask('/api/console', { as: SECRET })).body.regrades?.[0],
  );
  assert.equal(
    proposed.moves.map(({ nick, from, to, why }) => [nick, from.points, to.points, why]),
    [['Ada', 40, 100, ['nulls: failed → passed']]],
  );
  await room.act({ action: 'apply', regrade: proposed.regrade });
  assert.is((await room.ask('/api/console', { as: SECRET })).body.room?.[0]?.points, 100);
  assert.is((await room.act({ action: 'drop', regrade: proposed.regrade })).body.error?.code, 'NO_REGRADE');
});

test('events :: the newest view first, then each change', async () => {
  const room = await main.newContest();
  const response = await fetch(`${room.url}/api/events`, { headers: { 'last-event-id': '0' } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.ok(reader);
  assert.is(response.headers.get('content-type'), 'text/event-stream');
  const seen = { text: '' };
  const read = async (wanted: RegExp): Promise<void> => {
    while (!wanted.test(seen.text)) seen.text += (await reader.read()).value ?? '';
  };
  await read(/"phase":"lobby"/);
  await room.join('Ada');
  await read(/"people":1/);
  assert.match(seen.text, /^id: 1\nevent: view\ndata: \{/);
  await reader.cancel();
});

test('several servers :: tell the same', async () => {
  const room = await main.newContest();
  const { openParts } = await import('../../../contest/server/open-parts.ts');
  const other = await openParts(room.parts.data.contest, {
    ...{ database: room.parts.database, queue: room.parts.queue, workers: () => [] },
    ...{
      regrade: async () => Promise.reject(new Error('not here')),
      about: room.parts.about,
      onTrouble: () => {},
    },
  });
  await room.join('Ada');
  await room.act({ action: 'start', inS: 0 });
  await until(async () => (other.host.contest.lastId === room.parts.host.contest.lastId ? true : undefined));
  assert.equal(other.host.contest, room.parts.host.contest);
  await other.host.close();
});

test.after(() => main.close());
test.run();
