import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sealSnapshot } from '../../classroom/snapshot.ts';
import { parseSnapshot, readSnapshot, writeSnapshot } from '../../classroom/snapshot-file.ts';
import { isAirlabError } from '../../errors.ts';
import { content } from './snapshot-fixture.ts';

const test = suite<{ folder: string; path: string }>('classroom :: snapshot file');
const snapshot = sealSnapshot(content);

test.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'airlab-snapshot-'));
  context.path = join(context.folder, 'one.json');
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }));

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    assert.ok(isAirlabError(error), String(error));
    assert.is(error.trouble, 'theirs');
    return error.code;
  }
  return 'none';
}

test('write and read :: the same, nothing beside it', ({ folder, path }) => {
  writeSnapshot(path, snapshot);
  assert.equal(readSnapshot(path), snapshot);
  writeSnapshot(path, snapshot);
  assert.equal(readdirSync(folder), ['one.json']);
});

test('large :: 10 MB arrive whole', ({ path }) => {
  const [place] = content.places;
  if (place === undefined) return assert.unreachable();
  const many = Array.from({ length: 1_000_000 }, (_, hour) => hour + 0.5);
  const large = sealSnapshot({ ...content, places: [{ ...place, series: { pm2_5: many } }] });
  writeSnapshot(path, large);
  assert.equal(readSnapshot(path).places[0]?.series.pm2_5?.at(-1), 999_999.5);
});

test('cut anywhere :: broken, never half of it', ({ path }) => {
  const text = `${JSON.stringify(snapshot)}\n`;
  for (let length = 0; length < text.length - 2; length += 7) {
    writeFileSync(path, text.slice(0, length));
    assert.is(
      codeOf(() => readSnapshot(path)),
      'SNAPSHOT_BROKEN',
      String(length),
    );
  }
});

test('altered :: one digit is noticed', ({ path }) => {
  writeFileSync(path, JSON.stringify(snapshot).replace('62.5', '62.4'));
  assert.is(
    codeOf(() => readSnapshot(path)),
    'SNAPSHOT_ALTERED',
  );
});

test('missing and unreadable :: told apart', ({ folder, path }) => {
  assert.is(
    codeOf(() => readSnapshot(path)),
    'SNAPSHOT_MISSING',
  );
  assert.is(
    codeOf(() => readSnapshot(folder)),
    'SNAPSHOT_UNREADABLE',
  );
});

test('unwritable :: an error, no half file', ({ folder, path }) => {
  mkdirSync(path);
  assert.is(
    codeOf(() => writeSnapshot(path, snapshot)),
    'SNAPSHOT_UNWRITTEN',
  );
  assert.equal(readdirSync(folder), ['one.json']);
  writeFileSync(join(folder, 'file'), '');
  assert.is(
    codeOf(() => writeSnapshot(join(folder, 'file/inside.json'), snapshot)),
    'SNAPSHOT_UNWRITTEN',
  );
});

/** Each changes one field of a good snapshot into something that it must not be. */
const WRONG: Readonly<Record<string, unknown>> = {
  format: ['airlab-snapshot-2', undefined, 1],
  takenAt: ['yesterday', '2026-11-24', 1, null],
  from: [1, null],
  licence: [undefined],
  data: ['variant', '', null],
  sha256: ['', 'x'.repeat(64), 5],
  modelRuns: [{ cams_global: 'soon' }, [], null],
  places: [[], {}, null, [null], [{ ...content.places[0], series: {} }]],
};

test('wrong fields :: each is named', () => {
  for (const [field, values] of Object.entries(WRONG))
    for (const value of [values].flat(1)) {
      const text = JSON.stringify({ ...snapshot, [field]: value });
      try {
        parseSnapshot(text, 'one.json');
      } catch (error) {
        assert.ok(isAirlabError(error) && error.code === 'SNAPSHOT_BROKEN', field);
        assert.match(error.message, /^one\.json is no airlab snapshot: /);
        continue;
      }
      assert.unreachable(`${field}: ${JSON.stringify(value)}`);
    }
});

const WRONG_PLACE: readonly Readonly<Record<string, unknown>>[] = [
  ...[{ name: 1 }, { latitude: 91 }, { longitude: '12' }, { timezone: null }, { firstHour: 1.5 }],
  ...[{ reported: null }, { reported: { latitude: 1, longitude: 2 } }, { units: { pm2_5: 1 } }],
  ...[{ series: { pm2_5: [1], ozone: [1, 2] } }, { series: { pm2_5: ['1'] } }, { series: { pm2_5: 1 } }],
];

test('wrong places :: each is found', () => {
  for (const change of WRONG_PLACE) {
    const places = [content.places[0], { ...content.places[1], ...change }];
    const act = () => parseSnapshot(JSON.stringify({ ...snapshot, places }), 'p');
    assert.throws(act, /place 2 of 2 is incomplete/, JSON.stringify(change));
  }
});

test('keys with a meaning :: an own __proto__ does not become one', () => {
  const text = JSON.stringify(snapshot).replace(
    '"modelRuns":{',
    '"modelRuns":{"__proto__":"2026-01-01T00:00Z",',
  );
  assert.is(Object.getPrototypeOf(parseSnapshot(text, 'p').modelRuns), Object.prototype);
});

test.run();
