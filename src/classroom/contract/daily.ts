import type { Summary } from './daily-variables.ts';
import { readSeries, type Scene, type Values } from './series.ts';
import { type Variable, variableNamed } from './variables.ts';
import type { Axis } from './window.ts';

const DAY_HOURS = 24;
const HOUR = 3_600;
const MEGAJOULES_PER_WATT_HOUR = 0.0036;
/** Less water than this in an hour is no rain, mm. */
const DRY_MM = 0.001;

/** Values of the days of an axis in the variable's default unit, unrounded. A day with a missing hour has none. */
export function summarise(summary: Summary, variable: Variable, axis: Axis, scene: Scene): Values {
  const hours: Axis = { ...axis, stepSeconds: HOUR, count: axis.count * DAY_HOURS };
  const values = readSeries(variable, hours, scene);
  if (summary !== 'dominant') return perDay(values, (day) => summaryOf(day, summary));
  const speeds = readSeries(variableNamed('wind_speed_10m'), hours, scene);
  const parts = (part: (radians: number) => number): Values =>
    values.map((direction, index) => {
      const speed = speeds[index] ?? null;
      return direction === null || speed === null ? null : speed * part((direction * Math.PI) / 180);
    });
  const [north, east] = [parts(Math.cos), parts(Math.sin)].map((all) => perDay(all, sumOf));
  return (north ?? []).map((value, day) => {
    const other = east?.[day] ?? null;
    return value === null || other === null ? null : ((Math.atan2(other, value) * 180) / Math.PI + 360) % 360;
  });
}

function perDay(values: Values, of: (day: readonly number[]) => number): Values {
  return Array.from({ length: Math.floor(values.length / DAY_HOURS) }, (_, day) => {
    const own = values.slice(day * DAY_HOURS, (day + 1) * DAY_HOURS);
    const numbers = own.filter((value) => value !== null);
    return numbers.length < DAY_HOURS ? null : of(numbers);
  });
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

function summaryOf(day: readonly number[], summary: Exclude<Summary, 'dominant'>): number {
  switch (summary) {
    case 'max':
      return Math.max(...day);
    case 'min':
      return Math.min(...day);
    case 'mean':
      return sumOf(day) / day.length;
    case 'sum':
      return sumOf(day);
    case 'energy':
      return sumOf(day) * MEGAJOULES_PER_WATT_HOUR;
    case 'wetHours':
      return day.filter((mm) => mm > DRY_MM).length;
  }
}
