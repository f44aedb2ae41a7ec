import { createHash } from 'node:crypto';
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

/**
 * Puts the SHA-256 on a snapshot. Pure.
 *
 * @example
 * sealSnapshot({ format: 'airlab-snapshot-1', takenAt: '2026-11-24T09:00:00.000Z', … }).sha256 // 'b5bb9d80…'
 */
export function sealSnapshot(content: Omit<Snapshot, 'sha256'>): Snapshot {
  return { ...content, sha256: digestOf(content) };
}

/** True when nothing but the order of keys changed since the snapshot was sealed. */
export function verifySnapshot(snapshot: Snapshot): boolean {
  const { sha256, ...content } = snapshot;
  return digestOf(content) === sha256;
}

/**
 * JSON with sorted keys and no spaces: equal data gives equal text.
 *
 * @example
 * canonicalJson({ b: [1, null], a: 'x' }) // '{"a":"x","b":[1,null]}'
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? sorted(part) : part));
}

function digestOf(content: Omit<Snapshot, 'sha256'>): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
