import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ContestEvent } from '../../../../contest/event.ts';
import { fold } from '../../../../contest/fold.ts';
import { told } from '../../../../contest/pages/board/reveal-text.js';
import { view } from '../../../../contest/view.ts';
import { entriesOf, story } from '../story.ts';

const test = suite('reveal announcements');

const NOW_MS = Date.parse('2026-11-24T10:00:00Z');
const seen = (...events: readonly ContestEvent[]) =>
  view(fold(entriesOf([...story('over', NOW_MS), ...events.map((event) => [NOW_MS, event] as const)])), {
    asOfMs: NOW_MS,
    viewer: { kind: 'public' },
  });
const ended: ContestEvent = { type: 'ended' };
const revealed = (places: number): ContestEvent => ({ type: 'revealed', places });

test('each place :: is told once, when it gets its name', () => {
  const none = seen(ended);
  const one = seen(ended, revealed(1));
  const three = seen(ended, revealed(3));
  assert.equal(told(none, one), ['Place 5: Hedy, 100 points, time 14:36']);
  assert.equal(told(one, one), []);
  assert.equal(
    told(one, three).map((text) => text.split(':')[0]),
    ['Place 4', 'Place 3'],
  );
  assert.equal(told(undefined, three), []);
});

test.run();
