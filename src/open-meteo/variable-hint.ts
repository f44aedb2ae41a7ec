import { StatusError } from '../http/errors.ts';
import { nearest } from '../nearest.ts';
import { AIR_VARIABLES } from './air-variables.ts';
import { ARCHIVE_VARIABLES, DAILY_ARCHIVE_VARIABLES } from './archive-variables.ts';
import type { ServiceName } from './services.ts';
import { DAILY_WEATHER_VARIABLES, WEATHER_VARIABLES } from './weather-variables.ts';

const NAMES: Readonly<Record<ServiceName, readonly string[]>> = {
  'air quality': AIR_VARIABLES,
  forecast: [...WEATHER_VARIABLES, ...DAILY_WEATHER_VARIABLES],
  archive: [...ARCHIVE_VARIABLES, ...DAILY_ARCHIVE_VARIABLES],
  geocoding: [],
};
const OWNERS = Object.entries({
  'airQuality({ … })': NAMES['air quality'],
  'forecast({ … })': NAMES.forecast,
});

/**
 * The same error with a better hint, when Open-Meteo refused a name: its own words are about Swift types.
 *
 * @example withVariableHint(error, 'air quality').hint //=> 'There is no "pm25" in air quality. Nearest: pm2_5, pm10, dust.'
 */
export function withVariableHint(error: unknown, service: ServiceName): unknown {
  if (!(error instanceof StatusError) || error.status !== 400) return error;
  const name = /from invalid String value ([\w.,%]+?)\.?$/.exec(error.message)?.[1];
  if (!name) return error;
  const { message, code, trouble, exchange, retryAfterMs } = error;
  return new StatusError(message, { code, trouble, exchange, retryAfterMs, hint: hintFor(name, service) });
}

/** True for a name that the service has, as far as airlab knows. */
export const isKnown = (name: string, service: ServiceName): boolean => NAMES[service].includes(name);

/** What to do about a name that a service does not know, or has no data for. */
export function hintFor(name: string, service: ServiceName): string {
  const owner = isKnown(name, service) ? undefined : OWNERS.find(([, names]) => names.includes(name))?.[0];
  if (owner) return `"${name}" comes from ${owner}.`;
  return `There is no "${name}" in ${service}. Nearest: ${nearest(name, NAMES[service]).join(', ')}.`;
}
