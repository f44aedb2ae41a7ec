import { closest, distance } from 'fastest-levenshtein';
import { type Around, isJson, type Json, listOf, markName, specError, units } from './spec.ts';

const MARKS =
  'arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text tick trail'.split(
    ' ',
  );
const CHANNELS = (
  'x y x2 y2 xOffset yOffset xError yError xError2 yError2 theta theta2 radius radius2 color fill stroke opacity ' +
  'fillOpacity strokeOpacity strokeWidth strokeDash size angle shape time latitude longitude latitude2 longitude2 ' +
  'key text href url description tooltip detail order facet row column'
).split(' ');
const TYPES = ['quantitative', 'ordinal', 'temporal', 'nominal', 'geojson'];

/**
 * Finds what Vega-Lite would answer with an empty picture or with an error about its own inner parts.
 *
 * @returns warnings: fields that no row has.
 * @throws UsageError `CHART_SPEC` for an unknown mark, channel or type, with the nearest known one.
 */
export function checkSpec(spec: Json): string[] {
  const found = units(spec);
  if (found.length === 0)
    throw specError('The spec has no mark, so there is nothing to draw.', "Add for example mark: 'line'.");
  return found.flatMap(({ unit, around }) => {
    const mark = markName(unit);
    if (!MARKS.includes(String(mark)))
      throw specError(
        `Vega-Lite has no mark ${quote(mark)}.`,
        `${nearest(String(mark), MARKS)} All: ${MARKS.join(', ')}.`,
      );
    for (const [channel, definition] of Object.entries(around.encoding)) checkChannel(channel, definition);
    return missingFields(around);
  });
}

function checkChannel(channel: string, definition: unknown): void {
  if (!CHANNELS.includes(channel))
    throw specError(
      `Vega-Lite has no channel ${quote(channel)} in encoding.`,
      `${nearest(channel, CHANNELS)} Common ones: x, y, color, tooltip.`,
    );
  if (typeof definition === 'string')
    throw specError(
      `encoding.${channel} is the text ${quote(definition)}, but must be an object.`,
      `Write ${channel}: { field: '${definition}' }.`,
    );
  if (!isJson(definition) || definition.type === undefined || TYPES.includes(String(definition.type))) return;
  throw specError(
    `encoding.${channel} has the unknown type ${quote(definition.type)}.`,
    `${nearest(String(definition.type), TYPES)} All: ${TYPES.join(', ')}.`,
  );
}

function missingFields({ encoding, rows, transforms }: Around): string[] {
  if (rows === undefined) return [];
  if (rows.length === 0) return ['data.values is empty: the chart shows nothing.'];
  const names = new Set(rows.slice(0, 1000).flatMap((row) => Object.keys(row)));
  // Only running a pivot tells which fields it makes.
  if (transforms.some((transform) => 'pivot' in transform)) return [];
  const all = [...names, ...transforms.flatMap(namesMadeBy)];
  return Object.entries(encoding).flatMap(([channel, definition]) =>
    fieldsOf(definition).flatMap((field) => missingField(`encoding.${channel}`, field, all) ?? []),
  );
}

/** Names of fields in a channel's definition; a repeated field (`{ repeat: … }`) is not one. */
export function fieldsOf(definition: unknown): string[] {
  const definitions = Array.isArray(definition) ? definition : [definition];
  return definitions.filter(isJson).flatMap(({ field }) => (typeof field === 'string' ? [field] : []));
}

function missingField(where: string, field: string, names: readonly string[]): string | undefined {
  // A dot or a bracket that is not escaped leads into a member: "wind.speed" is { wind: { speed } }.
  const [first = ''] = field.split(/(?<!\\)[.[]/);
  if (names.includes(unescaped(first))) return undefined;
  if (names.includes(field))
    return `${where}: Vega-Lite reads the dot in "${field}" as "member of". Write field: '${field.replaceAll('.', '\\\\.')}'.`;
  return `${where}: no row has a field "${field}". ${nearest(field, names)} The rows have: ${names.join(', ')}.`;
}

/** A field's name as the rows have it. */
export const unescaped = (field: string): string => field.replace(/\\(.)/g, '$1');

/** Names that a transform gives to what it computes: its `as`, at any depth, or Vega-Lite's default. */
function namesMadeBy(transform: Json): string[] {
  const defaults = [
    ...('fold' in transform ? ['key', 'value'] : []),
    ...('density' in transform ? ['value', 'density'] : []),
    ...('quantile' in transform ? ['prob', 'value'] : []),
    ...('lookup' in transform && isJson(transform.from) ? listOf(transform.from.fields).map(String) : []),
  ];
  return [...defaults, ...namesAfterAs(transform)];
}

function namesAfterAs(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesAfterAs);
  if (!isJson(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'as' ? [inner].flat().map(String) : namesAfterAs(inner),
  );
}

function nearest(word: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const near = closest(word, known);
  return distance(word, near) <= Math.max(2, word.length / 3) ? `Did you mean "${near}"?` : '';
}

const quote = (value: unknown): string =>
  typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? 'undefined');
