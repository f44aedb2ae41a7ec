import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chosenRows, paceText, placedRows, stuckOn } from '../../../../contest/pages/console/room-rows.js';
import type { PersonRow } from '../../../../contest/viewer.ts';

const test = suite('room rows');

const row = (nick: string, rest: Partial<PersonRow> = {}): PersonRow => ({
  person: nick,
  nick,
  isLate: false,
  isKicked: false,
  factor: 1,
  extraMs: 0,
  delayMs: 0,
  endMs: undefined,
  place: undefined,
  visiblePoints: 0,
  points: 0,
  timeS: undefined,
  submissions: 1,
  checks: 0,
  mistakes: [],
  late: [],
  ...rest,
});
const room = [
  row('Cyd', { place: 1, points: 90, isKicked: true, mistakes: ['frozen'] }),
  row('bob', { place: 3, points: 10, mistakes: ['utc-as-local'], factor: 1.25 }),
  row('Ada', { place: 2, points: 50, mistakes: ['utc-as-local', 'frozen'], late: ['x'], submissions: 0 }),
];
const all = { column: 'place', isDown: false, text: '', kind: 'all' } as const;
const nicks = (choice: Parameters<typeof chosenRows>[1]): string[] =>
  chosenRows(room, choice).map(({ nick }) => nick);

test('order :: by any column, both ways; who was removed comes last', () => {
  assert.equal(nicks(all), ['Ada', 'bob', 'Cyd']);
  assert.equal(nicks({ ...all, isDown: true }), ['bob', 'Ada', 'Cyd']);
  assert.equal(nicks({ ...all, column: 'nick' }), ['Ada', 'bob', 'Cyd']);
  assert.equal(nicks({ ...all, column: 'points' }), ['bob', 'Ada', 'Cyd']);
});

test('filter :: by name and by kind', () => {
  assert.equal(nicks({ ...all, text: ' B' }), ['bob']);
  assert.equal(nicks({ ...all, kind: 'late' }), ['Ada']);
  assert.equal(nicks({ ...all, kind: 'silent' }), ['Ada']);
  assert.equal(nicks({ ...all, kind: 'extra' }), ['bob']);
  assert.equal(nicks({ ...all, kind: 'stuck' }), ['Ada', 'bob', 'Cyd']);
});

test('places :: of the visible points, and of all once they are told', () => {
  const told = { place: 7, nick: 'bob', points: 10, timeS: 60, isLate: false, isOwn: false };
  const placesIn = (phase: 'over' | 'reveal') =>
    placedRows({ room, board: [told], phase }).map(({ place }) => place);
  assert.equal(placesIn('over'), [1, 3, 2]);
  assert.equal(placesIn('reveal'), [1, 7, 2]);
});

test('stuck :: each mistake with its people, without who was removed', () => {
  assert.equal(stuckOn(room), [
    { id: 'utc-as-local', nicks: ['bob', 'Ada'] },
    { id: 'frozen', nicks: ['Ada'] },
  ]);
});

test('extra time :: in short', () => {
  assert.is(
    paceText(row('x', { factor: 1.25, extraMs: 120_000, delayMs: 60_000 })),
    '× 1.25, + 2 min, 1 min later',
  );
  assert.is(paceText(row('x')), '');
});

test.run();
