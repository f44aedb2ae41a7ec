import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { intervalOf } from '../../../../contest/pages/console/interval.js';
import { warnings } from '../../../../contest/pages/console/warnings.js';

const test = suite('console texts');

const local = (hours: number, minutes: number): number => new Date(2026, 10, 24, hours, minutes).getTime();

test('interval :: is the last one of this name before now', () => {
  assert.equal(intervalOf('10:00', '10:02:00', local(10, 5)), { fromMs: local(10, 0), toMs: local(10, 2) });
  const overMidnight = intervalOf('23:58', '00:01', local(0, 5));
  assert.is((overMidnight?.toMs ?? 0) - (overMidnight?.fromMs ?? 0), 180_000);
});

test('interval :: without a length, or not over, is none', () => {
  for (const [from, to] of [
    ['10:02', '10:00'],
    ['10:00', '10:00'],
    ['10:00', '10:06'],
    ['x', '10:00'],
  ] as const)
    assert.is(intervalOf(from, to, local(10, 5)), undefined, `${from} to ${to}`);
});

const calm = {
  workers: [{ name: 'a', state: 'idle', graded: 0 }],
  sandbox: { layers: ['bubblewrap'] },
  upstream: { label: 'simulated' },
  waiting: 0,
} as const;

test('warnings :: none when all is well', () => {
  assert.equal(warnings(calm, 'up'), []);
});

test('warnings :: everything that is wrong, the worst first', () => {
  const titles = warnings(
    {
      ...calm,
      workers: [{ name: 'a', state: 'lost', graded: 0 }],
      sandbox: { layers: [], warning: 'no bubblewrap' },
      waiting: 50,
    },
    'lost',
  ).map(({ title }) => title);
  assert.equal(titles, [
    'No link to the server.',
    'The sandbox lacks a wall.',
    'Nobody grades.',
    '1 worker lost.',
  ]);
  assert.is(warnings({ ...calm, waiting: 50 }, 'up')[0]?.title, 'A long queue.');
});

test.run();
