import { put } from './lock.ts';

/** Milliseconds since 1970, and since the run began. */
export interface Moment {
  readonly dateMs: () => number;
  readonly elapsedMs: () => number;
}

/**
 * Puts the clock of the run behind everything that tells the time: `Date`, `performance.now`, `process.hrtime`,
 * `Intl.DateTimeFormat` without a date and `Temporal.Now`.
 */
export function putDates({ dateMs, elapsedMs }: Moment): void {
  putDate(dateMs);
  putFormats(dateMs);
  putTemporal(dateMs);
  put(performance, 'now', elapsedMs);
  Object.defineProperty(performance, 'timeOrigin', {
    configurable: true,
    get: () => dateMs() - elapsedMs(),
  });
  put(process, 'uptime', () => elapsedMs() / 1000);
  put(process, 'hrtime', Object.assign(hrtime(elapsedMs), { bigint: () => nanoseconds(elapsedMs()) }));
}

function putDate(dateMs: () => number): void {
  const Real = Date;
  function VirtualDate(this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return new Real(dateMs()).toString();
    return Reflect.construct(Real, args.length === 0 ? [dateMs()] : args, new.target);
  }
  Object.defineProperties(VirtualDate, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: Real.prototype, writable: false },
    now: { value: dateMs, writable: true, configurable: true },
    parse: { value: Real.parse, writable: true, configurable: true },
    UTC: { value: Real.UTC, writable: true, configurable: true },
  });
  put(Real.prototype, 'constructor', VirtualDate);
  put(globalThis, 'Date', VirtualDate);
}

function putFormats(dateMs: () => number): void {
  const { prototype } = Intl.DateTimeFormat;
  const format = Object.getOwnPropertyDescriptor(prototype, 'format')?.get;
  const parts = prototype.formatToParts;
  if (!format) return;
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const own: (date: unknown) => string = Reflect.apply(format, this, []);
      return (date?: unknown): string => own(date === undefined ? dateMs() : date);
    },
  });
  put(prototype, 'formatToParts', function formatToParts(this: Intl.DateTimeFormat, date?: Date | number) {
    return Reflect.apply(parts, this, [date === undefined ? dateMs() : date]);
  });
}

/** Newer Nodes have `Temporal`; its types are not known here. */
function putTemporal(dateMs: () => number): void {
  const temporal: unknown = Reflect.get(globalThis, 'Temporal');
  if (!isObject(temporal) || !isObject(temporal.Now) || !isObject(temporal.Instant)) return;
  const { Now, Instant } = temporal;
  const instant = (): unknown => call(Instant, 'fromEpochMilliseconds', [dateMs()]);
  const zoned = (zone: unknown = 'UTC'): unknown => call(instant(), 'toZonedDateTimeISO', [zone]);
  put(Now, 'instant', instant);
  put(Now, 'timeZoneId', () => 'UTC');
  put(Now, 'zonedDateTimeISO', zoned);
  put(Now, 'plainDateTimeISO', (zone?: unknown) => call(zoned(zone), 'toPlainDateTime', []));
  put(Now, 'plainDateISO', (zone?: unknown) => call(zoned(zone), 'toPlainDate', []));
  put(Now, 'plainTimeISO', (zone?: unknown) => call(zoned(zone), 'toPlainTime', []));
}

function call(target: unknown, name: string, args: unknown[]): unknown {
  const method = isObject(target) ? target[name] : undefined;
  return typeof method === 'function' ? Reflect.apply(method, target, args) : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  (typeof value === 'object' || typeof value === 'function') && value !== null;

const nanoseconds = (ms: number): bigint => BigInt(Math.round(ms * 1e6));

function hrtime(elapsedMs: () => number) {
  return ([seconds, rest]: [number, number] = [0, 0]): [number, number] => {
    const sinceNs = nanoseconds(elapsedMs()) - (BigInt(seconds) * 1_000_000_000n + BigInt(rest));
    return [Number(sinceNs / 1_000_000_000n), Number(sinceNs % 1_000_000_000n)];
  };
}
