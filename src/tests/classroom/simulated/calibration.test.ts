import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { simulated } from '../../../classroom/simulated/index.ts';
import type { Coordinates } from '../../../classroom/source.ts';
import { BEIJING, HOUR_MS, meanOf, ROSKILDE, statisticsOf } from './statistics.ts';

const test = suite('simulated :: calibration');

const NOW_MS = Date.parse('2026-11-24T09:00Z');
const FIRST = Date.parse('2023-01-01T00:00Z') / HOUR_MS;
const YEAR = 8_760;
const SEEDS = [1, 2, 7];

function yearsOf(seed: number, place: Coordinates, variable = 'pm2_5', years = 3): number[] {
  const values = simulated({ seed }).read(place, variable, FIRST, years * YEAR, NOW_MS);
  return values.map((value) => value ?? Number.NaN);
}

function within(value: number, low: number, high: number, what: string): void {
  assert.ok(value >= low && value <= high, `${what}: ${value.toFixed(2)} is not within ${low} and ${high}`);
}

for (const seed of SEEDS) {
  test(`Roskilde, seed ${seed} :: the Danish background level`, () => {
    const { mean, median, logSd, p95, least } = statisticsOf(yearsOf(seed, ROSKILDE));
    within(median, 5.3, 7.5, 'median');
    within(mean, 6.3, 9, 'mean');
    within(logSd, 0.45, 0.65, 'spread');
    within(p95, 13, 22, 'p95');
    within(least, 0.1, 3, 'least');
  });

  test(`Beijing, seed ${seed} :: the level of 2023 to 2025, the rhythm of its stations`, () => {
    const { mean, median, logSd, p95, memory } = statisticsOf(yearsOf(seed, BEIJING));
    within(median, 18, 25, 'median');
    within(mean, 26, 36, 'mean');
    within(logSd, 0.78, 1.05, 'spread');
    within(p95, 75, 115, 'p95');
    within(memory(1), 0.96, 1, 'after 1 h');
    within(memory(6), 0.72, 0.9, 'after 6 h');
    within(memory(24), 0.25, 0.5, 'after a day');
    within(memory(48), -0.05, 0.25, 'after two days');
  });

  test(`both, seed ${seed} :: Beijing is four times Roskilde, but not in every hour`, () => {
    const [roskilde, beijing] = [yearsOf(seed, ROSKILDE), yearsOf(seed, BEIJING)];
    within(meanOf(beijing) / meanOf(roskilde), 3, 5.5, 'ratio');
    const reversed = roskilde.filter((value, hour) => value > (beijing[hour] ?? 0)).length / roskilde.length;
    within(reversed, 0.03, 0.2, 'share of hours with Roskilde above');
  });
}

test('Roskilde :: more in late winter than in summer, Beijing most in winter', () => {
  const months = (place: Coordinates): number[] => {
    const sums = Array.from({ length: 12 }, () => ({ sum: 0, count: 0 }));
    for (const seed of SEEDS)
      for (const [hour, value] of yearsOf(seed, place).entries()) {
        const month = sums[new Date((FIRST + hour) * HOUR_MS).getUTCMonth()];
        if (month === undefined) continue;
        month.sum += value;
        month.count += 1;
      }
    return sums.map(({ sum, count }) => sum / count);
  };
  const [roskilde, beijing] = [months(ROSKILDE), months(BEIJING)];
  within(meanOf(roskilde.slice(0, 4)) / meanOf(roskilde.slice(5, 8)), 1.25, 2.2, 'Jan-Apr to Jun-Aug');
  within(
    meanOf([...beijing.slice(0, 3), ...beijing.slice(10)]) / meanOf(beijing.slice(4, 9)),
    1.15,
    2.2,
    'winter to summer',
  );
});

test('known names :: PM10 holds PM2.5, and nothing is below zero or beyond its scale', () => {
  for (const place of [ROSKILDE, BEIJING]) {
    const read = (variable: string): number[] => yearsOf(1, place, variable, 1);
    const [fine, coarse] = [read('pm2_5'), read('pm10')];
    assert.ok(fine.every((value, hour) => value <= (coarse[hour] ?? 0) + 0.05));
    for (const variable of [
      'pm2_5',
      'ozone',
      'nitrogen_dioxide',
      'carbon_monoxide',
      'uv_index',
      'precipitation',
    ])
      assert.ok(
        read(variable).every((value) => value >= 0),
        variable,
      );
    for (const variable of ['relative_humidity_2m', 'cloud_cover'])
      assert.ok(
        read(variable).every((value) => value >= 0 && value <= 100),
        variable,
      );
    assert.ok(read('wind_direction_10m').every((value) => value >= 0 && value <= 360));
  }
});

test('weather :: January is colder than July in the north, and the other way round in the south', () => {
  const month = (place: Coordinates, first: string): number =>
    meanOf(
      simulated({ seed: 1 })
        .read(place, 'temperature_2m', Date.parse(first) / HOUR_MS, 31 * 24, NOW_MS)
        .map(Number),
    );
  const [winter, summer] = ['2025-01-01T00:00Z', '2025-07-01T00:00Z'] as const;
  within(month(ROSKILDE, summer) - month(ROSKILDE, winter), 12, 24, 'Roskilde');
  within(month(BEIJING, summer) - month(BEIJING, winter), 22, 38, 'Beijing');
  const sydney = { latitude: -33.87, longitude: 151.21 };
  within(month(sydney, winter) - month(sydney, summer), 5, 16, 'Sydney');
});

test.run();
