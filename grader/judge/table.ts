import type { City, Finding } from '../exercise.ts';
import { namesUnit } from './chart.ts';
import type { Setting } from './setting.ts';
import { airOf, truth } from './truth.ts';

/** What is missing in a Markdown table with the comparison, the most basic thing first, or nothing. Pure. */
export function tableFinding(text: string, { world }: Setting): Finding | undefined {
  const rows = rowsOf(text);
  if (rows.length < 3 || !rows.some(isRule))
    return {
      says: 'returns a text without a Markdown table: a header, a line of |---|, and a row for each city',
    };
  const body = upright(
    rows.filter((row) => !isRule(row)),
    world.cities,
  );
  for (const city of world.cities) {
    const row = body.find((cells) => cells.some((cell) => mentions(cell, city)));
    if (!row) return { says: `has no row for ${city.name}` };
    const lacking = lackingIn(row, city, world);
    if (lacking) return lacking;
  }
  return namesUnit(text) ? undefined : { says: 'does not name the unit; put µg/m³ into the header' };
}

function lackingIn(cells: readonly string[], city: City, world: Setting['world']): Finding | undefined {
  const { mean24, max, hoursAbove15, share } = airOf(truth(city, world));
  const wanted = [
    { name: 'mean24', values: [mean24] },
    { name: 'max', values: [max] },
    { name: 'hoursAbove15', values: [hoursAbove15] },
    { name: 'share', values: [share, 100 * share, 72 * share] },
  ];
  const absent = wanted.find(({ values }) =>
    values.every((value) => value !== null && !cells.some((cell) => holds(cell, value))),
  );
  if (!absent) return undefined;
  return {
    says: `${city.name}: the row has no cell with its ${absent.name}`,
    expected: String(absent.values[0]),
    actual: cells.join(' | '),
  };
}

/** A number counts as right when it is the expected one at the decimals that are printed. */
function holds(cell: string, expected: number): boolean {
  const plain = cell.replace(/\d{4}-\d{2}-\d{2}.*|\d{1,2}:\d{2}.*/g, ' ');
  return [...plain.matchAll(/-?\d+(?:[.,](\d+))?/g)].some(([number, decimals = '']) => {
    const rounding = 0.5 * 10 ** -decimals.length;
    return Math.abs(Number(number.replace(',', '.')) - expected) <= rounding + 1e-4;
  });
}

/** Cities as columns are turned into rows. */
function upright(
  rows: readonly (readonly string[])[],
  cities: readonly City[],
): readonly (readonly string[])[] {
  const [header = []] = rows;
  const isTurned = cities.every((city) => header.some((cell) => mentions(cell, city)));
  return isTurned ? header.map((_, column) => rows.map((row) => row[column] ?? '')) : rows.slice(1);
}

function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    );
}

const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-+:?$/.test(cell));

const mentions = (cell: string, city: City): boolean => cell.toLowerCase().includes(city.name.toLowerCase());
