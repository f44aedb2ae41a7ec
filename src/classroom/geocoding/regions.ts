import { recent } from '../simulated/recent.ts';
import { fold } from './fold.ts';
import type { Places } from './places.ts';

/** Countries and first administrative areas of the places. */
export interface Regions {
  /** The name of a row's country. */
  countryOf(row: number, language: string): string;
  /** Chooses rows by country code (exact) and by the name or abbreviation of a country or area. */
  filter(wanted: Wanted): (row: number) => boolean;
}

export interface Wanted {
  readonly area?: string;
  readonly countryCode?: string;
  /** Names of countries count in this language too. */
  readonly language: string;
}

/**
 * @example
 * const regions = regionsOf(places);
 * rows.filter(regions.filter({ area: 'Danmark', language: 'da' }));
 */
export function regionsOf(places: Places): Regions {
  const namesIn = countryNames(places);
  const areas = areasByName(places);
  return {
    countryOf: (row, language) => namesIn(language)[places.country[row] ?? -1] ?? '',
    filter: ({ area, countryCode, language }) => {
      const isInCountry = (row: number): boolean =>
        countryCode === undefined || places.countries[places.country[row] ?? -1]?.[0] === countryCode;
      if (area === undefined) return isInCountry;
      const wanted = fold(area);
      const countries = places.countries.map(([code, , name], index) =>
        [code, name, namesIn(language)[index] ?? ''].some((one) => fold(one) === wanted),
      );
      const admin1 = areas.get(wanted);
      return (row) =>
        isInCountry(row) &&
        (countries[places.country[row] ?? -1] === true || admin1?.has(places.area1[row] ?? -1) === true);
    },
  };
}

/** First administrative areas by each of their names. */
function areasByName({ admin1 }: Places): ReadonlyMap<string, ReadonlySet<number>> {
  const areas = new Map<string, Set<number>>();
  for (const [index, [, ...names]] of admin1.entries())
    for (const name of names.map(fold)) areas.set(name, (areas.get(name) ?? new Set()).add(index));
  return areas;
}

/** Languages whose names of countries are kept. */
const KEPT_LANGUAGES = 20;

/** Names of all countries: Unicode's, but GeoNames' own in English and in languages without names of cities. */
function countryNames({ countries, translations }: Places): (language: string) => readonly string[] {
  const kept = recent<readonly string[]>(KEPT_LANGUAGES);
  return (language) =>
    kept(Object.hasOwn(translations, language) ? language : '', () => {
      if (!Object.hasOwn(translations, language)) return countries.map(([, , name]) => name);
      const names = new Intl.DisplayNames([language], { type: 'region' });
      return countries.map(([code, , name]) => names.of(code) ?? name);
    });
}
