import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validity } from '../../../classroom/simulated/horizon.ts';
import { simulated } from '../../../classroom/simulated/index.ts';
import { BEIJING, HOUR_MS, ROSKILDE } from './statistics.ts';

const test = suite('simulated :: horizon');

const ms = (iso: string): number => Date.parse(iso);
const lastAt = (now: string, isEurope = false): string =>
  new Date(validity('air', isEurope, ms(now)).last * HOUR_MS).toISOString().slice(0, 13);

test('end :: five days after the newest global run that can be had', () => {
  // The run of 12 UTC the day before, until that of 00 UTC is there.
  assert.is(lastAt('2026-11-24T00:00Z'), '2026-11-28T12');
  assert.is(lastAt('2026-11-24T09:59:59Z'), '2026-11-28T12');
  assert.is(lastAt('2026-11-24T10:00Z'), '2026-11-29T00');
  assert.is(lastAt('2026-11-24T21:59Z'), '2026-11-29T00');
  assert.is(lastAt('2026-11-24T22:00Z'), '2026-11-29T12');
  assert.is(lastAt('2026-11-24T10:00Z', true), lastAt('2026-11-24T10:00Z'));
});

test('end :: eleven nulls in the last of five days before the morning update, none after it', () => {
  const source = simulated({ seed: 1 });
  const day = ms('2026-11-24T00:00Z') / HOUR_MS;
  const nullsAt = (now: string): number =>
    source.read(BEIJING, 'pm2_5', day, 120, ms(now)).filter((value) => value === null).length;
  assert.is(nullsAt('2026-11-24T03:00Z'), 11);
  assert.is(nullsAt('2026-11-24T12:00Z'), 0);
});

test('end :: European substances reach four days', () => {
  const { last } = validity('europe', true, ms('2026-11-24T12:00Z'));
  assert.is(last, ms('2026-11-28T00:00Z') / HOUR_MS);
  const source = simulated({ seed: 1 });
  assert.equal(
    source.read(ROSKILDE, 'ammonia', last, 2, ms('2026-11-24T12:00Z')).map((value) => value === null),
    [false, true],
  );
});

test('beginning :: Europe since 2013, the world since August 2022, greenhouse gases since November 2024', () => {
  const source = simulated({ seed: 1 });
  const now = ms('2026-11-24T12:00Z');
  for (const [place, variable, first] of [
    [ROSKILDE, 'pm2_5', '2013-01-01T00:00Z'],
    [BEIJING, 'pm2_5', '2022-08-01T00:00Z'],
    [ROSKILDE, 'methane', '2024-11-01T00:00Z'],
  ] as const) {
    const values = source.read(place, variable, ms(first) / HOUR_MS - 2, 4, now);
    assert.equal(
      values.map((value) => value === null),
      [true, true, false, false],
      variable,
    );
  }
});

test('moment :: it moves the end only, never a value', () => {
  const source = simulated({ seed: 1 });
  const from = ms('2026-11-20T00:00Z') / HOUR_MS;
  const [early, late] = ['2026-11-24T00:00Z', '2026-11-26T00:00Z'].map((now) =>
    source.read(ROSKILDE, 'pm2_5', from, 240, ms(now)),
  );
  assert.ok(early?.every((value, hour) => value === null || value === late?.[hour]));
  assert.ok(
    (late?.filter((value) => value === null).length ?? 0) <
      (early?.filter((value) => value === null).length ?? 0),
  );
});

test.run();
