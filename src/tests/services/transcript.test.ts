import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Piece, transcript } from '../../services/transcript.ts';

const you = (text: string): Piece => ({ from: 'you', bytes: Buffer.from(text) });
const service = (...bytes: number[]): Piece => ({ from: 'service', bytes: Uint8Array.from(bytes) });

const test = suite('transcript');

test('text :: as it is, with its number of bytes', () => {
  assert.is(transcript([you('ask: µ\r\n\r\n')]), 'you → 11 bytes\nask: µ');
});

test('text :: port and date :: left out, but counted', () => {
  const text = transcript([you('host: 127.0.0.1:8787\r\nDate: Tue, 24 Nov\r\n')]);
  assert.is(text, 'you → 41 bytes\nhost: 127.0.0.1:…\ndate: …');
});

test('bytes :: in hex, with letters beside them', () => {
  assert.is(
    transcript([service(0x30, 0x02, 0x00, 0x61, 0xff)]),
    `service ← 5 bytes\n${'30 02 00 61 ff'.padEnd(48)} 0..a.`,
  );
});

test('turns :: pieces of one sender are one, others are apart', () => {
  assert.is(transcript([you('a'), you('b'), service(0x63)]), 'you → 2 bytes\nab\n\nservice ← 1 bytes\nc');
});

test('turns :: of one side only', () => {
  assert.is(transcript([you('a'), service(0x63), you('b')], 'you'), 'you → 2 bytes\nab');
});

test('long :: cut after some rows', () => {
  const rows = transcript([you('row\n'.repeat(40))]).split('\n');
  assert.is(rows.length, 26);
  assert.is(rows.at(-1), '… 16 more rows');
});

test('nothing :: is nothing', () => {
  assert.is(transcript([]), '');
});

test.run();
