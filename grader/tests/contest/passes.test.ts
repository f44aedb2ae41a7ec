import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fold } from '../../contest/fold.ts';
import { view } from '../../contest/view.ts';
import type { Viewer } from '../../contest/viewer.ts';
import { at, joined, journal, judged, started, submitted } from './story.ts';

const test = suite('contest passes');

const passed = { visible: { hourly: 'passed', compare: 'failed' } } as const;
const entries = journal(
  joined('ada'),
  joined('bob'),
  joined('cyd'),
  started,
  submitted('ada', 'a1', at(1)),
  judged('a1', 30, at(1, 5), passed),
  submitted('ada', 'a2', at(2)),
  judged('a2', 30, at(2, 5), passed),
  submitted('bob', 'b1', at(5)),
  judged('b1', 30, at(5, 5), passed),
  submitted('cyd', 'c1', at(13)),
  judged('c1', 30, at(13, 5), passed),
);
const seen = (minutes: number, kind: 'public' | 'instructor' = 'public') => {
  const viewer: Viewer = { kind };
  return view(fold(entries), { asOfMs: at(minutes), viewer }).passes;
};

test('race :: each person counts once, from the first pass on', () => {
  const { stepMs, checks } = seen(6);
  assert.is(stepMs, 15_000);
  assert.equal(
    checks.map(({ check }) => check),
    ['hourly'],
  );
  assert.equal(
    [3, 4, 19, 20, 24].map((step) => checks[0]?.people[step]),
    [0, 1, 1, 2, 2],
  );
  assert.equal([checks[0]?.people.length, checks[0]?.now], [25, 2]);
});

test('freeze :: stands still for all but the instructor', () => {
  assert.equal(seen(14), seen(12));
  assert.is(seen(14).checks[0]?.now, 2);
  assert.is(seen(14, 'instructor').checks[0]?.now, 3);
});

test('own view :: has no chart', () => {
  const viewer: Viewer = { kind: 'person', person: 'ada' };
  assert.equal(view(fold(entries), { asOfMs: at(6), viewer }).passes.checks, []);
});

test.run();
