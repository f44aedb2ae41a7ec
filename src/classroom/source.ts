/** Where on Earth, in degrees. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** An hour, counted from 1970-01-01T00:00Z: `Date.UTC(…) / 3_600_000`. */
export type EpochHour = number;

/** Where the numbers come from. Every answer, log line and report names it. */
export type DataKind = 'simulated' | 'sealed' | 'variant';

/**
 * One view of the air and the weather, by place, variable and hour.
 * The contract engine turns it into Open-Meteo answers; simulated, sealed and variant data all stand behind it.
 *
 * Values are already at the precision that Open-Meteo publishes (PM2.5: one decimal), so the same hour has the
 * same value whatever the window, format, time zone or grouping of the request.
 */
export interface Source {
  readonly kind: DataKind;
  /** In words, for header, log and reports: `simulated, seed 7` or `Open-Meteo snapshot of 2026-11-24T09:00Z`. */
  readonly label: string;
  /** When the newest run of each model began, ISO 8601 in UTC, where that was recorded. */
  readonly modelRuns?: Readonly<Record<string, string>>;
  /**
   * True when this source has its own values of `variable` at `place`.
   * When false, the engine derives what can be derived (the AQI indices from the concentrations) or answers null.
   */
  holds(place: Coordinates, variable: string): boolean;
  /**
   * Hourly values, oldest first, `count` of them from `from` on. `null`: no value for that hour.
   * `nowMs` decides where the forecast ends (values beyond the last model run are null).
   */
  read(
    place: Coordinates,
    variable: string,
    from: EpochHour,
    count: number,
    nowMs: number,
  ): readonly (number | null)[];
}
