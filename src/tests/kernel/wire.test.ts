import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Message, readMessage, writeMessage } from '../../kernel/wire.ts';

const buffers = (frames: readonly (Buffer | string)[]): Buffer[] => frames.map((frame) => Buffer.from(frame));
const parent: Message['header'] = {
  msg_id: 'm1',
  session: 's1',
  username: 'u',
  date: '',
  msg_type: 'execute_request',
  version: '5.4',
};
const frames = (key: string): Buffer[] =>
  buffers(
    writeMessage(
      { type: 'stream', content: { text: 'é😀' }, parent, identities: [Buffer.from([0, 1, 255])] },
      key,
    ),
  );

test('wire :: what is written can be read :: content and identities survive', () => {
  const message = readMessage(frames('key'), 'key');
  assert.equal(message?.content, { text: 'é😀' });
  assert.equal(message?.identities, [Buffer.from([0, 1, 255])]);
  assert.is(message?.header.session, 's1');
});

test('wire :: without a key nothing is signed', () => {
  assert.equal(readMessage(frames(''), '')?.content, { text: 'é😀' });
});

test('wire :: wrong key, changed content, missing parts :: unread', () => {
  assert.is(readMessage(frames('key'), 'other'), undefined);
  const changed = frames('key');
  changed[changed.length - 1] = Buffer.from('{"text":"x"}');
  assert.is(readMessage(changed, 'key'), undefined);
  assert.is(readMessage(frames('key').slice(0, 4), 'key'), undefined);
  assert.is(readMessage([], 'key'), undefined);
});

test.run();
