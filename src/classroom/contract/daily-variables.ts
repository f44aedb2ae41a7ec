import { Aggregation } from '@openmeteo/sdk/aggregation.js';
import { Variable as VariableCode } from '@openmeteo/sdk/variable.js';
import { isKnownDaily } from './known-names.ts';
import { refuseName } from './refusal.ts';
import { type Variable, variableNamed } from './variables.ts';

/** How 24 hours become one value of the day. */
export type Summary = 'max' | 'min' | 'mean' | 'sum' | 'dominant' | 'energy' | 'wetHours';

/** What a day's value is made of. */
export type DailyRecipe =
  | {
      readonly kind: 'summary';
      readonly summary: Summary;
      readonly variable: Variable;
      readonly code: VariableCode;
    }
  | { readonly kind: 'sun'; readonly what: 'sunrise' | 'sunset' | 'daylight'; readonly code: VariableCode };

/** One daily column that a request asks for. */
export interface DailyWish {
  readonly name: string;
  /** Undefined: a name that the service knows, without data here. */
  readonly recipe?: DailyRecipe;
}

export const AGGREGATIONS: Readonly<Record<Summary, Aggregation>> = {
  max: Aggregation.maximum,
  min: Aggregation.minimum,
  mean: Aggregation.mean,
  sum: Aggregation.sum,
  dominant: Aggregation.dominant,
  energy: Aggregation.sum,
  wetHours: Aggregation.none,
};

const summary = (name: string, kind: Summary, of: string): readonly [string, DailyRecipe] => {
  const variable = variableNamed(of);
  const code = kind === 'wetHours' ? VariableCode.precipitation_hours : variable.code;
  return [name, { kind: 'summary', summary: kind, variable, code }];
};

const RANGED = [
  ...['temperature_2m', 'apparent_temperature', 'dew_point_2m', 'dewpoint_2m', 'relative_humidity_2m'],
  ...[
    'precipitation_probability',
    'cloud_cover',
    'cloudcover',
    'pressure_msl',
    'surface_pressure',
    'visibility',
  ],
  ...['wind_speed_10m', 'windspeed_10m', 'wind_gusts_10m', 'windgusts_10m'],
];

const RECIPES: ReadonlyMap<string, DailyRecipe> = new Map<string, DailyRecipe>([
  ...RANGED.flatMap((name) =>
    (['max', 'mean', 'min'] as const).map((kind) => summary(`${name}_${kind}`, kind, name)),
  ),
  ...['precipitation', 'rain', 'showers', 'snowfall'].map((name) => summary(`${name}_sum`, 'sum', name)),
  ...['uv_index', 'uv_index_clear_sky'].map((name) => summary(`${name}_max`, 'max', name)),
  summary('weather_code', 'max', 'weather_code'),
  summary('weathercode', 'max', 'weather_code'),
  summary('shortwave_radiation_sum', 'energy', 'shortwave_radiation'),
  summary('precipitation_hours', 'wetHours', 'precipitation'),
  summary('wind_direction_10m_dominant', 'dominant', 'wind_direction_10m'),
  summary('winddirection_10m_dominant', 'dominant', 'wind_direction_10m'),
  ['sunrise', { kind: 'sun', what: 'sunrise', code: VariableCode.sunrise }],
  ['sunset', { kind: 'sun', what: 'sunset', code: VariableCode.sunset }],
  ['daylight_duration', { kind: 'sun', what: 'daylight', code: VariableCode.daylight_duration }],
]);

/** The names of a list; an item may itself hold commas. @throws {Refusal} for an unknown name */
export function readDailyWishes(items: readonly string[]): readonly DailyWish[] {
  return items.flatMap((item) =>
    item
      .split(',')
      .filter((name) => name !== '')
      .map((name) => wishFor(name) ?? refuseName('ForecastVariableDaily', item)),
  );
}

function wishFor(name: string): DailyWish | undefined {
  const recipe = RECIPES.get(name);
  if (recipe !== undefined) return { name, recipe };
  return isKnownDaily(name) ? { name } : undefined;
}
