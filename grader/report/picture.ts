import { clean } from './layout.ts';
import { markup } from './markup.ts';
import { hourAt, range, type Series, value } from './plot.ts';

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 44;
const RIGHT = 8;
const TOP = 12;
const BOTTOM = 34;
/** Blue and vermilion of Okabe and Ito; the second line is dashed as well, so that colour is not the only signal. */
const EXPECTED = '#0072b2';
const YOURS = '#d55e00';

/** The two series as SVG: solid expected, dashed yours, an upright line at the hour where they part. */
export function picture(series: Series): string {
  const count = Math.max(2, series.expected.length, series.actual.length);
  const [low, high] = range([...series.expected, ...series.actual]);
  const x = (index: number): number => LEFT + (index / (count - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (number: number): number =>
    TOP + (1 - (number - low) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM);
  const at = x(series.partAt).toFixed(1);
  const label = (left: number, top: number, text: string, more = ''): string =>
    `<text x="${left}" y="${top}" font-size="11" fill="#333" ${more}>${markup(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<line x1="${at}" y1="${TOP}" x2="${at}" y2="${HEIGHT - BOTTOM}" stroke="#555" stroke-dasharray="2 3"/>`,
    ...strokes(series.expected, x, y).map(
      (d) => `<path d="${d}" fill="none" stroke="${EXPECTED}" stroke-width="2"/>`,
    ),
    ...strokes(series.actual, x, y).map(
      (d) => `<path d="${d}" fill="none" stroke="${YOURS}" stroke-width="2" stroke-dasharray="6 3"/>`,
    ),
    label(LEFT - 4, TOP + 8, value(high), 'text-anchor="end"'),
    label(LEFT - 4, HEIGHT - BOTTOM, value(low), 'text-anchor="end"'),
    label(LEFT, HEIGHT - 20, hourAt(series, 0)),
    label(WIDTH - RIGHT, HEIGHT - 20, hourAt(series, count - 1), 'text-anchor="end"'),
    label(
      LEFT,
      HEIGHT - 5,
      `${series.unit}: expected solid, yours dashed; they part at ${hourAt(series, series.partAt)}`,
    ),
    '</svg>',
  ].join('');
}

/** The picture in words, for those who cannot see it. */
export function pictureWords(series: Series): string {
  const { expected, actual, partAt, unit } = series;
  return (
    `Two lines over ${Math.max(expected.length, actual.length)} hours. They part at ${hourAt(series, partAt)}: ` +
    `expected ${value(expected[partAt])}, yours ${value(actual[partAt])} ${clean(unit)}.`
  );
}

/** Unbroken stretches of a series; a gap lifts the pen. */
function strokes(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (number: number) => number,
): string[] {
  const strokes: string[][] = [[]];
  for (const [index, number] of values.entries()) {
    if (number === null || !Number.isFinite(number)) strokes.push([]);
    else strokes.at(-1)?.push(`${x(index).toFixed(1)} ${y(number).toFixed(1)}`);
  }
  return strokes
    .filter((points) => points.length > 0)
    .map((points) => `M${points.join('L')}${points.length === 1 ? 'h2' : ''}`);
}
