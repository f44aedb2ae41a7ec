import { fields, list, number, numberOrNull, optional, text } from './shape.ts';
import { type ZonedTime, zonedTime } from './zoned-time.ts';

/** The sections that an answer can have. */
export type Section = 'current' | 'hourly' | 'daily';

/** What was asked, by section; the answer must have it all. */
export type Asked = Readonly<Partial<Record<Section, readonly string[]>>>;

/** A value of a row: a number, or a time for sunrise and sunset. `null`: the service has none. */
export type Value = number | string | null;

/** One moment or day at one place, before the place's name is added. */
export type Moment = Readonly<Record<string, Value>>;

/** What the service says about one place. */
export interface PlaceAnswer {
  /** Centre of the model's cell, which is some kilometres wide; not exactly what was asked. */
  readonly latitude: number;
  readonly longitude: number;
  /** Metres above the sea. */
  readonly elevation: number | undefined;
  readonly timezone: string;
  readonly sections: Readonly<Record<Section, readonly Moment[]>>;
  readonly units: Readonly<Record<string, string>>;
}

/**
 * Reads an answer of Open-Meteo, for one place or several.
 *
 * @throws TypeError that names the field which is not as expected.
 */
export function readAnswer(body: unknown, asked: Asked): readonly PlaceAnswer[] {
  return Array.isArray(body)
    ? body.map((place, index) => readPlace(place, asked, `[${index}].`))
    : [readPlace(body, asked, '')];
}

function readPlace(body: unknown, asked: Asked, before: string): PlaceAnswer {
  const place = fields(body, `${before}answer`);
  const timezone = text(place.timezone, `${before}timezone`);
  const offsetSeconds = number(place.utc_offset_seconds, `${before}utc_offset_seconds`);
  const clock = { offsetSeconds, zone: zonedTime(timezone, offsetSeconds) };
  const read = (section: Section): Part =>
    readSection(section, { place, names: asked[section], name: `${before}${section}`, clock });
  const [current, hourly, daily] = [read('current'), read('hourly'), read('daily')];
  return {
    latitude: number(place.latitude, `${before}latitude`),
    longitude: number(place.longitude, `${before}longitude`),
    elevation: optional(place.elevation, `${before}elevation`, number),
    timezone,
    sections: { current: current.moments, hourly: hourly.moments, daily: daily.moments },
    units: { ...daily.units, ...hourly.units, ...current.units },
  };
}

interface Clock {
  /** The service writes all local times of an answer with this one distance from UTC, also across summer time. */
  readonly offsetSeconds: number;
  readonly zone: ZonedTime;
}

interface Part {
  readonly moments: readonly Moment[];
  readonly units: Readonly<Record<string, string>>;
}

interface SectionText {
  readonly place: Readonly<Record<string, unknown>>;
  readonly names: readonly string[] | undefined;
  readonly name: string;
  readonly clock: Clock;
}

function readSection(section: Section, { place, names, name, clock }: SectionText): Part {
  if (!names) return { moments: [], units: {} };
  const data = fields(place[section], name);
  const unitFields = fields(place[`${section}_units`], `${name}_units`);
  const units = Object.fromEntries(
    ['time', ...names].map((key) => [key, text(unitFields[key], `${name}_units.${key}`)]),
  );
  const column = (key: string): readonly unknown[] =>
    section === 'current' ? [data[key]] : list(data[key], `${name}.${key}`);
  const times = column('time');
  const columns = names.map((key) => {
    const values = column(key);
    if (values.length !== times.length)
      throw new TypeError(`${name}.${key} has ${values.length} values for ${times.length} times`);
    return values.map((value, index) =>
      readValue(value, { unit: units[key], name: `${name}.${key}[${index}]`, clock }),
    );
  });
  const moments = times.map((time, index) => ({
    ...(section === 'daily'
      ? { date: readDate(time, `${name}.time[${index}]`, clock) }
      : readTime(time, `${name}.time[${index}]`, clock)),
    ...Object.fromEntries(names.map((key, at) => [key, columns[at]?.[index] ?? null])),
  }));
  const { time: _, ...valueUnits } = units;
  return { moments, units: valueUnits };
}

function readValue(
  value: unknown,
  { unit, name, clock }: { unit: string | undefined; name: string; clock: Clock },
): Value {
  if (unit !== 'unixtime' && unit !== 'iso8601') return numberOrNull(value, name);
  return value === null ? null : clock.zone.local(momentMs(value, name, clock));
}

function readTime(value: unknown, name: string, clock: Clock): Moment {
  const timeMs = momentMs(value, name, clock);
  return { time: clock.zone.utc(timeMs), local: clock.zone.local(timeMs) };
}

function readDate(value: unknown, name: string, clock: Clock): string {
  return new Date(momentMs(value, name, clock) + clock.offsetSeconds * 1000).toISOString().slice(0, 10);
}

/** Unix time is UTC. ISO times are local and carry no zone; the offset of the answer belongs to them. */
function momentMs(value: unknown, name: string, { offsetSeconds }: Clock): number {
  if (typeof value === 'number') return value * 1000;
  const written = text(value, name);
  const timeMs =
    Date.parse(`${written.length === 10 ? `${written}T00:00` : written}Z`) - offsetSeconds * 1000;
  if (!Number.isNaN(timeMs)) return timeMs;
  throw new TypeError(`${name} is "${written}", expected a time like 2026-11-24T09:00`);
}
