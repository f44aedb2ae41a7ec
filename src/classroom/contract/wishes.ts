import { parseDate, parseDateTime } from './dates.ts';
import { readFloats, readInteger, readIntegers, readList, readWord } from './decode.ts';
import type { Parameters } from './parameters.ts';
import { refuse } from './refusal.ts';
import type { UnitWishes } from './units.ts';
import { isZoneName } from './zone.ts';

/** What a request says besides its variables: every word and number checked for itself, nothing compared yet. */
export type Wishes = ReturnType<typeof readWishes>;

export type Format = (typeof FORMATS)[number];

const FORMATS = ['json', 'xlsx', 'csv', 'flatbuffers'] as const;
const STEPS = {
  ...{ hourly: 3600, native: 3600, minutely_15: 900, minutely_30: 1800 },
  ...{ hourly_1: 3600, hourly_3: 10_800, hourly_6: 21_600 },
} as const;

/** @throws {Refusal} for a word or number that is wrong for itself */
export function readWishes(parameters: Parameters) {
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
    // Checked only: the models here have no heights of their own to choose a cell by.
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
