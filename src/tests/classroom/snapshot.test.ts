import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { canonicalJson, sealSnapshot, verifySnapshot } from '../../classroom/snapshot.ts';
import { content } from './snapshot-fixture.ts';

const test = suite('classroom :: snapshot');

/** The same data with the keys of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}

test('seal :: holds whatever the order of keys, and through JSON', () => {
  const snapshot = sealSnapshot(content);
  assert.match(snapshot.sha256, /^[0-9a-f]{64}$/);
  assert.ok(verifySnapshot(snapshot));
  assert.ok(verifySnapshot(JSON.parse(JSON.stringify(snapshot))));
  assert.ok(verifySnapshot(JSON.parse(JSON.stringify(turned(snapshot)))));
  assert.is(sealSnapshot(content).sha256, snapshot.sha256);
});

test('seal :: breaks with any single change', () => {
  const snapshot = sealSnapshot(content);
  const paths = leaves(content);
  assert.ok(paths.length > 20);
  for (const path of paths) assert.not.ok(verifySnapshot(changed(snapshot, path)), path.join('.'));
  assert.not.ok(verifySnapshot({ ...snapshot, places: [] }));
});

function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]));
}

/** A copy in which one leaf is another value. */
function changed<Value>(value: Value, path: readonly string[]): Value {
  const copy = JSON.parse(JSON.stringify(value));
  let node = copy;
  for (const key of path.slice(0, -1)) node = node[key];
  const last = path.at(-1) ?? '';
  node[last] = typeof node[last] === 'number' ? node[last] + 1e-9 : `${node[last]}x`;
  return copy;
}

test('canonical JSON :: sorted, without spaces, the same data back', () => {
  assert.is(canonicalJson({ b: [1, null], a: { d: 1, c: 'ø' } }), '{"a":{"c":"ø","d":1},"b":[1,null]}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.is(canonicalJson(turned(value)), canonicalJson(value));
      assert.is(canonicalJson(JSON.parse(canonicalJson(value))), canonicalJson(value));
    }),
    { seed: 5 },
  );
});

test.run();
