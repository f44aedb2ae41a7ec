import type { Parameters } from './query.ts';

/** Units in which a weather service answers, and the model that it takes. */
export interface WeatherUnits {
  /** @default 'celsius' */
  readonly temperatureUnit?: 'celsius' | 'fahrenheit';
  /** @default 'kmh' */
  readonly windSpeedUnit?: 'kmh' | 'ms' | 'mph' | 'kn';
  /** @default 'mm' */
  readonly precipitationUnit?: 'mm' | 'inch';
  /** One weather model, `'era5'` for example, instead of the best one for the place. */
  readonly model?: string;
}

export const unitParameters = (units: WeatherUnits): Parameters => ({
  temperature_unit: units.temperatureUnit,
  wind_speed_unit: units.windSpeedUnit,
  precipitation_unit: units.precipitationUnit,
  models: units.model,
});
