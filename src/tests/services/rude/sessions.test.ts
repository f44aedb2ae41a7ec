import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createSessions } from '../../../services/rude/sessions.ts';

const ask = (nowMs: number, script = '429:2,503,ok', path = 'air') => ({
  method: 'GET',
  path,
  script,
  nowMs,
});

test('play :: the script in order :: then ok for ever', () => {
  const sessions = createSessions();
  const kinds = [0, 1, 2, 3, 4].map((at) => sessions.play('ana', ask(at)).kind);
  assert.equal(kinds, ['status', 'status', 'ok', 'ok', 'ok']);
});

test('play :: sessions and addresses :: each has its own place', () => {
  const sessions = createSessions();
  sessions.play('ana', ask(0));
  assert.is(sessions.play('bo', ask(0)).kind, 'status');
  assert.is(sessions.play('ana', ask(1, '429:2,503,ok', 'weather')).kind, 'status');
  assert.equal(sessions.play('ana', ask(2)), { kind: 'status', status: 503 });
});

test('play :: another script :: from its start', () => {
  const sessions = createSessions();
  sessions.play('ana', ask(0, '503,ok'));
  assert.is(sessions.play('ana', ask(1, 'html,ok')).kind, 'html');
});

test('log :: waits :: a request before its time is early', () => {
  const sessions = createSessions();
  sessions.play('ana', ask(1_000));
  sessions.play('ana', ask(2_500));
  sessions.play('ana', ask(2_600));
  assert.equal(sessions.log('ana'), {
    session: 'ana',
    count: 3,
    early: 1,
    requests: [
      { n: 1, atMs: 0, method: 'GET', path: 'air', deed: '429:2', retryAfterS: 2 },
      { n: 2, atMs: 1_500, method: 'GET', path: 'air', deed: '503', early: true },
      { n: 3, atMs: 1_600, method: 'GET', path: 'air', deed: 'ok' },
    ],
  });
});

test('log :: the wait respected :: nothing early', () => {
  const sessions = createSessions();
  sessions.play('ana', ask(0));
  sessions.play('ana', ask(2_000));
  assert.is(sessions.log('ana').early, 0);
});

test('log :: thousands of requests :: the count is kept, the list is bounded', () => {
  const sessions = createSessions();
  for (let at = 0; at < 5_000; at += 1) sessions.play('ana', ask(at, 'ok'));
  const { count, requests } = sessions.log('ana');
  assert.equal([count, requests.length, requests.at(-1)?.n], [5_000, 500, 5_000]);
});

test('sessions :: more than fit :: the one used least lately is forgotten', () => {
  const sessions = createSessions();
  sessions.play('first', ask(0));
  for (let index = 0; index < 299; index += 1) sessions.play(`s${index}`, ask(1));
  sessions.play('first', ask(2));
  sessions.play('one-more', ask(3));
  assert.is(sessions.log('first').count, 2);
  assert.is(sessions.log('s0').count, 0);
});

test('log :: nobody :: empty', () => {
  assert.equal(createSessions().log('nobody'), { session: 'nobody', count: 0, early: 0, requests: [] });
});

test.run();
