// A table whose maximum is that of one day.
import { answerWith, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  show: (all) => table(all.map(({ city, readings }) => ({
    ...right.air(city, readings, new Date()),
    max: right.air(city, readings.slice(-24), new Date()).max,
  }))),
});

function table(rows: ReturnType<typeof right.air>[]): string {
  return [
    '| city | mean, µg/m³ | max, µg/m³ | hours above 15 | share |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.city} | ${row.mean24.toFixed(1)} | ${row.max} | ${row.hoursAbove15} | ${row.share} |`),
  ].join('\n');
}
