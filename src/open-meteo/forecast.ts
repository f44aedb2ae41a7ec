import type { Reach, Window } from './query.ts';
import type { OneOrSeveral, PlaceOrPlaces } from './rows.ts';
import { askSeries, type Series } from './series.ts';
import { unitParameters, type WeatherUnits } from './weather-units.ts';
import type { DailyWeatherVariable, WeatherVariable } from './weather-variables.ts';

/** What to ask of the weather forecast. */
export interface ForecastQuery<
  P extends PlaceOrPlaces,
  H extends WeatherVariable,
  D extends DailyWeatherVariable,
  C extends WeatherVariable,
> extends Window,
    Reach,
    WeatherUnits {
  /** One place, `ROSKILDE`, or several, `[ROSKILDE, BEIJING]`, in one request. */
  readonly place: P;
  /** Variables for each hour: `['temperature_2m', 'precipitation']`. */
  readonly hourly?: readonly H[];
  /** Variables for each day: `['temperature_2m_max', 'sunrise']`. */
  readonly daily?: readonly D[];
  /** Variables for now. */
  readonly current?: readonly C[];
}

/**
 * The weather forecast of Open-Meteo, and the weather of the last weeks.
 *
 * @throws StatusError with Open-Meteo's reason when it refuses, another HttpError when it cannot be reached.
 * @example
 * const weather = await forecast({ place: ROSKILDE, current: ['temperature_2m'], daily: ['temperature_2m_max', 'sunrise'] })
 * weather.current.temperature_2m //=> 6.4
 * weather.daily[0] //=> { place: 'Roskilde', date: '2026-11-24', temperature_2m_max: 7.2, sunrise: '2026-11-24T08:06+01:00' }
 */
export function forecast<
  P extends PlaceOrPlaces,
  H extends WeatherVariable = never,
  D extends DailyWeatherVariable = never,
  C extends WeatherVariable = never,
>(query: ForecastQuery<P, H, D, C>): Promise<Series<H, D, C, OneOrSeveral<P>>> {
  return askSeries('forecast', query, unitParameters(query));
}
