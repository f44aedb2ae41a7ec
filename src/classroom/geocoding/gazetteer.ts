import { indexOf } from './name-index.ts';
import type { Places } from './places.ts';
import { rankOf } from './rank.ts';
import { regionsOf } from './regions.ts';

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
  const { countryOf, filter } = regionsOf(places);
  return {
    places,
    rowOf: (id) => rows.get(id),
    nameOf: (row, language) => languages.get(language)?.names.get(row) ?? places.name[row] ?? '',
    countryOf,
    search: ({ name, language, count, ...wanted }) => {
      const isWanted = filter({ ...wanted, language });
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
