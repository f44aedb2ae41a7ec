import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AirlabError, OutsideError } from '../../../../src/errors.ts';
import { putLetter, readLetters, sendLetters } from '../../../contest/client/outbox.ts';
import { readSeat, seatFolder, writeSeat } from '../../../contest/client/seat.ts';
import { probeClock } from '../../../contest/client/server-clock.ts';
import { standing, submissionWords } from '../../../contest/client/words.ts';
import type { ContestEvent } from '../../../contest/event.ts';
import { fold } from '../../../contest/fold.ts';
import { codeOf, roomAddresses, urlOf } from '../../../contest/server/addresses.ts';
import { view } from '../../../contest/view.ts';
import { at, joined, journal, judged, started, submitted } from '../story.ts';

const test = suite('contest client');
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'airlab-client-'));
  folders.push(made);
  return made;
};
test.after(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

test('code :: is the address, there and back', () => {
  for (const [address, port] of [
    ['192.168.1.20', 8790],
    ['10.0.0.1', 8790 + 255],
    ['255.255.255.255', 8791],
  ] as const) {
    const code = codeOf(address, port) ?? '';
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.is(urlOf(code), `http://${address}:${port}`);
    assert.is(
      urlOf(` ${code.toLowerCase().replace('-', '').replaceAll('0', 'o').replaceAll('1', 'l')} `),
      urlOf(code),
    );
  }
  assert.is(codeOf('192.168.1.20', 80), undefined);
});

test('code :: addresses do as well, and nonsense says what a code looks like', () => {
  assert.is(urlOf('http://10.0.0.2:8790/board?x=1#y'), 'http://10.0.0.2:8790');
  assert.is(urlOf('laptop.local:8790'), 'http://laptop.local:8790');
  assert.throws(
    () => urlOf('hello'),
    (error: AirlabError) => error.code === 'BAD_CODE' && /R2M0/.test(error.hint),
  );
});

test('addresses :: those of the room first, none of containers', () => {
  const one = (address: string, internal = false) => [{ address, family: 'IPv4', internal }];
  const found = roomAddresses({
    lo: one('127.0.0.1', true),
    docker0: one('172.17.0.1'),
    eth1: one('8.8.4.4'),
    wlan0: one('192.168.1.20'),
    odd: one('169.254.1.1'),
  });
  assert.equal(found, ['192.168.1.20', '8.8.4.4']);
});

test('seat :: is for this user only; a broken file is none', () => {
  const root = folder();
  const seat = {
    ...{
      url: 'http://x',
      token: 't',
      person: 'p',
      nick: 'n',
      exercise: 'e',
      snapshotSha256: 's',
      joinedMs: 1,
    },
  };
  writeSeat(root, seat);
  assert.equal(readSeat(root), seat);
  const path = join(seatFolder(root), 'seat.json');
  assert.is(statSync(path).mode & 0o077, 0);
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, 20));
  assert.is(readSeat(root), undefined);
});

const letter = (source: string, queuedMs: number) => ({ kind: 'ts', source, queuedMs, via: 'cli' }) as const;

test('outbox :: oldest first; what got through or is refused leaves, the rest stays', async () => {
  const root = folder();
  for (const [source, queuedMs] of [
    ['b', 20],
    ['a', 10],
    ['c', 30],
    ['d', 40],
  ] as const)
    putLetter(root, letter(source, queuedMs));
  const asked: string[] = [];
  const results = await sendLetters(root, async ({ source }) => {
    asked.push(source);
    if (source === 'b')
      throw new AirlabError('too large', { code: 'SOURCE_TOO_LARGE', hint: '', trouble: 'usage' });
    if (source === 'c') throw new OutsideError('no answer', '', 'CONTEST_UNREACHABLE');
    return source;
  });
  assert.equal(
    results.map(({ kind }) => kind),
    ['sent', 'refused', 'kept'],
  );
  assert.equal(
    [asked, readLetters(root).map(({ source }) => source)],
    [
      ['a', 'b', 'c'],
      ['c', 'd'],
    ],
  );
});

test('outbox :: a letter keeps its id over every try, and half a file is no letter', async () => {
  const root = folder();
  const { id } = putLetter(root, letter('a', 1));
  const seen: string[] = [];
  const fail = async (one: { id: string }): Promise<void> => {
    seen.push(one.id);
    throw new OutsideError('no answer', '', 'CONTEST_UNREACHABLE');
  };
  await sendLetters(root, fail);
  await sendLetters(root, fail);
  assert.equal(seen, [id, id]);
  const [name = ''] = readdirSync(join(seatFolder(root), 'outbox'));
  writeFileSync(join(seatFolder(root), 'outbox', name), '{"id":');
  assert.equal(readLetters(root), []);
});

test('clock :: the probe with the shortest way counts', async () => {
  const clock = { nowMs: 1_000 };
  const trips = [400, 80, 20, 300, 600];
  const askNow = async (): Promise<number> => {
    const trip = trips.shift() ?? 0;
    clock.nowMs += trip;
    return clock.nowMs - trip / 2 + 5_000;
  };
  assert.equal(await probeClock(askNow, () => clock.nowMs), { offsetMs: 5_000, roundTripMs: 20 });
});

const viewAt = (nowMs: number, ...events: readonly (readonly [number, ContestEvent])[]) =>
  view(fold(journal(joined('ada'), joined('bob'), started, ...events)), {
    asOfMs: nowMs,
    viewer: { kind: 'person', person: 'ada' },
  });
const words = (nowMs: number, ...events: readonly (readonly [number, ContestEvent])[]) =>
  standing(viewAt(nowMs, ...events), nowMs)[0];

test('words :: where a student stands, at every time', () => {
  assert.is(words(at(0) - 5_000), 'the race begins in 5 s');
  assert.is(words(at(4)), '11 min left · place 1 of 2, provisional');
  assert.is(words(at(13)), '2 min left, the board stands still · place 1 of 2, provisional');
  assert.is(words(at(15)), 'the bell has rung');
  assert.is(
    words(at(15), [at(1), { type: 'paced', person: 'ada', factor: 2, minutes: 0 }]),
    '15 min left · place 1 of 2, provisional',
  );
  assert.is(words(at(5), [at(4), { type: 'paused' }]), 'paused · place 1 of 2, provisional');
  assert.is(
    words(at(20), [at(16), { type: 'ended' }], [at(17), { type: 'closed' }]),
    'the race is over · place 1 of 2',
  );
});

test('words :: how a submission stands', () => {
  const states = (nowMs: number, ...events: readonly (readonly [number, ContestEvent])[]) =>
    viewAt(nowMs, ...events).own?.submissions.map(submissionWords);
  const sent = [submitted('bob', 'b', at(1)), submitted('ada', 'a', at(2))] as const;
  assert.equal(states(at(3), ...sent), ['waiting, place 2 in the queue']);
  assert.equal(states(at(3), ...sent, judged('b', 0, at(3))), ['next to be graded']);
  assert.equal(states(at(3), ...sent, judged('a', 40, at(3))), [
    '30 points: hourly passed; hidden checks are told at the end',
  ]);
  assert.equal(states(at(20), ...sent, judged('a', 40, at(3)), [at(16), { type: 'closed' }]), [
    '40 points: hourly passed; not yet: nulls',
  ]);
  assert.equal(states(at(16), submitted('ada', 'a', at(15))), [
    'came after your time; the instructor may count it',
  ]);
});

test.run();
