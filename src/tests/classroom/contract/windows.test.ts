import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonOf, NOW, ROSKILDE, WORLD } from './ask.ts';

const AIR = `/v1/air-quality?${ROSKILDE}&hourly=pm10`;

/** First and last time and their number. */
function timesOf(url: string, section = 'hourly', nowMs = NOW): readonly unknown[] {
  const { time } = jsonOf(url, { ...WORLD, nowMs })[section];
  return [time[0], time.at(-1), time.length];
}

test('windows :: days :: from local midnight, five unless asked otherwise', () => {
  assert.equal(timesOf(AIR), ['2026-10-08T00:00', '2026-10-12T23:00', 120]);
  assert.equal(timesOf(`${AIR}&past_days=1&forecast_days=1`), ['2026-10-07T00:00', '2026-10-08T23:00', 48]);
  assert.equal(timesOf(`${AIR}&past_days=2&forecast_days=0`), ['2026-10-06T00:00', '2026-10-07T23:00', 48]);
  assert.equal(timesOf(`${AIR}&forecast_days=0`), [undefined, undefined, 0]);
  const late = Date.UTC(2026, 9, 8, 23, 10);
  assert.equal(timesOf(`${AIR}&forecast_days=1&timezone=Europe/Copenhagen`, 'hourly', late), [
    '2026-10-09T00:00',
    '2026-10-09T23:00',
    24,
  ]);
});

test('windows :: hours :: around the running hour, instead of days', () => {
  assert.equal(timesOf(`${AIR}&past_hours=3&forecast_hours=2`), ['2026-10-08T07:00', '2026-10-08T11:00', 5]);
  assert.equal(timesOf(`${AIR}&past_hours=72&forecast_hours=0`), [
    '2026-10-05T10:00',
    '2026-10-08T09:00',
    72,
  ]);
  assert.equal(timesOf(`${AIR}&past_hours=1`), ['2026-10-08T09:00', '2026-10-15T09:00', 169]);
  assert.equal(timesOf(`${AIR}&forecast_hours=12&initial_hours=0`), [
    '2026-10-08T00:00',
    '2026-10-08T11:00',
    12,
  ]);
  assert.equal(timesOf(`${AIR}&forecast_hours=3&initial_hours=6&past_hours=1`), [
    '2026-10-08T05:00',
    '2026-10-08T08:00',
    4,
  ]);
  assert.equal(timesOf(`${AIR}&past_hours=3&forecast_hours=0&timezone=Asia/Shanghai`), [
    '2026-10-08T15:00',
    '2026-10-08T17:00',
    3,
  ]);
});

test('windows :: dates :: both included, in local time', () => {
  assert.equal(timesOf(`${AIR}&start_date=2026-10-01&end_date=2026-10-02`), [
    '2026-10-01T00:00',
    '2026-10-02T23:00',
    48,
  ]);
  assert.equal(timesOf(`${AIR}&start_date=2026-10-01&end_date=2026-10-01&forecast_days=0`), [
    '2026-10-01T00:00',
    '2026-10-01T23:00',
    24,
  ]);
  assert.equal(timesOf(`${AIR}&start_date=&end_date=`), ['2026-10-08T00:00', '2026-10-12T23:00', 120]);
});

test('windows :: dated hours :: floored, with and without clock time; the days stay empty', () => {
  assert.equal(timesOf(`${AIR}&start_hour=2026-10-01T05:59&end_hour=2026-10-01T07:00:00`), [
    '2026-10-01T05:00',
    '2026-10-01T07:00',
    3,
  ]);
  assert.equal(timesOf(`${AIR}&start_hour=2026-10-01&end_hour=2026-10-02`), [
    '2026-10-01T00:00',
    '2026-10-02T00:00',
    25,
  ]);
  assert.equal(timesOf(`${AIR}&daily=sunrise&start_hour=2026-10-01&end_hour=2026-10-02`, 'daily'), [
    undefined,
    undefined,
    0,
  ]);
});

test('windows :: current :: the running hour on air quality, the running quarter on weather', () => {
  const air = jsonOf(`/v1/air-quality?${ROSKILDE}&current=pm10&timezone=auto`).current;
  assert.equal([air.time, air.interval], ['2026-10-08T12:00', 3600]);
  const weather = jsonOf(`/v1/forecast?${ROSKILDE}&current=temperature_2m&timezone=auto`).current;
  assert.equal([weather.time, weather.interval], ['2026-10-08T12:15', 900]);
});

test('windows :: quarters :: three days unless asked otherwise, on the weather only', () => {
  const weather = `/v1/forecast?${ROSKILDE}&minutely_15=temperature_2m,precipitation`;
  assert.equal(timesOf(weather, 'minutely_15'), ['2026-10-08T00:00', '2026-10-10T23:45', 288]);
  assert.equal(timesOf(`${weather}&forecast_minutely_15=4&past_minutely_15=1`, 'minutely_15'), [
    '2026-10-08T10:00',
    '2026-10-08T11:00',
    5,
  ]);
  assert.equal(
    timesOf(`${weather}&start_minutely_15=2026-10-08T01:10&end_minutely_15=2026-10-08T02:00`, 'minutely_15'),
    ['2026-10-08T01:00', '2026-10-08T02:00', 5],
  );
  assert.not.ok('minutely_15' in jsonOf(`/v1/air-quality?${ROSKILDE}&minutely_15=pm10`));
});

test('windows :: resolution :: every third hour, every half hour', () => {
  const three = jsonOf(`${AIR}&forecast_days=1&temporal_resolution=hourly_3`).hourly;
  const one = jsonOf(`${AIR}&forecast_days=1`).hourly;
  assert.equal(three.time.slice(0, 3), ['2026-10-08T00:00', '2026-10-08T03:00', '2026-10-08T06:00']);
  assert.equal(
    three.pm10,
    one.pm10.filter((_: number, hour: number) => hour % 3 === 0),
  );
  assert.equal(timesOf(`${AIR}&forecast_days=1&temporal_resolution=minutely_30`), [
    '2026-10-08T00:00',
    '2026-10-08T23:30',
    48,
  ]);
});

test('windows :: end of the forecast :: nulls after the last global run', () => {
  const lastOf = (nowMs: number): string => {
    const { time, pm10 } = jsonOf(`${AIR}&forecast_days=7`, { ...WORLD, nowMs }).hourly;
    return time[pm10.findLastIndex((value: number | null) => value !== null)];
  };
  assert.is(lastOf(Date.UTC(2026, 9, 8, 9, 59)), '2026-10-12T12:00');
  assert.is(lastOf(Date.UTC(2026, 9, 8, 10, 0)), '2026-10-13T00:00');
  assert.is(lastOf(Date.UTC(2026, 9, 8, 22, 0)), '2026-10-13T12:00');
});

test('windows :: zones :: the offset of now holds for winter dates too', () => {
  const answer = jsonOf(
    `${AIR}&start_date=2026-01-10&end_date=2026-01-10&timezone=Europe/Copenhagen&timeformat=unixtime`,
  );
  assert.is(answer.utc_offset_seconds, 7200);
  assert.is(answer.timezone_abbreviation, 'GMT+2');
  assert.is(answer.hourly.time[0], Date.UTC(2026, 0, 9, 22) / 1000);
  const inWinter = jsonOf(`${AIR}&timezone=Europe/Copenhagen`, { ...WORLD, nowMs: Date.UTC(2026, 0, 10) });
  assert.is(inWinter.timezone_abbreviation, 'GMT+1');
});

test('windows :: zones :: a half hour shifts what is shown, the data stays hourly', () => {
  const indian = jsonOf(`${AIR}&timezone=Asia/Kolkata&forecast_days=1&timeformat=unixtime`);
  const gmt = jsonOf(`${AIR}&past_days=1&forecast_days=2&timeformat=unixtime`).hourly;
  assert.is(indian.timezone_abbreviation, 'GMT+5:30');
  assert.is(indian.hourly.time[0], Date.UTC(2026, 9, 7, 18, 30) / 1000);
  const start = gmt.time.indexOf(Date.UTC(2026, 9, 7, 19) / 1000);
  assert.equal(indian.hourly.pm10, gmt.pm10.slice(start, start + 24));
  const nepal = jsonOf(`${AIR}&timezone=Asia/Kathmandu&forecast_days=1`);
  assert.equal([nepal.utc_offset_seconds, nepal.hourly.time[0]], [20_700, '2026-10-08T00:00']);
  const newfoundland = jsonOf(`${AIR}&timezone=America/St_Johns&forecast_days=1&timeformat=unixtime`);
  assert.is(newfoundland.utc_offset_seconds, -9000);
  assert.is(newfoundland.hourly.time[0], Date.UTC(2026, 9, 8, 2, 30) / 1000);
  assert.is(newfoundland.hourly.pm10[0], gmt.pm10[gmt.time.indexOf(Date.UTC(2026, 9, 8, 2) / 1000)]);
});

test('windows :: zones :: by coordinates, one for all or one each, UTC is called GMT', () => {
  const both = 'latitude=55.64152,39.9075&longitude=12.08035,116.39723';
  const zones = (zone: string) =>
    jsonOf(`/v1/air-quality?${both}&timezone=${zone}`).map(({ timezone }: { timezone: string }) => timezone);
  assert.equal(zones('auto'), ['Europe/Copenhagen', 'Asia/Shanghai']);
  assert.equal(zones('auto,Asia/Tokyo'), ['Europe/Copenhagen', 'Asia/Tokyo']);
  assert.equal(zones('America%2FNew_York'), ['America/New_York', 'America/New_York']);
  assert.equal(zones('UTC'), ['GMT', 'GMT']);
  assert.is(jsonOf(`/v1/air-quality?latitude=0&longitude=-30&timezone=auto`).timezone, 'Etc/GMT+2');
});

test.run();
