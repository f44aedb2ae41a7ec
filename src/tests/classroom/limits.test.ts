import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FREE_ALLOWANCE, limitsOf } from '../../classroom/limits.ts';

const test = suite('classroom :: limits');

const NOON = Date.parse('2026-11-24T12:00:00Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const REASONS = {
  minute: 'Minutely API request limit exceeded. Please try again in one minute.',
  hour: 'Hourly API request limit exceeded. Please try again in the next hour.',
  day: 'Daily API request limit exceeded. Please try again tomorrow.',
};

test('minute :: 600 calls, until the next minute begins', () => {
  const limits = limitsOf(FREE_ALLOWANCE);
  for (let call = 0; call < 599; call += 1) limits.spend('a', 1, NOON + 59_000);
  assert.is(limits.refusal('a', NOON + 59_000), undefined);
  limits.spend('a', 1, NOON + 59_500);
  assert.is(limits.refusal('a', NOON + 59_999), REASONS.minute);
  assert.is(limits.refusal('a', NOON + 60_000), undefined);
});

test('hour and day :: their own words, until the full hour and midnight UTC', () => {
  const limits = limitsOf(FREE_ALLOWANCE);
  limits.spend('a', 5_000, NOON);
  assert.is(limits.refusal('a', NOON), REASONS.minute);
  assert.is(limits.refusal('a', NOON + MINUTE_MS), REASONS.hour);
  assert.is(limits.refusal('a', NOON + HOUR_MS), undefined);
  limits.spend('a', 5_000, NOON + HOUR_MS);
  assert.is(limits.refusal('a', NOON + 2 * HOUR_MS), REASONS.day);
  assert.is(limits.refusal('a', Date.parse('2026-11-24T23:59:59.999Z')), REASONS.day);
  assert.is(limits.refusal('a', Date.parse('2026-11-25T00:00:00Z')), undefined);
});

test('addresses :: one does not pay for another', () => {
  const limits = limitsOf(FREE_ALLOWANCE);
  limits.spend('10.0.0.1', 10_000, NOON);
  assert.is(limits.refusal('10.0.0.2', NOON), undefined);
});

test('any calls :: refused exactly when a window is used up', () => {
  const allowance = { minutely: 5, hourly: 12, daily: 30 };
  const call = fc.record({
    address: fc.constantFrom('a', 'b'),
    weight: fc.integer({ min: 1, max: 3 }),
    gapMs: fc.integer({ min: 0, max: HOUR_MS }),
  });
  fc.assert(
    fc.property(fc.array(call, { maxLength: 60 }), (calls) => {
      const limits = limitsOf(allowance);
      const spent: { address: string; weight: number; atMs: number }[] = [];
      let nowMs = NOON;
      for (const { address, weight, gapMs } of calls) {
        nowMs += gapMs;
        const within = (lengthMs: number): number =>
          spent
            .filter(
              (one) =>
                one.address === address && Math.floor(one.atMs / lengthMs) === Math.floor(nowMs / lengthMs),
            )
            .reduce((sum, one) => sum + one.weight, 0);
        const expected =
          within(MINUTE_MS) >= allowance.minutely
            ? REASONS.minute
            : within(HOUR_MS) >= allowance.hourly
              ? REASONS.hour
              : within(24 * HOUR_MS) >= allowance.daily
                ? REASONS.day
                : undefined;
        assert.is(limits.refusal(address, nowMs), expected);
        if (expected !== undefined) continue;
        limits.spend(address, weight, nowMs);
        spent.push({ address, weight, atMs: nowMs });
      }
    }),
    { seed: 11 },
  );
});

test.run();
