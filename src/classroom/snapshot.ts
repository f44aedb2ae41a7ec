import type { Coordinates } from './source.ts';

/** One recorded place: every air-quality variable, hourly, in UTC. */
export interface RecordedPlace extends Coordinates {
  readonly name: string;
  readonly timezone: string;
  /** What the API reported as its grid point. */
  readonly reported: {
    readonly latitude: number;
    readonly longitude: number;
    readonly elevation: number | null;
  };
  /** Epoch hour of the first value of every series. */
  readonly firstHour: number;
  readonly units: Readonly<Record<string, string>>;
  readonly series: Readonly<Record<string, readonly (number | null)[]>>;
}

/** A sealed view of the real API at one moment. Its SHA-256 makes a regrade exact. */
export interface Snapshot {
  readonly format: 'airlab-snapshot-1';
  /** ISO 8601, UTC. The child's clock during grading. */
  readonly takenAt: string;
  /** Base URL that was asked. */
  readonly from: string;
  /** `open-meteo` only when the real API answered; `simulated` when the classroom API did (its header says so). */
  readonly data: 'open-meteo' | 'simulated';
  readonly licence: string;
  /** Last run initialisation time of each model, ISO 8601. Empty when the API does not tell. */
  readonly modelRuns: Readonly<Record<string, string>>;
  readonly places: readonly RecordedPlace[];
  /** Hex SHA-256 of the canonical JSON of everything else. */
  readonly sha256: string;
}
