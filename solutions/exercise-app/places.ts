import { type DataSource, type FoundPlace, searchPlaces } from 'airlab';
import { http } from './client.ts';
import { Refusal } from './trouble.ts';

/** A city as an address of this app names it: there is a Paris in France, and one in Texas. */
export interface CityName {
  readonly city: string;
  /** Two letters, `FR`. */
  readonly country: string;
  /** For two cities of one name in one country: `Illinois`. */
  readonly region?: string | undefined;
}

/** All places that a name may mean, best first. The visitor chooses, not we. */
export interface Places {
  readonly places: readonly FoundPlace[];
  readonly source: DataSource;
  readonly attribution: string;
}

export async function findPlaces(name: string): Promise<Places> {
  const { places, source, attribution } = await searchPlaces(name.trim(), { http });
  return { places, source, attribution };
}

/**
 * The place of this name in this country.
 * Rejected: the first hit of a search by name alone. It is the largest city, and silently the wrong one.
 *
 * @throws Refusal 404 when there is none.
 */
export async function findPlace({ city, country, region }: CityName): Promise<FoundPlace> {
  const { places } = await searchPlaces(city.trim(), { countryCode: country, count: 20, http });
  const place = places.find((one) => region === undefined || one.region === region);
  if (place) return place;
  throw new Refusal(
    404,
    `No place called “${city}” was found in ${country.toUpperCase()}.`,
    'Search for it by name, and choose from the list.',
  );
}
