import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ContestEvent } from '../../contest/event.ts';
import { fold } from '../../contest/fold.ts';
import { standings } from '../../contest/rank.ts';
import { at, joined, journal, judged, START_MS, started, submitted } from './story.ts';

const test = suite('contest rank');

type Event = readonly [number, ContestEvent];
const PEOPLE = ['ada', 'bob', 'cyd', 'dan'];
const rows = (...events: readonly Event[]) =>
  standings(fold(journal(...PEOPLE.map((name) => joined(name)), started, ...events)), { scope: 'all' }).map(
    ({ person, place, points, timeS }) => [place, person, points, timeS],
  );

test('order :: points, then time, then equal', () => {
  assert.equal(
    rows(
      submitted('bob', 'b1', at(5)),
      judged('b1', 80, at(5, 1)),
      submitted('ada', 'a1', at(6)),
      judged('a1', 100, at(6, 1)),
      submitted('cyd', 'c1', at(5, 0.9)),
      judged('c1', 80, at(6, 9)),
    ),
    [
      [1, 'ada', 100, 360],
      [2, 'bob', 80, 300],
      [2, 'cyd', 80, 300],
      [4, 'dan', 0, undefined],
    ],
  );
});

test('best :: counts, not the last', () => {
  const events = [
    submitted('ada', 'a1', at(5)),
    judged('a1', 80, at(5)),
    submitted('ada', 'a2', at(9)),
    judged('a2', 10, at(9)),
  ];
  assert.equal(rows(...events)[0], [1, 'ada', 80, 300]);
});

test('penalty :: a minute for each earlier one, five at most, none for what did not run', () => {
  const tries = (count: number, hasRun: boolean): Event[] =>
    Array.from({ length: count }, (_, i) => i).flatMap((i) => [
      submitted('ada', `a${i}`, at(1, i)),
      judged(`a${i}`, 0, at(2), { hasRun }),
    ]);
  const best = [submitted('ada', 'z', at(10)), judged('z', 100, at(10))];
  assert.equal(rows(...tries(2, true), ...best)[0], [1, 'ada', 100, 600 + 120]);
  assert.equal(rows(...tries(9, true), ...best)[0], [1, 'ada', 100, 600 + 300]);
  assert.equal(rows(...tries(4, false), ...best)[0], [1, 'ada', 100, 600]);
});

test('penalty :: later ones and judge errors cost nothing', () => {
  const events: Event[] = [
    submitted('ada', 'a0', at(1)),
    [at(2), { type: 'unjudged', submission: 'a0', why: 'the worker died twice' }],
    submitted('ada', 'a1', at(3)),
    judged('a1', 50, at(3), { verdict: 'could not check' }),
    submitted('ada', 'a2', at(5)),
    judged('a2', 100, at(5)),
    submitted('ada', 'a3', at(6)),
    judged('a3', 0, at(6)),
  ];
  assert.equal(rows(...events)[0], [1, 'ada', 100, 300]);
});

test('late :: does not count, unless admitted, and then as the last moment', () => {
  const late = [submitted('ada', 'a1', at(15)), judged('a1', 100, at(15, 2))];
  assert.equal(rows(...late)[0], [1, 'ada', 0, undefined]);
  assert.equal(rows(...late, [at(16), { type: 'admitted', submission: 'a1' }])[0], [1, 'ada', 100, 900]);
});

test('extra time :: is divided out of the time', () => {
  const paced: Event = [START_MS - 1, { type: 'paced', person: 'ada', factor: 2, minutes: 0 }];
  assert.equal(rows(paced, submitted('ada', 'a1', at(20)), judged('a1', 100, at(20)))[0], [
    1,
    'ada',
    100,
    600,
  ]);
});

test('kicked :: is not on the list', () => {
  assert.is(rows([at(1), { type: 'kicked', person: 'ada' }]).length, 3);
});

test.run();
