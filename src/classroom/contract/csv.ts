import { fixedText, floatText } from './float.ts';
import { mergedSections } from './json.ts';
import type { Query } from './query.ts';
import type { Column, PlaceAnswer, Section } from './sections.ts';
import { axisTexts, momentText, type TimeStyle } from './times.ts';

const PLACE_COLUMNS = 'latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation';

/** A block about the places, then one block for each section with the rows of all places. */
export function csvText(places: readonly PlaceAnswer[], query: Query): string {
  const blocks = query.hasPlaceBlock ? [placeBlock(places)] : [];
  const merged = places.map((place) => ({ place, sections: mergedSections(place.models) }));
  const names = merged[0]?.sections.map(({ name }) => name) ?? [];
  for (const [index] of names.entries()) {
    const rows = merged.map(({ place, sections }) => {
      const section = sections[index];
      const id = places.length > 1 ? place.spot.locationId : undefined;
      const style = { isUnixtime: query.isUnixtime, offsetSeconds: place.spot.zone.offsetSeconds };
      return section === undefined ? '' : sectionRows(section, id, style);
    });
    blocks.push(rows.join(''));
  }
  return blocks.join('\n');
}

function placeBlock(places: readonly PlaceAnswer[]): string {
  const isSingle = places.length === 1;
  const rows = places.map(({ spot, elevation, models }) => {
    const { latitude, longitude } = models[0].point;
    const { offsetSeconds, name, abbreviation } = spot.zone;
    const cells = [
      ...(isSingle ? [] : [spot.locationId]),
      ...[floatText(latitude), floatText(longitude), elevation === null ? 'NaN' : floatText(elevation)],
      ...[offsetSeconds, name, abbreviation],
    ];
    return `${cells.join(',')}\n`;
  });
  return `${isSingle ? '' : 'location_id,'}${PLACE_COLUMNS}\n${rows.join('')}`;
}

/** The service writes the names of the columns before the place with the number 0, so others lose them. */
function sectionRows({ axis, columns }: Section, id: number | undefined, style: TimeStyle): string {
  const isFirst = id === undefined || id === 0;
  const names = columns.map(({ name, unit }) => `,${name} (${unit.text})`).join('');
  const head = isFirst ? `${id === undefined ? '' : 'location_id,'}time${names}\n` : '';
  const isMoment = axis.count === 1 && axis.stepSeconds < 86_400;
  const times = isMoment ? [momentText(axis.first, style)] : axisTexts(axis, style);
  const start = id === undefined ? '' : `${id},`;
  const rows = times.map(
    (time, index) =>
      `${start}${time}${columns.map((column) => `,${cellText(column, index, style)}`).join('')}\n`,
  );
  return `${head}${rows.join('')}`;
}

function cellText({ values, unit, isTime }: Column, index: number, style: TimeStyle): string {
  const value = values[index] ?? null;
  if (value === null) return 'NaN';
  return isTime ? momentText(value, style) : fixedText(value, unit.decimals);
}

/** `open-meteo-55.60N12.10E41m.csv` */
export function csvFileName([first]: readonly PlaceAnswer[]): string {
  if (first === undefined) return 'open-meteo-.csv';
  const { latitude, longitude } = first.models[0].point;
  const north = `${Math.abs(latitude).toFixed(2)}${latitude < 0 ? 'S' : 'N'}`;
  const east = `${Math.abs(longitude).toFixed(2)}${longitude < 0 ? 'W' : 'E'}`;
  return `open-meteo-${north}${east}${first.elevation === null ? '' : `${first.elevation.toFixed(0)}m`}.csv`;
}
