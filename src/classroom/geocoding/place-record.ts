import { floatText } from '../contract/float.ts';
import type { Gazetteer } from './gazetteer.ts';

/** One place as the service describes it, in the order of its answer. Empty and zero fields are left out there. */
export interface PlaceRecord {
  readonly id: number;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly elevation: number;
  readonly feature_code: string;
  readonly country_code: string;
  readonly admin1_id: number;
  readonly admin2_id: number;
  readonly timezone: string;
  readonly population: number;
  readonly country_id: number;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

/** Fields that the service keeps as 32-bit floats. */
const FLOATS: ReadonlySet<string> = new Set(['latitude', 'longitude', 'elevation']);
const STEPS_PER_DEGREE = 1e5;

/** The row of a place in words and numbers, names in the language where they are known. */
export function recordOf(
  { places, nameOf, countryOf }: Gazetteer,
  row: number,
  language: string,
): PlaceRecord {
  const number = (column: readonly number[]): number => column[row] ?? 0;
  const [country_code, country_id] = places.countries[number(places.country)] ?? ['', 0];
  const [admin1_id, admin1] = places.admin1[number(places.area1)] ?? [0, ''];
  const [admin2_id, admin2] = places.admin2[number(places.area2)] ?? [0, ''];
  const areas = Object.hasOwn(places.areaNames, language) ? places.areaNames[language] : undefined;
  return {
    id: number(places.id),
    name: nameOf(row, language),
    latitude: Math.fround(number(places.latitude) / STEPS_PER_DEGREE),
    longitude: Math.fround(number(places.longitude) / STEPS_PER_DEGREE),
    elevation: number(places.elevation),
    feature_code: places.features[number(places.feature)] ?? '',
    ...{ country_code, admin1_id, admin2_id },
    timezone: places.timezones[number(places.timezone)] ?? '',
    population: number(places.population),
    country_id,
    country: countryOf(row, language),
    admin1: areas?.[admin1_id] ?? admin1,
    admin2: areas?.[admin2_id] ?? admin2,
  };
}

/** @example recordText(record) // '{"id":2614481,"name":"Roskilde","latitude":55.64152,…' */
export function recordText(record: PlaceRecord): string {
  const fields = Object.entries(record)
    .filter(([, value]) => value !== 0 && value !== '')
    .map(([name, value]) => `"${name}":${FLOATS.has(name) ? floatText(value) : JSON.stringify(value)}`);
  return `{${fields.join(',')}}`;
}
