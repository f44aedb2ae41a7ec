import type { City, Finding } from '../exercise.ts';
import { areSame, isSame, shown, type Values } from './compare.ts';
import { seriesMistake } from './mistakes.ts';
import { hourOf, numberOf, timeMs } from './readings.ts';
import { type Setting, TEXT_NUMBERS } from './setting.ts';
import { hourName, truth, WINDOW_HOURS } from './truth.ts';
import { type DataRow, type View, viewsOf, wordsOf } from './views.ts';

const MARKS = ['line', 'point', 'area', 'bar', 'rect', 'trail', 'circle', 'square', 'tick'];
const UNIT = /[µμu]g\s*(?:\/\s*m\s*(?:³|3|\^3|\*\*3)|[·.*]?\s*m\s*(?:⁻³|-3|\^-3|\^\{-3\}))|microgram/i;

const NO_AXES: Finding = { says: 'does not encode a time and a number; set encoding.x and encoding.y' };
const TEXT: Finding = { says: 'draws numbers that are text', mistake: TEXT_NUMBERS };

/** What one view draws for one value of its separating field. */
interface Drawn {
  readonly name: string;
  readonly values: Values;
  /** Epoch hours; undefined where the time cannot be read. */
  readonly hours: readonly (number | undefined)[];
}

/** What is missing in a Vega-Lite spec, the most basic thing first, or nothing. Pure. */
export function chartFinding(spec: Readonly<Record<string, unknown>>, setting: Setting): Finding | undefined {
  if (Object.keys(spec).length === 0)
    return { says: 'returns an empty object; a Vega-Lite spec has mark, data and encoding' };
  const views = viewsOf(spec).filter(({ mark }) => MARKS.includes(mark));
  if (views.length === 0)
    return { says: `draws no mark; use ${MARKS.slice(0, 4).join(', ')} or another one` };
  if (views.every(({ rows }) => rows.length === 0))
    return { says: 'has no rows in data.values; a chart that fetches its data again is not sealed' };
  if (!views.some(isPlotted)) return views.some(drawsText) ? TEXT : NO_AXES;
  const drawn = views.flatMap(drawnBy);
  const missing = setting.world.cities.find((city) => !drawn.some((one) => isCity(one, city, setting)));
  if (missing) return notDrawn(missing, drawn, setting);
  const { description } = spec;
  if (typeof description !== 'string' || description.trim() === '')
    return { says: 'has no description; say in words what the chart shows, for those who cannot see it' };
  if (![...wordsOf(spec), description].some((text) => UNIT.test(text)))
    return { says: 'does not name the unit; put µg/m³ into the title of the y axis' };
  return undefined;
}

const isPlotted = (view: View): boolean => timeFields(view).length > 0 && numberFields(view).length > 0;

const drawsText = ({ fields, rows }: View): boolean =>
  rows.some((row) =>
    ['x', 'y'].some((channel) => /^-?\d+(\.\d+)?$/.test(String(row[fields.get(channel) ?? '']))),
  );

/** Every way to read the view: each time field with each number field, separated by each other field or by none. */
function drawnBy(view: View): Drawn[] {
  return timeFields(view).flatMap((time) =>
    numberFields(view)
      .filter((field) => field !== time)
      .flatMap((number) =>
        ['', ...new Set(view.fields.values())]
          .filter((field) => field !== time && field !== number)
          .flatMap((field) => groups(view.rows, { time, number, field })),
      ),
  );
}

function groups(
  rows: readonly DataRow[],
  { time, number, field }: { readonly time: string; readonly number: string; readonly field: string },
): Drawn[] {
  const named = new Map<string, DataRow[]>();
  for (const row of rows) {
    const name = field === '' ? '' : String(row[field]);
    named.set(name, [...(named.get(name) ?? []), row]);
  }
  if (named.size > rows.length / 4) return [];
  return [...named].map(([name, own]) => {
    const ordered = own
      .map((row, index) => ({ index, moment: timeMs(row[time]), value: numberOf(row[number]) }))
      .sort((a, b) => (a.moment ?? a.index) - (b.moment ?? b.index));
    return {
      name,
      values: ordered.map(({ value }) => value),
      hours: ordered.map(({ moment }) => hourOf(moment)),
    };
  });
}

/** The city's 72 hours; gaps may be left out, times may be local, for people. */
function isCity({ name, values, hours }: Drawn, city: City, { world }: Setting): boolean {
  const others = world.cities.filter((other) => other.name !== city.name);
  if (others.some((other) => name.toLowerCase() === other.name.toLowerCase())) return false;
  const right = truth(city, world);
  if (areSame(values, right.values)) return isEven(hours);
  const known = right.values.flatMap((value, index) =>
    value === null ? [] : [{ value, hour: right.from + index }],
  );
  const given = values.flatMap((value, index) => (value === null ? [] : [{ value, hour: hours[index] }]));
  return (
    known.length === given.length &&
    known.every(({ value }, index) => isSame(value, given[index]?.value)) &&
    new Set(known.map(({ hour }, index) => hour - (given[index]?.hour ?? hour))).size <= 2
  );
}

/** Readable times go up hour by hour; where the clocks change once, one hour may be missing or twice there. */
function isEven(hours: readonly (number | undefined)[]): boolean {
  const steps = hours.slice(1).map((hour, index) => (hour ?? 0) - (hours[index] ?? 0));
  return hours.includes(undefined) || steps.filter((step) => step !== 1).length <= 1;
}

function notDrawn(city: City, drawn: readonly Drawn[], setting: Setting): Finding {
  const own = drawn.find(({ name }) => name.toLowerCase() === city.name.toLowerCase());
  if (!own) return { says: `draws no series with the ${WINDOW_HOURS} hours of ${city.name}` };
  const given = setting.world.cities.flatMap((one) => {
    const found = drawn.find(({ name }) => name.toLowerCase() === one.name.toLowerCase());
    return found ? [{ city: one, values: found.values }] : [];
  });
  const mistake = seriesMistake(given, setting);
  const right = truth(city, setting.world);
  const at = right.values.findIndex((value, index) => !isSame(value, own.values[index]));
  const says =
    own.values.length !== WINDOW_HOURS || at < 0
      ? `${city.name}: ${own.values.length} hours are drawn, expected ${WINDOW_HOURS}`
      : `${city.name}: differs from ${hourName(right.from + at)} on: expected ${shown(right.values[at])}, got ${shown(own.values[at])} µg/m³`;
  return { says, ...(mistake ? { mistake } : {}) };
}

function timeFields({ fields, rows }: View): readonly string[] {
  return unique(['x', 'y'], fields).filter((field) =>
    rows.some((row) => row[field] !== undefined && row[field] !== null),
  );
}

function numberFields({ fields, rows }: View): readonly string[] {
  return unique(['y', 'x', 'color', 'fill', 'size', 'stroke', 'opacity'], fields).filter((field) =>
    rows.some((row) => typeof row[field] === 'number'),
  );
}

const unique = (channels: readonly string[], fields: ReadonlyMap<string, string>): readonly string[] => [
  ...new Set(channels.flatMap((channel) => fields.get(channel) ?? [])),
];

/** True when a text names micrograms per cubic metre, however it is typed. */
export const namesUnit = (text: string): boolean => UNIT.test(text);
