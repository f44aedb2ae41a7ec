import type { AirVariable } from './air-variables.ts';
import type { Reach, Window } from './query.ts';
import type { OneOrSeveral, PlaceOrPlaces } from './rows.ts';
import { askSeries, type Series } from './series.ts';

/** What to ask of the air-quality service. */
export interface AirQualityQuery<P extends PlaceOrPlaces, H extends AirVariable, C extends AirVariable>
  extends Window,
    Reach {
  /** One place, `ROSKILDE`, or several, `[ROSKILDE, BEIJING]`, in one request. */
  readonly place: P;
  /** Variables for each hour: `['pm2_5', 'ozone']`. */
  readonly hourly?: readonly H[];
  /** Variables for the current hour. */
  readonly current?: readonly C[];
  /**
   * Which model answers: Europe's (finer), the world's, or the better one of the place.
   * @default 'auto'
   */
  readonly domains?: 'auto' | 'cams_europe' | 'cams_global';
}

/**
 * Air quality of Open-Meteo, hour by hour, past and forecast.
 *
 * @throws StatusError with Open-Meteo's reason when it refuses, another HttpError when it cannot be reached.
 * @example
 * const air = await airQuality({ place: [ROSKILDE, BEIJING], hourly: ['pm2_5'], pastDays: 3 })
 * air.hourly[0]    //=> { place: 'Roskilde', time: '2026-11-20T23:00Z', local: '2026-11-21T00:00+01:00', pm2_5: 8.1 }
 * air.units.pm2_5  //=> 'μg/m³'
 * air.source.kind  //=> 'open-meteo', or 'simulated' in the classroom
 */
export function airQuality<
  P extends PlaceOrPlaces,
  H extends AirVariable = never,
  C extends AirVariable = never,
>(query: AirQualityQuery<P, H, C>): Promise<Series<H, never, C, OneOrSeveral<P>>> {
  return askSeries('air quality', query, { domains: query.domains });
}
