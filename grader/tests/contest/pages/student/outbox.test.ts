import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addressOf,
  type Letter,
  nextLetter,
  readOutbox,
  settle,
} from '../../../../contest/pages/student/outbox.js';

const test = suite('outbox');

const letter = (id: string, rest: Partial<Letter> = {}): Letter => ({
  id,
  kind: 'ts',
  source: 'export {}',
  madeMs: 5_000.5,
  wasOffline: false,
  notBeforeMs: 0,
  ...rest,
});

test('sending :: the oldest that may go; refused ones wait to be read', () => {
  const box = [letter('a', { refused: 'why' }), letter('b', { notBeforeMs: 900 }), letter('c')];
  assert.is(nextLetter(box, 500)?.id, 'c');
  assert.is(nextLetter(box, 1_000)?.id, 'b');
});

test('settling :: only an answer of the server takes a letter away', () => {
  const box = [letter('a'), letter('b')];
  assert.equal(
    settle(box, 'a', { kind: 'sent' }).map(({ id }) => id),
    ['b'],
  );
  assert.is(settle(box, 'a', { kind: 'unreached' })[0]?.wasOffline, true);
  assert.is(settle(box, 'a', { kind: 'postponed', untilMs: 9 })[0]?.notBeforeMs, 9);
  assert.is(settle(box, 'a', { kind: 'refused', why: 'TOO_LATE' })[0]?.refused, 'TOO_LATE');
});

test('address :: has the moment only for what was written without a link', () => {
  assert.is(addressOf(letter('a')), '/api/submissions?id=a&kind=ts&via=page');
  assert.match(addressOf(letter('a', { wasOffline: true })), /&queuedMs=5001$/);
});

test('kept text :: what is damaged is left out', () => {
  const box = [letter('a')];
  assert.equal(readOutbox(JSON.stringify(box)), box);
  for (const text of [null, '', '{', '{}', '[1,null,{"id":"x"}]'])
    assert.equal(readOutbox(text), [], String(text));
});

test.run();
