import type { Origin } from './horizon.ts';

/** How a variable is published. */
export interface Variable {
  readonly origin: Origin;
  readonly decimals: number;
}

const named = (origin: Origin, decimals: number, names: string): readonly (readonly [string, Variable])[] =>
  names.split(' ').map((name) => [name, { origin, decimals }] as const);

/** Every variable that the simulation holds, with the decimals that Open-Meteo publishes for its unit. */
export const VARIABLES: ReadonlyMap<string, Variable> = new Map([
  ...named('air', 1, 'pm10 pm2_5 carbon_monoxide nitrogen_dioxide sulphur_dioxide ozone dust'),
  ...named('air', 2, 'aerosol_optical_depth uv_index uv_index_clear_sky'),
  ...named('greenhouse', 0, 'carbon_dioxide'),
  ...named('greenhouse', 1, 'methane'),
  ...named(
    'europe',
    1,
    'ammonia formaldehyde glyoxal nitrogen_monoxide peroxyacyl_nitrates sea_salt_aerosol',
  ),
  ...named('europe', 1, 'non_methane_volatile_organic_compounds pm10_wildfires pm2_5_total_organic_matter'),
  ...named('europe', 1, 'secondary_inorganic_aerosol residential_elementary_carbon total_elementary_carbon'),
  ...named('europe', 1, 'alder_pollen birch_pollen grass_pollen mugwort_pollen olive_pollen ragweed_pollen'),
  ...named('weather', 1, 'temperature_2m dew_point_2m apparent_temperature pressure_msl surface_pressure'),
  ...named('weather', 1, 'wind_speed_10m wind_gusts_10m shortwave_radiation'),
  ...named('weather', 2, 'precipitation rain showers snowfall visibility'),
  ...named('weather', 0, 'relative_humidity_2m weather_code cloud_cover wind_direction_10m is_day'),
  ...named('weather', 0, 'precipitation_probability'),
]);
