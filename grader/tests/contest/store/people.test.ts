import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../../../src/errors.ts';
import {
  createContest,
  findContest,
  listContests,
  loadContest,
  opensConsole,
} from '../../../contest/store/contests.ts';
import { openJournal } from '../../../contest/store/journal.ts';
import { cleanNick, join, kick, memberOf, rename, resume } from '../../../contest/store/people.ts';
import { closeAll, engines, newContest, PIN, SECRET, simulatedSnapshot } from './fixture.ts';

const test = suite('contest store :: people');
test.after(closeAll);

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (isAirlabError(error) ? error.code : String(error)),
  );
}

for (const engine of engines()) {
  test(`contest :: ${engine.name} :: kept whole, found by its code, opened by its secret`, async () => {
    const { database } = await engine.open();
    const snapshot = await simulatedSnapshot();
    const contest = await newContest(database, snapshot);
    const data = await loadContest(database, contest);
    assert.equal(data.snapshot, snapshot);
    assert.is(await findContest(database, data.code), contest);
    for (const code of ['nothing', `${data.code}\0`]) assert.is(await findContest(database, code), undefined);
    assert.equal((await listContests(database)).at(-1), { contest, code: data.code });
    assert.ok(await opensConsole(database, contest, SECRET));
    assert.not.ok(await opensConsole(database, contest, `${SECRET} `));
    const [created] = await openJournal(database, contest).read(0);
    assert.ok(created?.event.type === 'created');
    assert.is(created.event.snapshotSha256, snapshot.sha256);
    assert.not.match(JSON.stringify(created), data.seed);

    const again = { ...data, minutes: 15, freezeMinutes: 3, pin: PIN, secret: SECRET };
    assert.is(await codeOf(createContest(database, again)), 'CODE_TAKEN');
    assert.is(await codeOf(loadContest(database, crypto.randomUUID())), 'NO_CONTEST');
    await database.pool.query(
      `UPDATE airlab.contests SET snapshot = replace(snapshot, '"pm10"', '"pm99"') WHERE contest = $1`,
      [contest],
    );
    assert.is(await codeOf(loadContest(database, contest)), 'SNAPSHOT_ALTERED');
  });

  test(`join :: ${engine.name} :: a token comes back to the same person; only its hash is kept`, async () => {
    const { database } = await engine.open();
    const contest = await newContest(database);
    const ada = await join(database, contest, { nick: ' Ada  Lovelace ' });
    assert.is(ada.nick, 'Ada Lovelace');
    assert.ok(ada.isNew && ada.token.length >= 43);
    assert.equal(await join(database, contest, { nick: 'Bob', token: ada.token }), { ...ada, isNew: false });
    assert.equal(await memberOf(database, contest, ada.token), { person: ada.person, nick: ada.nick });
    for (const forged of ['', 'x', ada.token.slice(1), ada.token.toLowerCase(), `${ada.token}\0`])
      assert.is(await memberOf(database, contest, forged), undefined);
    assert.is(await memberOf(database, await newContest(database), ada.token), undefined, 'another contest');
    const { rows } = await database.pool.query('SELECT * FROM airlab.tokens WHERE contest = $1', [contest]);
    assert.not.match(JSON.stringify(rows), ada.token);
    assert.is(rows[0].token_hash.length, 32);
    assert.equal(
      (await openJournal(database, contest).read(1)).map(({ event }) => event),
      [{ type: 'joined', person: ada.person, nick: 'Ada Lovelace' }],
    );
  });

  test(`join :: ${engine.name} :: names that look alike are one; of many at once one gets it`, async () => {
    const { database } = await engine.open();
    const contest = await newContest(database);
    const nicks = ['Ada', 'ADA', 'ａｄａ', 'ada ', 'A\u200Bda', 'A\u200Dda', 'a\u0064a'];
    const codes = await Promise.all(nicks.map((nick) => codeOf(join(database, contest, { nick }))));
    assert.equal(codes.sort(), [...nicks.slice(1).map(() => 'NICK_TAKEN'), 'no error'].sort());
    assert.is((await openJournal(database, contest).read(1)).length, 1, 'and the journal knows of one');
    assert.is(await codeOf(join(database, contest, { nick: ' \u202E\u200B ' })), 'NICK_EMPTY');
    assert.is(await codeOf(join(database, await newContest(database), { nick: 'Ada' })), 'no error');
  });

  test(`resume :: ${engine.name} :: nickname and PIN; both machines go on`, async () => {
    const { database } = await engine.open();
    const contest = await newContest(database);
    const ada = await join(database, contest, { nick: 'Ada' });
    const again = await resume(database, contest, { nick: 'ada', pin: ` ${PIN}` });
    assert.equal({ ...again, token: '' }, { person: ada.person, nick: 'Ada', token: '', isNew: false });
    assert.is.not(again.token, ada.token);
    for (const { token } of [ada, again]) assert.ok(await memberOf(database, contest, token));
    for (const wrong of [
      { nick: 'Ada', pin: '271829' },
      { nick: 'Bob', pin: PIN },
      { nick: 'Ada', pin: '' },
    ])
      assert.is(await codeOf(resume(database, contest, wrong)), 'WRONG_PIN');
  });

  test(`rename :: ${engine.name} :: once for the same name, never to a taken one`, async () => {
    const { database } = await engine.open();
    const contest = await newContest(database);
    const { person } = await join(database, contest, { nick: 'Ada' });
    await join(database, contest, { nick: 'Bob' });
    await rename(database, contest, { person, nick: 'Grace' });
    await rename(database, contest, { person, nick: 'Grace' });
    await rename(database, contest, { person, nick: 'GRACE' });
    assert.is(await codeOf(rename(database, contest, { person, nick: 'bob' })), 'NICK_TAKEN');
    assert.is(await codeOf(rename(database, contest, { person: 'nobody', nick: 'Eve' })), 'NO_PERSON');
    const renamed = (await openJournal(database, contest).read(3)).map(({ event }) => event);
    assert.equal(renamed, [
      { type: 'renamed', person, nick: 'Grace' },
      { type: 'renamed', person, nick: 'GRACE' },
    ]);
    assert.is(
      await codeOf(join(database, contest, { nick: 'Ada' })),
      'no error',
      'the old one is free again',
    );
  });

  test(`kick :: ${engine.name} :: tokens end, the PIN does not help, the name stays taken`, async () => {
    const { database } = await engine.open();
    const contest = await newContest(database);
    const { person, token } = await join(database, contest, { nick: 'Ada' });
    await Promise.all([1, 2].map(() => kick(database, contest, person)));
    assert.is(await memberOf(database, contest, token), undefined);
    assert.is(await codeOf(resume(database, contest, { nick: 'Ada', pin: PIN })), 'KICKED');
    assert.is(await codeOf(join(database, contest, { nick: 'Ada', token })), 'NICK_TAKEN');
    assert.equal(
      (await openJournal(database, contest).read(2)).map(({ event }) => event),
      [{ type: 'kicked', person }],
    );
  });
}

test('nick :: what can be shown', () => {
  const shown: [string, string][] = [
    ['  Ada\u202E \t Lovelace\n', 'Ada Lovelace'],
    ['👩\u200D🚀', '👩\u200D🚀'],
    ['nul\0 and\u0007 bell', 'nul and bell'],
    ['<img src=x onerror=1>', '<img src=x onerror=1>'],
    ['練習 🏁', '練習 🏁'],
    ['x'.repeat(99), 'x'.repeat(24)],
    ['🏁'.repeat(30), '🏁'.repeat(24)],
    ['Zo\u0065\u0308', 'Zoë'],
    [`Z${'\u0300'.repeat(60)}algo`, 'Zalgo'],
    ['half \uD83C', 'half'],
  ];
  for (const [nick, expected] of shown) assert.is(cleanNick(nick), expected);
});

test.run();
