import { fixedText, floatText } from './float.ts';
import type { Query } from './query.ts';
import type { Column, PlaceAnswer, Section } from './sections.ts';
import { axisJson, momentText, type TimeStyle } from './times.ts';
import { UNITS } from './units.ts';

/** One line of JSON, keys in the service's order: an object for one place, an array for several, nothing for none. */
export function jsonText(places: readonly PlaceAnswer[], query: Query): string {
  const texts = places.map((place) => placeText(place, query));
  return texts.length > 1 ? `[${texts.join(',')}]` : texts.join('');
}

function placeText({ spot, elevation, models }: PlaceAnswer, { isUnixtime }: Query): string {
  const { zone, locationId } = spot;
  const { point, sections } = models[0];
  const style = { isUnixtime, offsetSeconds: zone.offsetSeconds };
  const head =
    `{"latitude":${floatText(point.latitude)},"longitude":${floatText(point.longitude)},` +
    `"generationtime_ms":${generationMs(sections)},"utc_offset_seconds":${zone.offsetSeconds},` +
    `"timezone":"${zone.name}","timezone_abbreviation":"${zone.abbreviation}"`;
  const height = elevation === null ? '' : `,"elevation":${floatText(elevation)}`;
  const id = locationId === 0 ? '' : `,"location_id":${locationId}`;
  const body = mergedSections(models).map((section) => sectionText(section, style));
  return `${head}${height}${id}${body.join('')}}`;
}

/** Of several models each column ends with its model's name. */
export function mergedSections(models: PlaceAnswer['models']): readonly Section[] {
  const [first] = models;
  if (models.length === 1) return first.sections;
  return first.sections.map((section, index) => ({
    ...section,
    columns: models.flatMap(({ model, sections }) =>
      (sections[index]?.columns ?? []).map((column) => ({ ...column, name: `${column.name}_${model.name}` })),
    ),
  }));
}

/** A clock would make two equal requests differ, so the time is what the amount of values usually takes. */
export function generationMs(sections: readonly Section[]): number {
  const values = sections.reduce((sum, { columns, axis }) => sum + columns.length * axis.count, 0);
  return (64 + values) / 2048;
}

function sectionText({ name, axis, columns }: Section, style: TimeStyle): string {
  const isCurrent = name === 'current' || name === 'current_weather';
  const units = columns.map((column) => `,"${column.name}":"${column.unit.text}"`).join('');
  const timeUnit = style.isUnixtime ? UNITS.unixtime.text : UNITS.iso8601.text;
  const head = `,"${name}_units":{"time":"${timeUnit}"${isCurrent ? ',"interval":"seconds"' : ''}${units}},"${name}":`;
  if (isCurrent) {
    const values = columns.map(
      (column) => `,"${column.name}":${valuesText({ ...column, values: column.values.slice(0, 1) }, style)}`,
    );
    return `${head}{"time":${axisJson(axis, style)},"interval":${axis.stepSeconds}${values.join('')}}`;
  }
  const values = columns.map((column) => `,"${column.name}":[${valuesText(column, style)}]`);
  return `${head}{"time":[${axisJson(axis, style)}]${values.join('')}}`;
}

function valuesText({ values, unit, isTime }: Column, style: TimeStyle): string {
  if (isTime) {
    const mark = style.isUnixtime ? '' : '"';
    return values
      .map((value) => (value === null ? 'null' : `${mark}${momentText(value, style)}${mark}`))
      .join(',');
  }
  const { decimals } = unit;
  let text = '';
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? null;
    if (index > 0) text += ',';
    text += value === null ? 'null' : fixedText(value, decimals);
  }
  return text;
}
