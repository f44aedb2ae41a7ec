import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cellQueue } from '../../kernel/cells.ts';
import type { Message } from '../../kernel/wire.ts';

const message = (id: string, content = {}): Message => ({
  identities: [],
  header: { msg_id: id, session: 's', username: 'u', date: '', msg_type: 'execute_request', version: '5.4' },
  content: { code: id, ...content },
});

function recorded() {
  const heard: string[] = [];
  const queue = cellQueue({
    start: ({ message: { header }, number }) => void heard.push(`start ${header.msg_id} ${number}`),
    abort: ({ header }) => void heard.push(`abort ${header.msg_id}`),
  });
  return { heard, queue };
}

test('queue :: one at a time, in order, counted', () => {
  const { heard, queue } = recorded();
  for (const id of ['a', 'b']) queue.add(message(id));
  assert.equal(heard, ['start a 1']);
  queue.finish(false);
  assert.equal(heard, ['start a 1', 'start b 2']);
  queue.finish(false);
  assert.is(queue.current(), undefined);
});

test('queue :: failure :: aborts what waits, later ones run', () => {
  const { heard, queue } = recorded();
  for (const id of ['a', 'b', 'c']) queue.add(message(id));
  queue.finish(true);
  queue.add(message('d'));
  assert.equal(heard, ['start a 1', 'abort b', 'abort c', 'start d 2']);
});

test('queue :: failure with stop_on_error false :: the next runs', () => {
  const { heard, queue } = recorded();
  queue.add(message('a', { stop_on_error: false }));
  queue.add(message('b'));
  queue.finish(true);
  assert.equal(heard, ['start a 1', 'start b 2']);
});

test('queue :: silent and unstored cells do not count', () => {
  const { heard, queue } = recorded();
  queue.add(message('a', { silent: true }));
  queue.finish(false);
  queue.add(message('b', { store_history: false }));
  queue.finish(false);
  queue.add(message('c'));
  assert.equal(heard, ['start a 0', 'start b 0', 'start c 1']);
});

test.run();
