import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { zonedTime } from '../../open-meteo/zoned-time.ts';

for (const [zone, offsetSeconds, utc, local] of [
  ['Europe/Copenhagen', 3600, '2026-11-24T09:00Z', '2026-11-24T10:00+01:00'],
  ['Europe/Copenhagen', 3600, '2026-07-24T09:00Z', '2026-07-24T11:00+02:00'],
  ['Europe/Copenhagen', 3600, '2026-10-25T00:00Z', '2026-10-25T02:00+02:00'],
  ['Europe/Copenhagen', 3600, '2026-10-25T01:00Z', '2026-10-25T02:00+01:00'],
  ['Asia/Shanghai', 28800, '2026-11-24T16:00Z', '2026-11-25T00:00+08:00'],
  ['Asia/Kolkata', 19800, '2026-11-24T09:00Z', '2026-11-24T14:30+05:30'],
  ['Asia/Kathmandu', 20700, '2026-11-24T09:00Z', '2026-11-24T14:45+05:45'],
  ['America/New_York', -18000, '2026-11-24T02:00Z', '2026-11-23T21:00-05:00'],
  ['America/St_Johns', -12600, '2026-11-24T02:00Z', '2026-11-23T22:30-03:30'],
  ['GMT', 0, '2026-11-24T09:00Z', '2026-11-24T09:00+00:00'],
  ['No/Such_Zone', 7200, '2026-11-24T09:00Z', '2026-11-24T11:00+02:00'],
] as const)
  test(`local time :: ${zone} :: ${utc}`, () => {
    const time = zonedTime(zone, offsetSeconds);
    assert.is(time.local(Date.parse(utc)), local);
    assert.is(time.utc(Date.parse(utc)), utc);
    assert.is(Date.parse(local), Date.parse(utc));
  });

test.run();
