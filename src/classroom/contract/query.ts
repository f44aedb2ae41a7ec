import type { Coordinates } from '../source.ts';
import type { Api } from './apis.ts';
import { type DailyWish, readDailyWishes } from './daily-variables.ts';
import { parseDate, parseDateTime, spansOf } from './dates.ts';
import { readFlag, readFloats, readInteger, readIntegers, readList, readWord } from './decode.ts';
import { floatText } from './float.ts';
import { type Model, readModels } from './models.ts';
import type { Parameters } from './parameters.ts';
import { refuse } from './refusal.ts';
import type { UnitWishes } from './units.ts';
import { type HourlyWish, readHourlyWishes } from './variables.ts';
import { type Dates, type Windows, type WindowWishes, windowsOf } from './window.ts';
import { GMT, isZoneName, type Zone, zoneAt, zoneNameOf } from './zone.ts';

/** A request for hourly and daily data, checked. */
export interface Query {
  readonly api: Api;
  readonly models: readonly Model[];
  /** Sections that were asked for. */
  readonly current?: readonly HourlyWish[] | undefined;
  readonly quarters?: readonly HourlyWish[] | undefined;
  readonly hourly?: readonly HourlyWish[] | undefined;
  readonly daily?: readonly DailyWish[] | undefined;
  /** `current_weather=true`: the current section under its old name. */
  readonly isCurrentWeather: boolean;
  readonly spots: readonly Spot[];
  readonly units: UnitWishes;
  readonly isUnixtime: boolean;
  readonly format: Format;
  /** CSV: the first block, which describes the places. */
  readonly hasPlaceBlock: boolean;
}

export type Format = (typeof FORMATS)[number];

/** One place and one window: one element of the answer. */
export interface Spot {
  readonly place: Coordinates;
  readonly locationId: number;
  /** Undefined: the height of the ground. NaN: none at all. */
  readonly elevation: number | undefined;
  readonly zone: Zone;
  readonly windows: Windows;
}

const FORMATS = ['json', 'xlsx', 'csv', 'flatbuffers'] as const;
const MOST_SPOTS = 1000;
const HIGHEST_WEIGHT = 5000;
const DAY = 86_400;
const STEPS = {
  ...{ hourly: 3600, native: 3600, minutely_15: 900, minutely_30: 1800 },
  ...{ hourly_1: 3600, hourly_3: 10_800, hourly_6: 21_600 },
} as const;

/**
 * Checks a request in the service's order: words and numbers, variables, dates, places, time zones, window.
 *
 * @throws {Refusal} with the service's reason
 */
export function readQuery(parameters: Parameters, api: Api, nowMs: number): Query {
  const decoded = decode(parameters);
  if (parameters.has('run')) refuse("Parameter 'run' must not be set");
  const models = readModels({ domains: decoded.domains, models: parameters.get('models') }, api);
  const sections = readSections(parameters, api);
  const spots = readSpots(decoded, { api, nowMs });
  if (spots.length > MOST_SPOTS) refuse('Only up to 1000 locations can be requested at once');
  const query = { api, models, ...sections, spots, ...decoded.form };
  if (weightOf(query) > HIGHEST_WEIGHT)
    refuse(
      'Your API call requests too much data. Please reduce the number of variables, locations and/or weather models.',
    );
  return query;
}

type Decoded = ReturnType<typeof decode>;

/** Everything that is wrong for itself, before anything is compared. */
function decode(parameters: Parameters) {
  const integer = (name: string) => readInteger(parameters, name);
  const word = <Word extends string>(name: string, type: string, words: readonly Word[]) =>
    readWord(parameters, name, { type, words });
  const dates = (name: string) => readList(parameters, name, parseDate) ?? [];
  const moments = (name: string) => readList(parameters, name, parseDateTime) ?? [];
  const resolution = word('temporal_resolution', 'ApiTemporalResolution', namesOf(STEPS)) ?? 'hourly';
  return {
    latitudes: readFloats(parameters, 'latitude') ?? [],
    longitudes: readFloats(parameters, 'longitude') ?? [],
    elevations: readFloats(parameters, 'elevation'),
    locationIds: readIntegers(parameters, 'location_id'),
    box: readFloats(parameters, 'bounding_box') ?? [],
    zones: readList(parameters, 'timezone', zoneNamed),
    domains: word('domains', 'Domain', ['auto', 'cams_global', 'cams_europe']),
    cell: word('cell_selection', 'GridSelectionMode', ['land', 'sea', 'nearest']),
    window: {
      ...{ pastDays: integer('past_days'), forecastDays: integer('forecast_days') },
      ...{ pastHours: integer('past_hours'), forecastHours: integer('forecast_hours') },
      ...{ pastQuarters: integer('past_minutely_15'), forecastQuarters: integer('forecast_minutely_15') },
      ...{ initialHours: integer('initial_hours'), initialQuarters: integer('initial_minutely_15') },
      hourlyStepSeconds: STEPS[resolution],
    },
    starts: {
      days: dates('start_date'),
      hours: moments('start_hour'),
      quarters: moments('start_minutely_15'),
    },
    ends: { days: dates('end_date'), hours: moments('end_hour'), quarters: moments('end_minutely_15') },
    form: {
      units: readUnits(word),
      isUnixtime: word('timeformat', 'Timeformat', ['iso8601', 'unixtime']) === 'unixtime',
      format: word('format', 'ForecastResultFormat', FORMATS) ?? 'json',
      hasPlaceBlock: word('location_information', 'LocationInformation', ['section', 'omit']) !== 'omit',
    },
  };
}

function readUnits(
  word: <Word extends string>(name: string, type: string, words: readonly Word[]) => Word | undefined,
): UnitWishes {
  const speeds = ['kmh', 'ms', 'mph', 'kn'] as const;
  const oldWind = word('windspeed_unit', 'WindspeedUnit', speeds);
  const length = word('length_unit', 'LengthUnit', ['metric', 'imperial']);
  const rain = word('precipitation_unit', 'PrecipitationUnit', ['mm', 'inch']);
  return {
    temperature: word('temperature_unit', 'TemperatureUnit', ['celsius', 'fahrenheit']) ?? 'celsius',
    wind: word('wind_speed_unit', 'WindspeedUnit', speeds) ?? oldWind ?? 'kmh',
    isImperial: rain === undefined ? length === 'imperial' : rain === 'inch',
  };
}

const namesOf = <Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] =>
  // Object.keys forgets the type of a record that has these keys and no others.
  Object.keys(record) as Name[];

function zoneNamed(name: string): string {
  return name === 'auto' || isZoneName(name) ? name : refuse('Invalid timezone');
}

/** What `current_weather=true` shows. */
const OLD_CURRENT = ['temperature', 'windspeed', 'winddirection', 'is_day', 'weathercode'];

function readSections(parameters: Parameters, api: Api) {
  const hourlyList = (name: string) => {
    const items = parameters.get(name);
    return items === undefined ? undefined : readHourlyWishes(items);
  };
  const isCurrentWeather = api.currentSeconds !== undefined && readFlag(parameters, 'current_weather');
  const quarters = api.hasQuarters ? hourlyList('minutely_15') : undefined;
  const current = isCurrentWeather ? readHourlyWishes(OLD_CURRENT) : hourlyList('current');
  const hourly = hourlyList('hourly');
  const days = parameters.get('daily');
  return {
    isCurrentWeather,
    ...{ quarters, hourly, current: api.currentSeconds === undefined ? undefined : current },
    daily: days === undefined ? undefined : readDailyWishes(days),
  };
}

interface SpotContext {
  readonly api: Api;
  readonly nowMs: number;
}

function readSpots(decoded: Decoded, { api, nowMs }: SpotContext): readonly Spot[] {
  const dates = readDates(decoded);
  if (decoded.box.length > 0) refuse('Bounding box calls not supported for domain air_quality_best_match');
  const places = readPlaces(decoded);
  const zones = zonesFor(places, decoded.zones, nowMs);
  const pairs = pair(places, dates);
  return pairs.map(({ index, dates: own }) => {
    const place = places[index];
    const zone = zones[index];
    if (place === undefined || zone === undefined) throw new RangeError(`There is no place ${index}`);
    return { ...place, zone, windows: windowsOf(decoded.window, own, { api, zone, nowMs }) };
  });
}

/** In the order in which the service looks at them. */
const EXCLUSIVE = [
  ['past_days', 'pastDays'],
  ['forecast_days', 'forecastDays'],
  ['past_hours', 'pastHours'],
  ['forecast_hours', 'forecastHours'],
  ['past_minutely_15', 'pastQuarters'],
  ['forecast_minutely_15', 'forecastQuarters'],
] as const satisfies readonly (readonly [string, keyof WindowWishes])[];

function readDates({ starts, ends, window }: Decoded): readonly Dates[] {
  const days = spansOf(starts.days, ends.days, 'date');
  const hours = spansOf(starts.hours, ends.hours, 'hour');
  const quarters = spansOf(starts.quarters, ends.quarters, 'minutely_15');
  const count = Math.max(days.length, hours.length, quarters.length);
  for (const [name, key] of count === 0 ? [] : EXCLUSIVE)
    if ((window[key] ?? 0) !== 0)
      refuse(`Parameter '${name}' is mutually exclusive with 'start_date' and 'end_date'`);
  return Array.from({ length: count }, (_, index) => ({
    days: days[index],
    hours: hours[index],
    quarters: quarters[index],
  }));
}

type Placed = Pick<Spot, 'place' | 'locationId' | 'elevation'>;

function readPlaces({ latitudes, longitudes, elevations, locationIds }: Decoded): readonly Placed[] {
  const count = longitudes.length;
  if (latitudes.length !== count || (locationIds !== undefined && locationIds.length !== count))
    refuse("Parameter 'latitude' and 'longitude' must have the same number of elements");
  if (elevations !== undefined && elevations.length !== count)
    refuse("Parameter 'elevation' must have the same number of elements as coordinates");
  return latitudes.map((latitude, index) => {
    const longitude = longitudes[index] ?? Number.NaN;
    checkDegrees('Latitude', latitude, 90);
    checkDegrees('Longitude', longitude, 180);
    return {
      place: { latitude, longitude },
      locationId: locationIds?.[index] ?? index,
      elevation: elevations?.[index],
    };
  });
}

/** @throws {Refusal} outside -limit to limit */
export function checkDegrees(what: 'Latitude' | 'Longitude', degrees: number, limit: number): void {
  if (Math.abs(degrees) <= limit) return;
  refuse(`${what} must be in range of -${limit} to ${limit}°. Given: ${floatText(degrees)}.`);
}

function zonesFor(
  places: readonly Placed[],
  names: readonly string[] | undefined,
  nowMs: number,
): readonly Zone[] {
  if (names === undefined) return places.map(() => GMT);
  if (names.length !== 1 && names.length !== places.length)
    refuse("Parameter 'timezone' and coordinates must have the same number of elements");
  return places.map(({ place }, index) => {
    const name = names[names.length === 1 ? 0 : index] ?? 'GMT';
    return zoneAt(name === 'auto' ? zoneNameOf(place) : name, nowMs);
  });
}

interface Pair {
  readonly index: number;
  readonly dates: Dates | undefined;
}

/** One window for all places, all windows for the one place, or one each. */
function pair(places: readonly unknown[], dates: readonly Dates[]): readonly Pair[] {
  if (dates.length <= 1) return places.map((_, index) => ({ index, dates: dates[0] }));
  if (places.length === 1) return dates.map((own) => ({ index: 0, dates: own }));
  if (dates.length !== places.length)
    refuse("Parameter 'start_date' and 'end_date' must have the same number of elements as coordinates");
  return dates.map((own, index) => ({ index, dates: own }));
}

/** What a request costs: 10 variables of 14 days of one place count as 1. */
function weightOf({
  models,
  current,
  quarters,
  hourly,
  daily,
  spots,
}: Omit<Query, keyof Decoded['form']>): number {
  const lists = [current, quarters, hourly, daily];
  const share = (models.length * lists.reduce((sum, list) => sum + (list?.length ?? 0), 0)) / 10;
  return spots.reduce((sum, { windows }) => {
    const days = [windows.daily, windows.hourly].map(({ count, stepSeconds }) => (count * stepSeconds) / DAY);
    return sum + Math.max(1, share, (share * Math.max(...days)) / 14);
  }, 0);
}
