import { Variable as VariableCode } from '@openmeteo/sdk/variable.js';
import { isKnownHourly } from './known-names.ts';
import { refuseName } from './refusal.ts';
import type { UnitName } from './units.ts';

/**
 * What a value of an hour says: the state at the hour, a code that cannot be averaged, the sum or the mean of the hour
 * before.
 */
export type Meaning = 'state' | 'code' | 'sum' | 'mean';

/** Which service has it. `both`: the sun and what follows from it alone. */
export type Realm = 'air' | 'weather' | 'both';

/** A variable as the data source knows it. */
export interface Variable {
  /** Name in the data source. */
  readonly name: string;
  readonly unit: UnitName;
  readonly realm: Realm;
  readonly meaning: Meaning;
  /** For FlatBuffers. */
  readonly code: VariableCode;
  readonly altitude: number;
}

/** One column that a request asks for. */
export interface HourlyWish {
  /** As the request wrote it; the answer repeats it. */
  readonly name: string;
  /** Undefined: a name that the service knows, without data here. */
  readonly variable?: Variable;
}

const codes: ReadonlyMap<string, VariableCode> = new Map(
  Object.entries(VariableCode).filter(
    (entry): entry is [string, VariableCode] => typeof entry[1] === 'number',
  ),
);

function codeOf(name: string): VariableCode {
  const plain = name.replace(/_\d+m$/, '');
  return (
    codes.get(name) ?? codes.get(name.replace('pm2_5', 'pm2p5')) ?? codes.get(plain) ?? VariableCode.undefined
  );
}

const variables = (
  realm: Realm,
  unit: UnitName,
  names: string,
  meaning: Meaning = 'state',
): readonly Variable[] =>
  names.split(' ').map((name) => ({
    ...{ name, unit, realm, meaning, code: codeOf(name) },
    altitude: name.endsWith('_10m') ? 10 : name.endsWith('_2m') || name === 'apparent_temperature' ? 2 : 0,
  }));

const VARIABLES: readonly Variable[] = [
  ...variables('air', 'micrograms', 'pm10 pm2_5 carbon_monoxide nitrogen_dioxide sulphur_dioxide ozone dust'),
  ...variables(
    'air',
    'micrograms',
    'ammonia methane formaldehyde glyoxal nitrogen_monoxide sea_salt_aerosol',
  ),
  ...variables(
    'air',
    'micrograms',
    'non_methane_volatile_organic_compounds pm10_wildfires peroxyacyl_nitrates',
  ),
  ...variables('air', 'micrograms', 'secondary_inorganic_aerosol residential_elementary_carbon'),
  ...variables('air', 'micrograms', 'total_elementary_carbon pm2_5_total_organic_matter'),
  ...variables('air', 'ppm', 'carbon_dioxide'),
  ...variables('air', 'number', 'aerosol_optical_depth'),
  ...variables(
    'air',
    'grains',
    'alder_pollen birch_pollen grass_pollen mugwort_pollen olive_pollen ragweed_pollen',
  ),
  ...variables('air', 'europeanIndex', 'european_aqi european_aqi_pm2_5 european_aqi_pm10'),
  ...variables('air', 'europeanIndex', 'european_aqi_nitrogen_dioxide european_aqi_ozone'),
  ...variables('air', 'europeanIndex', 'european_aqi_sulphur_dioxide'),
  ...variables('air', 'usIndex', 'us_aqi us_aqi_pm2_5 us_aqi_pm10 us_aqi_nitrogen_dioxide us_aqi_ozone'),
  ...variables('air', 'usIndex', 'us_aqi_sulphur_dioxide us_aqi_carbon_monoxide'),
  ...variables('both', 'number', 'uv_index uv_index_clear_sky'),
  ...variables('both', 'flag', 'is_day', 'code'),
  ...variables('weather', 'celsius', 'temperature_2m dew_point_2m apparent_temperature'),
  ...variables('weather', 'percent', 'relative_humidity_2m precipitation_probability cloud_cover'),
  ...variables('weather', 'millimetre', 'precipitation rain showers', 'sum'),
  ...variables('weather', 'centimetre', 'snowfall', 'sum'),
  ...variables('weather', 'weatherCode', 'weather_code', 'code'),
  ...variables('weather', 'hectopascal', 'pressure_msl surface_pressure'),
  ...variables('weather', 'kilometresPerHour', 'wind_speed_10m wind_gusts_10m'),
  ...variables('weather', 'degrees', 'wind_direction_10m', 'code'),
  ...variables('weather', 'metre', 'visibility'),
  ...variables('weather', 'wattPerSquareMetre', 'shortwave_radiation', 'mean'),
];

/** Older or shorter names, which the answer repeats as they were asked. */
const ALIASES: Readonly<Record<string, string>> = {
  european_aqi_no2: 'european_aqi_nitrogen_dioxide',
  european_aqi_o3: 'european_aqi_ozone',
  european_aqi_so2: 'european_aqi_sulphur_dioxide',
  us_aqi_no2: 'us_aqi_nitrogen_dioxide',
  us_aqi_o3: 'us_aqi_ozone',
  us_aqi_so2: 'us_aqi_sulphur_dioxide',
  us_aqi_co: 'us_aqi_carbon_monoxide',
  temperature: 'temperature_2m',
  relativehumidity_2m: 'relative_humidity_2m',
  dewpoint_2m: 'dew_point_2m',
  weathercode: 'weather_code',
  cloudcover: 'cloud_cover',
  surface_air_pressure: 'surface_pressure',
  windspeed: 'wind_speed_10m',
  windspeed_10m: 'wind_speed_10m',
  winddirection: 'wind_direction_10m',
  winddirection_10m: 'wind_direction_10m',
  windgusts_10m: 'wind_gusts_10m',
};

const BY_NAME: ReadonlyMap<string, Variable> = new Map([
  ...VARIABLES.map((variable) => [variable.name, variable] as const),
  ...Object.entries(ALIASES).flatMap(([alias, name]) =>
    VARIABLES.filter((variable) => variable.name === name).map((variable) => [alias, variable] as const),
  ),
]);

const WISHES: ReadonlyMap<string, HourlyWish> = new Map(
  [...BY_NAME].map(([name, variable]) => [name, { name, variable }]),
);

/** The service's own name for "one of my hourly variables"; error messages show it. */
const TYPE =
  'SurfacePressureAndHeightVariable<VariableAndPreviousDay, VariableOrSpread<ForecastPressureVariable>, ForecastHeightVariable>';

/** A forecast of an earlier day, or the spread of an ensemble: known, without data. */
const SUFFIX = /_(previous_day[0-7]|spread)$/;

/** @throws {RangeError} for a name that no table has: our mistake */
export function variableNamed(name: string): Variable {
  const variable = BY_NAME.get(name);
  if (variable === undefined) throw new RangeError(`There is no variable ${name}`);
  return variable;
}

/** The names of a list; an item may itself hold commas. @throws {Refusal} for an unknown name */
export function readHourlyWishes(items: readonly string[]): readonly HourlyWish[] {
  return items.flatMap((item) => {
    const single = wishFor(item);
    if (single !== undefined) return [single];
    return item
      .split(',')
      .filter((name) => name !== '')
      .map((name) => wishFor(name) ?? refuseName(TYPE, item));
  });
}

function wishFor(name: string): HourlyWish | undefined {
  const known = WISHES.get(name);
  if (known !== undefined) return known;
  const plain = name.replace(SUFFIX, '');
  return isKnownHourly(plain) || (plain !== name && BY_NAME.has(plain)) ? { name } : undefined;
}
