import type { City, World } from '../exercise.ts';
import { offsetHours } from './clock.ts';
import type { Values } from './compare.ts';
import { asked, type Mistake, type Setting } from './setting.ts';
import { runningHour, type Series, truth, WINDOW_HOURS } from './truth.ts';

/** A mistake as an alternative computation of a city's series. */
export interface SeriesGuess extends Mistake {
  /** `all`: it would show in every city, so every city must fit. `wrong`: the cities that are wrong must fit. */
  readonly scope: 'all' | 'wrong';
  /** The series that this mistake gives, in every form that it takes. */
  readonly candidates: (city: City) => readonly (Series | undefined)[];
}

const DAY_STEPS = [-7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6];

/** Every known mistake that changes the series itself, likeliest first. Nothing is computed before it is asked for. */
export function seriesGuesses(setting: Setting): readonly SeriesGuess[] {
  return [
    ...frozen(setting),
    ...zones(setting),
    ...windows(setting),
    ...cities(setting),
    ...gaps(setting),
    ...substances(setting),
    ...units(setting),
    ...days(setting),
  ];
}

function frozen({ world, base }: Setting): SeriesGuess[] {
  if (world === base) return [];
  const before = (city: City): Series[] =>
    base.cities.filter(({ name }) => name === city.name).map((known) => truth(known, base));
  return [
    {
      id: 'frozen',
      says: 'giving the same numbers as on the unchanged data',
      scope: 'wrong',
      candidates: before,
    },
    {
      id: 'fixed-dates',
      says: 'asking for the same dates whatever the day is',
      scope: 'wrong',
      candidates: (city) => [truth(city, { ...world, nowMs: base.nowMs })],
    },
  ];
}

function zones({ world }: Setting): SeriesGuess[] {
  const shifted = (city: City, direction: number): Series =>
    window(city, world, direction * offsetHours(world.nowMs, city.timezone));
  return [
    {
      id: 'local-as-utc',
      says: 'reading local time as UTC',
      scope: 'all',
      candidates: (city) => [shifted(city, -1)],
    },
    {
      id: 'utc-as-local',
      says: 'reading UTC as local time',
      scope: 'all',
      candidates: (city) => [shifted(city, 1)],
    },
  ];
}

function windows({ world }: Setting): SeriesGuess[] {
  const guess = (id: string, says: string, make: (city: City) => Series[]): SeriesGuess => ({
    id,
    says,
    scope: 'wrong',
    candidates: make,
  });
  const last = (hours: number) => (city: City) => [window(city, world, WINDOW_HOURS - hours, hours)];
  return [
    guess('running-hour', 'including the hour that is still running', (city) => [
      window(city, world, 1),
      window(city, world, 0, WINDOW_HOURS + 1),
    ]),
    guess('hour-early', 'ending one hour too early', (city) => [window(city, world, -1)]),
    guess('hours-24', 'taking 24 hours instead of 72', last(24)),
    guess('hours-48', 'taking 48 hours instead of 72', last(48)),
    guess('forecast-hours', 'taking forecast hours instead of past ones', (city) => [
      window(city, world, WINDOW_HOURS),
      window(city, world, WINDOW_HOURS + 1),
    ]),
    guess('newest-first', 'giving the newest hour first', (city) => {
      const { from, values } = truth(city, world);
      return [{ from, values: values.toReversed() }];
    }),
  ];
}

function cities({ world }: Setting): SeriesGuess[] {
  const others = (city: City): Series[] =>
    world.cities.filter(({ name }) => name !== city.name).map((other) => truth(other, world));
  const same = world.cities.map(
    (one): SeriesGuess => ({
      id: 'same-city',
      says: `using ${one.name} for every city`,
      scope: 'all',
      candidates: () => [truth(one, world)],
    }),
  );
  return [
    ...same,
    { id: 'exchanged-cities', says: 'exchanging the cities', scope: 'all', candidates: others },
    {
      id: 'other-city',
      says: 'using the numbers of another city',
      scope: 'wrong',
      candidates: others,
    },
    {
      id: 'swapped-coordinates',
      says: 'swapping latitude and longitude',
      scope: 'wrong',
      candidates: (city) => [truth({ ...city, latitude: city.longitude, longitude: city.latitude }, world)],
    },
  ];
}

function gaps({ world }: Setting): SeriesGuess[] {
  const filled = (id: string, says: string, fill: (values: Values) => Values): SeriesGuess => ({
    id,
    says,
    scope: 'all',
    candidates: (city) => {
      const { from, values } = truth(city, world);
      return [{ from, values: fill(values) }];
    },
  });
  return [
    filled('null-as-zero', 'counting missing hours as 0', (values) => values.map((value) => value ?? 0)),
    filled('nulls-dropped', 'dropping missing hours', (values) => values.filter((value) => value !== null)),
    filled('nulls-previous', 'filling gaps with the value before', (values) =>
      values.map((_, index) => values.slice(0, index + 1).findLast((value) => value !== null) ?? null),
    ),
    filled('nulls-next', 'filling gaps with the value after', (values) =>
      values.map((_, index) => values.slice(index).find((value) => value !== null) ?? null),
    ),
    filled('nulls-interpolated', 'filling gaps with a line between neighbours', interpolated),
    {
      id: 'nulls-replaced',
      says: 'keeping 72 values by going back further for missing hours',
      scope: 'all',
      candidates: (city) => {
        const { from, values } = window(city, world, -WINDOW_HOURS, 2 * WINDOW_HOURS);
        return [{ from, values: values.filter((value) => value !== null).slice(-WINDOW_HOURS) }];
      },
    },
  ];
}

function substances(setting: Setting): SeriesGuess[] {
  const from = runningHour(setting.world) - WINDOW_HOURS;
  const guess = (variable: string, says: string): SeriesGuess => ({
    id: variable.replaceAll('_', '-'),
    says,
    scope: 'wrong',
    candidates: (city) => [asked(setting, city, { variable, from, count: WINDOW_HOURS })],
  });
  return [
    guess('pm10', 'asking for PM10'),
    guess('european_aqi', 'asking for the European air quality index'),
    guess('us_aqi', 'asking for the US air quality index'),
    guess('european_aqi_pm2_5', 'asking for the European index of PM2.5'),
    guess('us_aqi_pm2_5', 'asking for the US index of PM2.5'),
  ];
}

function units({ world }: Setting): SeriesGuess[] {
  const scaled = (id: string, says: string, scale: (value: number) => number): SeriesGuess => ({
    id,
    says,
    scope: 'all',
    candidates: (city) => {
      const { from, values } = truth(city, world);
      return [{ from, values: values.map((value) => (value === null ? null : scale(value))) }];
    },
  });
  return [
    scaled('rounded', 'rounding to whole numbers', Math.round),
    scaled('truncated', 'cutting off the decimals', Math.floor),
    scaled('milligrams', 'giving mg instead of µg', (value) => value / 1000),
    scaled('nanograms', 'giving ng instead of µg', (value) => value * 1000),
  ];
}

/** Three days from a midnight on, by UTC or by the city's calendar. */
function days({ world }: Setting): SeriesGuess[] {
  const running = runningHour(world);
  const hoursOfToday = (zone: number): number => (((running + zone) % 24) + 24) % 24;
  const isPast = ({ from, values }: Series): boolean => from + values.length <= running;
  const zones = [() => 0, ({ timezone }: City) => offsetHours(world.nowMs, timezone)];
  return zones.flatMap((zoneOf) =>
    DAY_STEPS.flatMap((step): SeriesGuess[] => {
      const days = (city: City): Series =>
        window(city, world, WINDOW_HOURS + 24 * step - hoursOfToday(zoneOf(city)));
      return [
        {
          id: 'calendar-days',
          says: 'taking whole calendar days instead of the last 72 hours',
          scope: 'wrong',
          candidates: (city) => [days(city)].filter(isPast),
        },
        {
          id: 'forecast-hours',
          says: 'taking forecast hours instead of past ones',
          scope: 'wrong',
          candidates: (city) => [days(city)].filter((series) => !isPast(series)),
        },
      ];
    }),
  );
}

/** `hours` of PM2.5, `shift` hours after the right beginning. */
function window(city: City, world: World, shift: number, hours = WINDOW_HOURS): Series {
  const from = runningHour(world) - WINDOW_HOURS + shift;
  return { from, values: world.source.read(city, 'pm2_5', from, hours, world.nowMs) };
}

function interpolated(values: Values): Values {
  return values.map((value, index) => {
    if (value !== null) return value;
    const left = values.findLastIndex((one, at) => at < index && one !== null);
    const right = values.findIndex((one, at) => at > index && one !== null);
    const [low, high] = [values[left], values[right]];
    if (typeof low !== 'number' || typeof high !== 'number') return null;
    return low + ((high - low) * (index - left)) / (right - left);
  });
}
