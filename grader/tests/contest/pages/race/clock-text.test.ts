import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  clockText,
  clockTexts,
  counted,
  secondsText,
  spokenText,
} from '../../../../contest/pages/race/clock-text.js';

const test = suite('clock texts');

test('countdown :: shows 0:00 only when the time is over', () => {
  assert.equal([725_400, 1, 0, -5, 3_725_000].map(clockText), ['12:06', '0:01', '0:00', '0:00', '1:02:05']);
  assert.is(secondsText(59), '0:59');
});

test('remaining and elapsed :: add up on screen at every moment', () => {
  const seconds = (text: string): number => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900_000 }), (remainingMs) => {
      const { remaining, elapsed } = clockTexts({ remainingMs, lengthMs: 900_000 });
      assert.is(seconds(remaining) + seconds(elapsed), 900);
    }),
  );
});

test('spoken :: whole words, without zeros', () => {
  assert.equal([90_000, 60_000, 10_000, 0].map(spokenText), [
    '1 minute 30 seconds',
    '1 minute',
    '10 seconds',
    '0 seconds',
  ]);
  assert.equal([counted(1, 'person', 'people'), counted(2, 'person', 'people')], ['1 person', '2 people']);
});

test.run();
