import { recent } from '../simulated/recent.ts';
import { fold } from './fold.ts';
import { indexOf } from './name-index.ts';
import type { Places } from './places.ts';
import { rankOf } from './rank.ts';

export interface Search {
  readonly name: string;
  /** What stands after the comma: a country or a first administrative area. */
  readonly area?: string;
  readonly language: string;
  /** ISO code in upper case. */
  readonly countryCode?: string;
  readonly count: number;
}

/** Finds rows of the place data and names what is in them. */
export interface Gazetteer {
  readonly places: Places;
  /** Best first. */
  search(search: Search): readonly number[];
  rowOf(id: number): number | undefined;
  /** The name in a language, or GeoNames' own. */
  nameOf(row: number, language: string): string;
  countryOf(row: number, language: string): string;
}

/**
 * An index over the place data.
 *
 * @example
 * const gazetteer = gazetteerOf(loadPlaces());
 * gazetteer.search({ name: 'Roskilde', language: 'en', count: 1 }); // [8143]
 */
export function gazetteerOf(places: Places): Gazetteer {
  const ranks = places.id.map((_, row) => rankOf(places, row));
  const rows = new Map(places.id.map((id, row) => [id, row]));
  const common = indexOf(commonNames(places));
  const languages = new Map(
    Object.entries(places.translations).map(([language, names]) => [
      language,
      { index: indexOf(names), names: new Map(names) },
    ]),
  );
  const countries = countryNames(places, languages);
  return {
    places,
    rowOf: (id) => rows.get(id),
    nameOf: (row, language) => languages.get(language)?.names.get(row) ?? places.name[row] ?? '',
    countryOf: (row, language) => countries(language)[places.country[row] ?? -1] ?? '',
    search: ({ name, area, language, countryCode, count }) => {
      const isInArea = area === undefined ? undefined : areaFilter(places, area, countries(language));
      const isWanted = (row: number): boolean =>
        (countryCode === undefined || codeOf(places, row) === countryCode) && (isInArea?.(row) ?? true);
      const scores = new Map<number, number>();
      for (const index of [common, languages.get(language)?.index])
        for (const { row, match } of index?.(name) ?? [])
          if (isWanted(row)) scores.set(row, Math.max(scores.get(row) ?? 0, match + (ranks[row] ?? 0)));
      return [...scores]
        .sort(([rowA, a], [rowB, b]) => b - a || rowA - rowB)
        .slice(0, count)
        .map(([row]) => row);
    },
  };
}

function commonNames({ name, alternates }: Places): (readonly [row: number, name: string])[] {
  return [
    ...name.map((one, row) => [row, one] as const),
    ...alternates.flatMap(([row, ...names]) => names.map((one) => [row, one] as const)),
  ];
}

function codeOf({ countries, country }: Places, row: number): string | undefined {
  return countries[country[row] ?? -1]?.[0];
}

/** The places in a country or a first administrative area of that name, in the order of its languages. */
function areaFilter(places: Places, area: string, countries: readonly string[]): (row: number) => boolean {
  const wanted = fold(area);
  const isCountry = places.countries.map(([code, , name], index) =>
    [code, name, countries[index] ?? ''].some((one) => fold(one) === wanted),
  );
  const isArea = places.admin1.map(([, ...names]) => names.some((one) => fold(one) === wanted));
  return (row) =>
    (isCountry[places.country[row] ?? -1] ?? false) || (isArea[places.area1[row] ?? -1] ?? false);
}

/** Languages whose names of countries are kept. */
const KEPT_LANGUAGES = 20;

/** Names of all countries in a language: Unicode's, but GeoNames' own for English and languages without names of cities. */
function countryNames(
  { countries }: Places,
  languages: ReadonlyMap<string, unknown>,
): (language: string) => readonly string[] {
  const kept = recent<readonly string[]>(KEPT_LANGUAGES);
  return (language) => {
    if (!languages.has(language)) return countries.map(([, , name]) => name);
    return kept(language, () => {
      const names = new Intl.DisplayNames([language], { type: 'region' });
      return countries.map(([code, , name]) => (code === '' ? name : (names.of(code) ?? name)));
    });
  };
}
