import type { Api } from './apis.ts';
import { type DailyWish, readDailyWishes } from './daily-variables.ts';
import { readFlag } from './decode.ts';
import { type Model, readModels } from './models.ts';
import type { Parameters } from './parameters.ts';
import { refuse } from './refusal.ts';
import { readSpots, type Spot } from './spots.ts';
import type { UnitWishes } from './units.ts';
import { type HourlyWish, readHourlyWishes } from './variables.ts';
import { type Format, readWishes } from './wishes.ts';

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

const DAY = 86_400;
/** Above this cost the service refuses. */
const HIGHEST_WEIGHT = 5000;
/** More values and times than this would not fit into one text. */
const MOST_CELLS = 10_000_000;

/**
 * Checks a request in the service's order: words and numbers, variables, dates, places, time zones, window.
 *
 * @throws {Refusal} with the service's reason
 */
export function readQuery(parameters: Parameters, api: Api, nowMs: number): Query {
  const wishes = readWishes(parameters);
  if (parameters.has('run')) refuse("Parameter 'run' must not be set");
  const models = readModels({ domains: wishes.domains, models: parameters.get('models') }, api);
  const sections = readSections(parameters, api);
  if (wishes.box.length > 0)
    refuse(`Bounding box calls not supported for domain ${models[0]?.name ?? 'best_match'}`);
  const query = { api, models, ...sections, ...wishes.form, spots: readSpots(wishes, { api, nowMs }) };
  if (weightOf(query) > HIGHEST_WEIGHT || cellsOf(query) > MOST_CELLS)
    refuse(
      'Your API call requests too much data. Please reduce the number of variables, locations and/or weather models.',
    );
  return query;
}

/** What `current_weather=true` shows. */
const OLD_CURRENT = ['temperature', 'windspeed', 'winddirection', 'is_day', 'weathercode'];

function readSections(parameters: Parameters, api: Api) {
  const hourlyList = (name: string) => {
    const items = parameters.get(name);
    return items === undefined ? undefined : readHourlyWishes(items);
  };
  const hasCurrent = api.currentSeconds !== undefined;
  const isCurrentWeather = hasCurrent && readFlag(parameters, 'current_weather');
  const quarters = api.hasQuarters ? hourlyList('minutely_15') : undefined;
  const current = isCurrentWeather
    ? readHourlyWishes(OLD_CURRENT)
    : hasCurrent
      ? hourlyList('current')
      : undefined;
  const hourly = hourlyList('hourly');
  const days = parameters.get('daily');
  const daily = days === undefined ? undefined : readDailyWishes(days);
  return { isCurrentWeather, quarters, current, hourly, daily };
}

/** What a request costs: 10 variables of 14 days of one place count as 1. */
function weightOf({ models, current, quarters, hourly, daily, spots }: Query): number {
  const lists = [current, quarters, hourly, daily];
  const share = (models.length * lists.reduce((sum, list) => sum + (list?.length ?? 0), 0)) / 10;
  return spots.reduce((sum, { windows }) => {
    const days = [windows.daily, windows.hourly].map(({ count, stepSeconds }) => (count * stepSeconds) / DAY);
    return sum + Math.max(1, share, (share * Math.max(...days)) / 14);
  }, 0);
}

/** Values and times that the answer holds. */
function cellsOf({ models, quarters, hourly, daily, spots }: Query): number {
  const columns = (list: readonly unknown[] | undefined) =>
    list === undefined ? 0 : 1 + list.length * models.length;
  const [ofQuarters, ofHours, ofDays] = [quarters, hourly, daily].map(columns);
  return spots.reduce(
    (sum, { windows }) =>
      sum +
      windows.quarters.count * (ofQuarters ?? 0) +
      windows.hourly.count * (ofHours ?? 0) +
      windows.daily.count * (ofDays ?? 0),
    0,
  );
}
