import type { City, Finding } from '../exercise.ts';
import { namesUnit } from './chart.ts';
import { shown } from './compare.ts';
import { seriesGuesses } from './series-guesses.ts';
import type { Mistake, Setting } from './setting.ts';
import { type Air, airOf, truth } from './truth.ts';

/** What is missing in a Markdown table with the comparison, the most basic thing first, or nothing. Pure. */
export function tableFinding(text: string, setting: Setting): Finding | undefined {
  const { world } = setting;
  const rows = rowsOf(text);
  if (rows.length < 3 || !rows.some(isRule))
    return {
      says: 'returns a text without a Markdown table: a header, a line of |---|, and a row for each city',
    };
  const body = upright(
    rows.filter((row) => !isRule(row)),
    world.cities,
  );
  const lines = world.cities.flatMap((city): Line[] => {
    const cells = body.find((row) => row.some((cell) => mentions(cell, city)));
    return cells ? [{ city, cells }] : [];
  });
  const absent = world.cities.find((city) => !lines.some((line) => line.city === city));
  if (absent) return { says: `has no row for ${absent.name}` };
  for (const { city, cells } of lines) {
    const lacking = lackingIn(cells, airOf(truth(city, world)));
    if (lacking) return differs({ city, cells }, lacking, tableMistake(lines, setting));
  }
  return namesUnit(text) ? undefined : { says: 'does not name the unit; put µg/m³ into the header' };
}

/** The row of one city. */
interface Line {
  readonly city: City;
  readonly cells: readonly string[];
}

interface Lacking {
  readonly name: string;
  readonly value: number | null;
}

/** The first number of the comparison that no cell shows. */
function lackingIn(cells: readonly string[], { mean24, max, hoursAbove15, share }: Air): Lacking | undefined {
  const wanted = [
    { name: 'mean24', values: [mean24] },
    { name: 'max', values: [max] },
    { name: 'hoursAbove15', values: [hoursAbove15] },
    { name: 'share', values: [share, 100 * share, 72 * share] },
  ];
  const lacking = wanted.find(({ values }) =>
    values.every((value) => value !== null && !cells.some((cell) => holds(cell, value))),
  );
  return lacking && { name: lacking.name, value: lacking.values[0] ?? null };
}

function differs({ city, cells }: Line, { name, value }: Lacking, mistake: Mistake | undefined): Finding {
  return {
    says: `${city.name}: the row has no cell with its ${name}`,
    ...(mistake ? { mistake } : {}),
    expected: `${name} ${shown(value)}`,
    actual: cells.join(' | '),
  };
}

/** A wrong series under the right arithmetic, as in the comparison. */
function tableMistake(lines: readonly Line[], setting: Setting): Mistake | undefined {
  const isRight = ({ city, cells }: Line): boolean => !lackingIn(cells, airOf(truth(city, setting.world)));
  const found = seriesGuesses(setting).find(({ scope, candidates }) =>
    lines.every((line) => {
      if (scope === 'wrong' && isRight(line)) return true;
      return candidates(line.city).some((series) => series && !lackingIn(line.cells, airOf(series)));
    }),
  );
  return found && { id: found.id, says: found.says };
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
