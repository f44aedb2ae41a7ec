import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { encode } from '../../../sandbox/child/encode.ts';

const test = suite('encode');

const decoded = (value: unknown): unknown => {
  const encoded = encode(value);
  return 'text' in encoded ? JSON.parse(encoded.text) : encoded.problem;
};

test('plain data :: is the same as with JSON', () => {
  const value = { text: 'µg/m³ "quoted" \u2028', list: [1, -0.5, 1e300, null, true], nested: { deep: [[]] } };
  assert.equal(decoded(value), JSON.parse(JSON.stringify(value)));
});

const MARKED: readonly (readonly [name: string, value: unknown, expected: unknown])[] = [
  ['a date', new Date(0), { $date: '1970-01-01T00:00:00.000Z' }],
  ['an invalid date', new Date(Number.NaN), { $date: null }],
  ['undefined in a record', { pm25: undefined }, { pm25: null }],
  ['NaN and infinities', [Number.NaN, Number.POSITIVE_INFINITY], [null, null]],
  ['a hole', new Array(2), [null, null]],
  ['a small BigInt', 12n, 12],
  ['a large BigInt', 2n ** 64n, '18446744073709551616'],
  ['a map', new Map([['a', new Set([1])]]), { $map: [['a', { $set: [1] }]] }],
  ['a typed array', new Float32Array([1.5, 2]), [1.5, 2]],
  ['a promise', [Promise.resolve(1)], [{ $promise: true }]],
  ['a function', { mean() {} }, { mean: { $function: 'mean' } }],
  ['a symbol', Symbol('s'), { $symbol: 's' }],
  [
    'an instance',
    new (class City {
      name = 'Roskilde';
    })(),
    { name: 'Roskilde' },
  ],
  ['an error', new RangeError('far'), { name: 'RangeError', message: 'far' }],
  ['toJSON', { toJSON: () => ({ at: new Date(0) }) }, { at: { $date: '1970-01-01T00:00:00.000Z' } }],
  ['a URL', new URL('https://example.org/a'), 'https://example.org/a'],
  ['a boxed number', Object(5), 5],
  ['nothing', undefined, null],
];

for (const [name, value, expected] of MARKED)
  test(`${name} :: is told as data`, () => assert.equal(decoded(value), expected));

test('__proto__ :: is left out', () => {
  const encoded = encode(JSON.parse('{"__proto__": {"polluted": 1}, "a": 1}'));
  assert.equal(encoded, { text: '{"a":1}' });
});

test('too large, too deep, itself :: is a problem, not a crash', () => {
  const self: Record<string, unknown> = {};
  self.self = self;
  const deep = Array.from({ length: 1e5 }).reduce((inner) => [inner], []);
  assert.is(decoded('x'.repeat(3e6)), 'returned more than 2 MB of data');
  assert.is(decoded(new Array(2e6).fill(1)), 'returned more than 2 MB of data');
  assert.match(String(decoded(self)), /contains itself/);
  assert.match(String(decoded(deep)), /60 levels/);
});

test('a getter that throws :: throws', () => {
  const value = {
    get pm25(): number {
      throw new Error('from a getter');
    },
  };
  assert.throws(() => encode(value), /from a getter/);
});

test('a toJSON on every object :: does not change what is told twice', () => {
  const lie = (): string => 'lie';
  Object.defineProperty(Object.prototype, 'toJSON', { value: lie, configurable: true });
  try {
    assert.equal(encode([1, 'a']), { text: '[1,"a"]' });
  } finally {
    Reflect.deleteProperty(Object.prototype, 'toJSON');
  }
});

test.run();
