import type { Call, Exercise, Trial, World } from '../exercise.ts';

const HOUR_MS = 3_600_000;
/** Hours before the answer's moment, so that the 72 of the exercise and mistakes around them are in. */
const HOURS_BACK = 120;
const HOURS_AHEAD = 24;
/** What answers ask for, rightly or by mistake. */
const VARIABLES = ['pm2_5', 'pm10', 'us_aqi', 'european_aqi'] as const;

/** The data of one trial in a form that a person and a program can read. */
export interface ReplayCase {
  readonly format: 'airlab-replay-1';
  readonly exercise: string;
  readonly trial: string;
  readonly title: string;
  readonly seed: number;
  /** What the answer saw as now. */
  readonly now: string;
  readonly data: string;
  readonly fault?: string;
  readonly calls: readonly Pick<Call, 'export' | 'args' | 'visits'>[];
  /** Makes the database that the answer's SQL was asked of: `db_create(':memory:', database)`. */
  readonly database?: string;
  readonly hours: readonly string[];
  readonly places: readonly {
    readonly name: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly timezone: string;
    /** By variable, in the order of `hours`; null is a gap. */
    readonly hourly: Readonly<Record<string, readonly (number | null)[]>>;
  }[];
}

/** Reads the hours around the moment of a world. Pure as far as the source is. */
export function replayCase(exercise: Exercise, trial: Trial, world: World, seed: number): ReplayCase {
  const { source, nowMs, cities } = world;
  const from = Math.floor(nowMs / HOUR_MS) - HOURS_BACK;
  const count = HOURS_BACK + HOURS_AHEAD;
  return {
    format: 'airlab-replay-1',
    exercise: exercise.name,
    trial: trial.id,
    title: trial.title,
    seed,
    now: new Date(nowMs).toISOString(),
    data: source.label,
    ...(trial.fault === undefined ? {} : { fault: trial.fault }),
    calls: exercise.calls(world, trial).map(({ export: name, args, visits }) => ({
      export: name,
      args,
      ...(visits === undefined ? {} : { visits }),
    })),
    ...(exercise.database === undefined ? {} : { database: exercise.database(world, trial) }),
    hours: Array.from({ length: count }, (_, index) => hourName(from + index)),
    places: cities.map((city) => ({
      ...city,
      hourly: Object.fromEntries(
        VARIABLES.filter((variable) => source.holds(city, variable)).map((variable) => [
          variable,
          source.read(city, variable, from, count, nowMs),
        ]),
      ),
    })),
  };
}

/** @example hourName(0) // '1970-01-01T00:00Z' */
function hourName(epochHour: number): string {
  return `${new Date(epochHour * HOUR_MS).toISOString().slice(0, 16)}Z`;
}
