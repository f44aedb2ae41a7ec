// The cities side by side, with decimal commas and a unit in every cell.
import { answerWith, right } from './base.ts';

const comma = (number: number) => number.toLocaleString('de-DE', { maximumFractionDigits: 1 });

export const { hourlyPm25, compareCities, showCities } = answerWith({
  show: (all) => {
    const rows = all.map(({ city, readings }) => right.air(city, readings));
    const line = (name: string, cell: (row: (typeof rows)[0]) => string) =>
      `| ${[name, ...rows.map(cell)].join(' | ')} |`;
    return [
      line('', (row) => row.city),
      line('---', () => ':---:'),
      line('mean of the last 24 h', (row) => `${comma(row.mean24)} µg/m³`),
      line('maximum', (row) => `${comma(row.max)} µg/m³ (${row.maxAt})`),
      line('hours above the guideline', (row) => `${row.hoursAbove15} h`),
      line('hours with data', (row) => `${Math.round(72 * row.share)} of 72`),
    ].join('\n');
  },
});
