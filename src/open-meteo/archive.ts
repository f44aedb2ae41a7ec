import type { ArchiveVariable, DailyArchiveVariable } from './archive-variables.ts';
import type { Reach, Window } from './query.ts';
import type { OneOrSeveral, PlaceOrPlaces } from './rows.ts';
import { askSeries, type Series } from './series.ts';
import { unitParameters, type WeatherUnits } from './weather-units.ts';

/** What to ask of the weather archive. */
export interface ArchiveQuery<
  P extends PlaceOrPlaces,
  H extends ArchiveVariable,
  D extends DailyArchiveVariable,
> extends Pick<Window, 'timezone'>,
    Reach,
    WeatherUnits {
  /** One place, `ROSKILDE`, or several, `[ROSKILDE, BEIJING]`, in one request. */
  readonly place: P;
  /** First day, `2025-01-01`; the archive begins in 1940. */
  readonly startDate: string;
  /** Last day, included. */
  readonly endDate: string;
  /** Variables for each hour: `['temperature_2m']`. */
  readonly hourly?: readonly H[];
  /** Variables for each day: `['temperature_2m_mean', 'precipitation_sum']`. */
  readonly daily?: readonly D[];
}

/**
 * The weather of the past from Open-Meteo's archive, back to 1940.
 *
 * @throws StatusError with Open-Meteo's reason when it refuses, another HttpError when it cannot be reached.
 * @example
 * const past = await archive({ place: ROSKILDE, startDate: '2025-01-01', endDate: '2025-01-31', daily: ['temperature_2m_mean'] })
 * past.daily.length //=> 31
 */
export function archive<
  P extends PlaceOrPlaces,
  H extends ArchiveVariable = never,
  D extends DailyArchiveVariable = never,
>(query: ArchiveQuery<P, H, D>): Promise<Series<H, D, never, OneOrSeveral<P>>> {
  return askSeries('archive', query, unitParameters(query));
}
