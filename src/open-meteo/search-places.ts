import { UsageError } from '../errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Shown, shown } from '../http/shown.ts';
import { tableHtml } from '../table/html.ts';
import { sheetOf } from '../table/sheet.ts';
import { tableText } from '../table/text.ts';
import { ask } from './ask.ts';
import type { Place } from './places.ts';
import type { Reach } from './query.ts';
import { SERVICES } from './services.ts';
import { fields, list, number, optional, text } from './shape.ts';
import { bannerHtml, credit } from './show-series.ts';
import { type DataSource, dataSource, sourceWarning } from './source.ts';

/** A place that GeoNames knows; give it to `airQuality`, `forecast` or `archive` as it is. */
export interface FoundPlace extends Place {
  readonly name: string;
  readonly timezone: string;
  /** GeoNames' number for the place. */
  readonly id: number;
  readonly country: string | undefined;
  /** Two letters: `DK`. */
  readonly countryCode: string | undefined;
  /** The first level below the country: a region, province or state. */
  readonly region: string | undefined;
  readonly population: number | undefined;
  /** Metres above the sea. */
  readonly elevation: number | undefined;
  /** What it is, in GeoNames' codes: `PPLC` a capital, `PPLA` the seat of a region, `PPL` a town, `AIRP` an airport. */
  readonly kind: string | undefined;
}

export interface PlaceSearchOptions extends Reach {
  /**
   * At most so many places, 1 to 100.
   * @default 10
   */
  readonly count?: number;
  /**
   * Language of the names: `'da'`, `'zh'` …
   * @default 'en'
   */
  readonly language?: string;
  /** Only this country, two letters: `'DK'`. */
  readonly countryCode?: string;
}

/** What a search found, best first. */
export interface FoundPlaces extends Shown {
  readonly places: FoundPlace[];
  readonly source: DataSource;
  readonly attribution: string;
  readonly exchange: Exchange;
}

/**
 * Finds places by name. From three letters on, the beginning of a name is enough.
 *
 * @throws StatusError with Open-Meteo's reason when it refuses, another HttpError when it cannot be reached.
 * @example
 * const { places } = await searchPlaces('Roskilde', { countryCode: 'DK' })
 * const air = await airQuality({ place: places[0], current: ['pm2_5'] })
 */
export async function searchPlaces(name: string, options: PlaceSearchOptions = {}): Promise<FoundPlaces> {
  if (typeof name !== 'string' || name.trim() === '')
    throw new UsageError('A name is needed to search for.', `searchPlaces('Roskilde')`, 'OPEN_METEO_PLACE');
  const { count, language, countryCode } = options;
  const answer = await ask(
    'geocoding',
    { name, count, language, countryCode: countryCode?.toUpperCase() },
    options,
  );
  const told = {
    places: [...answer.json(readPlaces)],
    source: dataSource(answer.headers, answer.url),
    attribution: SERVICES.geocoding.attribution,
    exchange: answer.exchange,
  };
  return shown(told, { text: () => foundText(told), html: () => foundHtml(told) });
}

/** Fields that are zero or empty are left out by the service, and so is the list when nothing was found. */
function readPlaces(body: unknown): readonly FoundPlace[] {
  const { results = [] } = fields(body, 'answer');
  return list(results, 'results').map((value, index) => readPlace(value, `results[${index}]`));
}

function readPlace(value: unknown, name: string): FoundPlace {
  const place = fields(value, name);
  const read = <T>(field: string, reader: (value: unknown, name: string) => T): T =>
    reader(place[field], `${name}.${field}`);
  const maybe = <T>(field: string, reader: (value: unknown, name: string) => T): T | undefined =>
    optional(place[field], `${name}.${field}`, reader);
  return {
    name: read('name', text),
    latitude: maybe('latitude', number) ?? 0,
    longitude: maybe('longitude', number) ?? 0,
    timezone: maybe('timezone', text) ?? 'GMT',
    id: read('id', number),
    country: maybe('country', text),
    countryCode: maybe('country_code', text),
    region: maybe('admin1', text),
    population: maybe('population', number),
    elevation: maybe('elevation', number),
    kind: maybe('feature_code', text),
  };
}

type FoundView = Pick<FoundPlaces, 'places' | 'source' | 'attribution'>;

const sheet = ({ places }: FoundView) =>
  sheetOf(
    places.map(({ name, region, country, latitude, longitude, population }) => ({
      ...{ name, region, country, latitude, longitude, population },
    })),
    { caption: `${places.length} ${places.length === 1 ? 'place' : 'places'} found` },
  );

const foundText = (view: FoundView): string =>
  [...sourceWarning(view.source), tableText(sheet(view)), credit(view)].join('\n');

const foundHtml = (view: FoundView): string =>
  [
    ...sourceWarning(view.source).map(bannerHtml),
    tableHtml(sheet(view)),
    `<p><small>${credit(view)}</small></p>`,
  ].join('\n');
