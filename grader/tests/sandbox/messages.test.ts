import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { frame, Lines } from '../../sandbox/frames.ts';
import { limitSays, limitsWith, silenceSays } from '../../sandbox/limits.ts';
import { parseMessage } from '../../sandbox/messages.ts';
import { positionOf } from '../../sandbox/position.ts';
import { answer } from './boxes.ts';

const test = suite('messages');

const read = (message: unknown): unknown => parseMessage(JSON.stringify(message));

test('parseMessage :: what the child never says is nothing', () => {
  for (const line of ['', 'null', '[]', '{"kind":"passed"}', '{"kind":"value","value":1}', '['.repeat(1e5)])
    assert.is(parseMessage(line), undefined, line.slice(0, 40));
  assert.is(read({ kind: 'request', origin: 'nowhere' }), undefined);
});

test('parseMessage :: a value :: deeper than the judge can follow is refused', () => {
  const deep = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], 1);
  assert.equal(read({ kind: 'value', id: 'a', value: deep(60) }), {
    kind: 'value',
    id: 'a',
    value: deep(60),
  });
  assert.is(read({ kind: 'value', id: 'a', value: deep(70) }), undefined);
});

test('parseMessage :: fields of a wrong type :: count as empty', () => {
  assert.equal(read({ kind: 'threw', id: 'a', failure: { name: 1, message: ['x'] } }), {
    kind: 'threw',
    id: 'a',
    failure: { name: '', message: '', stack: '' },
  });
  assert.equal(read({ kind: 'used', virtualMs: -1, rssMb: 'much' }), {
    kind: 'used',
    virtualMs: 0,
    rssMb: 0,
  });
});

test('Lines :: are put together from any pieces', () => {
  const lines = new Lines();
  const bytes = Buffer.from('{"a":"µ"}\n{"b":2}\n{"c"');
  const got = [...bytes].flatMap((byte) => lines.push(Buffer.from([byte])) ?? ['too much']);
  assert.equal(got, ['{"a":"µ"}', '{"b":2}']);
});

test('Lines :: a line without an end :: is given up', () => {
  const lines = new Lines();
  const part = Buffer.alloc(1_000_000, 'x');
  const got = [1, 2, 3, 4, 5].map(() => lines.push(part));
  assert.equal(got[0], []);
  assert.is(got[4], undefined);
});

test('frame :: two lengths, JSON, bytes', () => {
  const bytes = frame({ a: 'µ' }, new Uint8Array([1, 2]));
  assert.is(bytes.readUInt32LE(0), 10);
  assert.is(bytes.readUInt32LE(4), 2);
  assert.is(bytes.subarray(8, 18).toString(), '{"a":"µ"}');
});

test('positionOf :: the first frame in the answer :: other files are passed over', () => {
  const stack =
    'Error: x\n    at f (node:internal:1:2)\n    at g (exercises/answer.ts:12:5)\n    at exercises/answer.ts:20:1';
  assert.is(positionOf(stack, answer('')), 'exercises/answer.ts:12');
  assert.is(positionOf('no frames', answer('')), undefined);
  assert.is(positionOf('at exercises/answer.ts:x:y', answer('')), undefined);
});

test('positionOf :: a place that cannot be mapped :: is none', () => {
  const locate = (): never => {
    throw new Error('not in the map');
  };
  assert.is(positionOf('at exercises/answer.ts:9:9', { ...answer(''), locate }), undefined);
});

test('limits :: say their own number', () => {
  const limits = limitsWith({ cpuS: 2 });
  assert.is(limitSays('cpu', limits), 'computed for more than 2 s: look for a loop that never ends');
  assert.is(limitSays('wall', limits), 'ran longer than 10 s');
  assert.is(
    silenceSays({ method: 'GET', origin: 'https://example.org', url: '/v1/x' }, 8_000),
    'no answer from GET https://example.org/v1/x for 8 s; no time limit was set',
  );
});

test.run();
