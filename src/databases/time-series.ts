import { UsageError } from '../errors.ts';
import { duckdbSeries } from './time-series-duckdb.ts';
import { influxSeries } from './time-series-influx.ts';

/** One measured moment. Tags say of what, fields say how much. */
export interface Point {
  /** As Open-Meteo writes it, `2026-01-12T08:00`, meant as UTC; or with a zone. */
  readonly time: string;
  readonly tags: Readonly<Record<string, string>>;
  /** A gap (null) is left out. */
  readonly fields: Readonly<Record<string, number | null>>;
}

/** A question to a series: one number for each stretch of time and each value of a tag. */
export interface BucketQuestion {
  readonly field: string;
  /** `15m`, `6h`, `1d`: stretches are counted from 1970-01-01, UTC. */
  readonly every: string;
  /** @default 'mean' */
  readonly take?: 'mean' | 'min' | 'max' | 'count';
  /** The tag whose values are kept apart. */
  readonly by: string;
  /** Hours from and until which, the second one left out. */
  readonly from?: string;
  readonly until?: string;
}

export interface Bucket {
  /** Where the stretch begins, UTC: `2026-01-12T06:00`. */
  readonly time: string;
  readonly by: string;
  readonly value: number;
}

export interface TimeSeries {
  readonly engine: string;
  /** Adds points; one with the same time and tags is written over. @returns how many */
  readonly write: (points: readonly Point[]) => Promise<number>;
  /** Stretches in which nothing was measured are left out. Sorted by time, then by tag. */
  readonly buckets: (question: BucketQuestion) => Promise<Bucket[]>;
  /** The statement of a question, in the language of the engine. */
  readonly statement: (question: BucketQuestion) => string;
  readonly close: () => Promise<void>;
}

/** A question whose words were looked at. */
export interface CheckedQuestion extends Required<Pick<BucketQuestion, 'field' | 'by' | 'take'>> {
  readonly everyMs: number;
  readonly every: string;
  readonly fromMs?: number;
  readonly untilMs?: number;
}

export interface TimeSeriesOptions {
  /** Of InfluxDB, with its database: `http://NAME:PASSWORD@HOST:8086/airlab`. @default AIRLAB_INFLUXDB_URL, else DuckDB */
  readonly url?: string;
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const NAME = /^[a-z][a-z0-9_]{0,60}$/i;

/**
 * Opens a series: in the InfluxDB of AIRLAB_INFLUXDB_URL (1.x, line protocol and InfluxQL over HTTP), else in DuckDB.
 *
 * @throws OutsideError `SERVER_DOWN`, `WRONG_CREDENTIALS`, `DRIVER_MISSING`.
 * @example
 * const air = await timeSeries('air');
 * await air.write([{ time: '2026-01-12T08:00', tags: { city: 'Beijing' }, fields: { pm2_5: 84 } }]);
 * await air.buckets({ field: 'pm2_5', every: '6h', by: 'city' });
 */
export async function timeSeries(name: string, options: TimeSeriesOptions = {}): Promise<TimeSeries> {
  checkName(name);
  const url = options.url ?? process.env.AIRLAB_INFLUXDB_URL;
  return url ? influxSeries(name, url) : duckdbSeries(name);
}

/** Looks at the words of a question: they become part of a statement. */
export function checkQuestion(question: BucketQuestion): CheckedQuestion {
  const { field, by, every, take = 'mean', from, until } = question;
  for (const word of [field, by]) checkName(word);
  const [, count = '', unit = ''] = /^([1-9]\d{0,4})([mhd])$/.exec(every) ?? [];
  const unitMs = UNITS[unit];
  if (unitMs === undefined || !['mean', 'min', 'max', 'count'].includes(take))
    throw new UsageError(
      `'${every}' and '${take}' are no stretch and way that a series knows.`,
      "Write every: '15m', '6h' or '1d', and take: 'mean', 'min', 'max' or 'count'.",
      'BUCKETS',
    );
  return {
    field,
    by,
    take,
    every,
    everyMs: Number(count) * unitMs,
    ...(from === undefined ? {} : { fromMs: momentOf(from) }),
    ...(until === undefined ? {} : { untilMs: momentOf(until) }),
  };
}

/** Milliseconds since 1970 of a time; one without a zone is meant as UTC. */
export function momentOf(time: string): number {
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/.test(time);
  const moment = Date.parse(hasZone || !time.includes('T') ? time : `${time}Z`);
  if (!Number.isNaN(moment)) return moment;
  throw new UsageError(`'${time}' is no time.`, "Write it as in '2026-01-12T08:00'.", 'SERIES_TIME');
}

/** As Open-Meteo writes a time. */
export const timeOf = (moment: number): string => new Date(moment).toISOString().slice(0, 16);

/** Sorted the same in every engine. */
export const sorted = (buckets: readonly Bucket[]): Bucket[] =>
  [...buckets].sort((a, b) => (a.time === b.time ? (a.by < b.by ? -1 : 1) : a.time < b.time ? -1 : 1));

/** A name that may stand in a statement. */
export function checkName(name: string): void {
  if (NAME.test(name)) return;
  throw new UsageError(
    `'${name}' cannot be the name of a series, a tag or a field.`,
    'Use letters, digits and _.',
    'SERIES_NAME',
  );
}
