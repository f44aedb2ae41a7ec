import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Snapshot } from '../../src/classroom/snapshot.ts';
import type { Source } from '../../src/classroom/source.ts';
import { type AirlabError, isAirlabError, OutsideError } from '../../src/errors.ts';

export type SealMode = 'auto' | 'live' | 'offline';

/** The data of one grading: the same for every trial, and exact to repeat. */
export interface Seal {
  readonly source: Source;
  /** The moment that the answer sees as now. */
  readonly nowMs: number;
  readonly kind: 'open-meteo' | 'simulated';
  readonly label: string;
  readonly sha256: string;
  readonly licence: string;
  /** Said loudly in the report when the data is not from the live service. */
  readonly notice?: string;
}

/** The effects that sealing needs. */
export interface SealTools {
  readonly now: () => number;
  /** Folder of kept snapshots. */
  readonly folder: string;
  /** Takes a snapshot from the service; rejects when it does not answer in time. */
  readonly record: () => Promise<Snapshot>;
  readonly read: (path: string) => Snapshot;
  readonly write: (path: string, snapshot: Snapshot) => void;
  readonly simulated: () => Source;
  readonly sealed: (snapshot: Snapshot) => Source;
}

export interface SealRequest {
  readonly mode: SealMode;
  readonly snapshotFile?: string;
}

/** A snapshot younger than this is used again, so that a second try meets the same data. */
const FRESH_MS = 60 * 60_000;
/** After a failed request the service is left alone for a while: a class behind one address must not hammer it. */
const QUIET_MS = 10 * 60_000;

/**
 * Chooses the data: a fresh snapshot, else a new one from the live service, else the newest kept one, else simulated.
 * What was chosen and why is always in `label` and `notice`.
 *
 * @throws OutsideError when `live` is asked for and the service does not answer, or a named file is not a snapshot.
 */
export async function seal({ mode, snapshotFile }: SealRequest, tools: SealTools): Promise<Seal> {
  if (snapshotFile !== undefined) return fromSnapshot(tools.read(snapshotFile), tools);
  const kept = newestKept(tools);
  if (mode === 'offline')
    return kept
      ? aged(kept, tools, 'Asked to stay offline')
      : simulated(tools, 'Asked to stay offline, and no snapshot is kept');
  if (mode === 'auto' && kept && ageMs(kept, tools) < FRESH_MS) return fromSnapshot(kept, tools);
  const quiet = mode === 'auto' ? lastFailure(tools) : undefined;
  if (quiet !== undefined)
    return fallBack(kept, tools, `${quiet.says} ${spell(tools.now() - quiet.atMs)} ago`);
  try {
    const snapshot = await tools.record();
    keep(snapshot, tools);
    return fromSnapshot(snapshot, tools);
  } catch (error) {
    if (mode === 'live') throw liveFailed(error);
    const says = 'Open-Meteo did not answer';
    noteFailure(tools, says);
    return fallBack(kept, tools, says);
  }
}

/** The data of an exercise that is not about the air: made by arithmetic, so there is nothing to take or to keep. */
export function inventedSeal(what: string, tools: Pick<SealTools, 'now' | 'simulated'>): Seal {
  return {
    source: tools.simulated(),
    nowMs: clockOf(tools.now()),
    kind: 'simulated',
    label: what,
    sha256: createHash('sha256').update(what).digest('hex'),
    licence: 'Invented by airlab, MIT.',
    notice: `Invented data: ${what}.`,
  };
}

function keep(snapshot: Snapshot, tools: SealTools): void {
  try {
    tools.write(join(tools.folder, `${snapshot.takenAt.replaceAll(/[:.]/g, '-')}.json`), snapshot);
  } catch {
    // In a read-only folder this grading still has its data; the next one asks again.
  }
}

function fallBack(kept: Snapshot | undefined, tools: SealTools, why: string): Seal {
  return kept ? aged(kept, tools, why) : simulated(tools, why);
}

function fromSnapshot(snapshot: Snapshot, tools: SealTools): Seal {
  const source = tools.sealed(snapshot);
  const base: Seal = {
    source,
    nowMs: clockOf(Date.parse(snapshot.takenAt)),
    kind: snapshot.data,
    label: source.label,
    sha256: snapshot.sha256,
    licence: snapshot.licence,
  };
  if (snapshot.data === 'open-meteo') return base;
  return {
    ...base,
    notice: `SIMULATED data, not a measurement: the snapshot was taken from ${serverWords(snapshot.from)}.`,
  };
}

/** A port of this machine says nothing to a student. */
function serverWords(from: string): string {
  const host = URL.canParse(from) ? new URL(from).hostname : '';
  return ['127.0.0.1', 'localhost', '[::1]', 'simulated.airlab'].includes(host) ? 'the classroom API' : from;
}

function aged(snapshot: Snapshot, tools: SealTools, why: string): Seal {
  const sealed = fromSnapshot(snapshot, tools);
  const age = `Snapshot of ${snapshot.takenAt.slice(0, 16)}Z, ${spell(ageMs(snapshot, tools))} old: ${why}.`;
  return { ...sealed, notice: sealed.notice ? `${sealed.notice} ${age}` : age };
}

function simulated(tools: SealTools, why: string): Seal {
  const source = tools.simulated();
  const nowMs = clockOf(tools.now());
  return {
    source,
    nowMs,
    kind: 'simulated',
    label: source.label,
    sha256: createHash('sha256').update(`${source.label}@${nowMs}`).digest('hex'),
    licence: 'Simulated by airlab; not Open-Meteo data.',
    notice: `SIMULATED data, not a measurement: ${why}.`,
  };
}

/** The newest snapshot in the folder that can be read. */
export function newestKept(tools: Pick<SealTools, 'folder' | 'read'>): Snapshot | undefined {
  for (const name of names(tools.folder).sort().reverse()) {
    try {
      return tools.read(join(tools.folder, name));
    } catch (error) {
      if (!isAirlabError(error)) throw error;
    }
  }
  return undefined;
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d{4}-.*\.json$/.test(name));
  } catch {
    return [];
  }
}

interface Failure {
  readonly atMs: number;
  readonly says: string;
}

const failureFile = (tools: SealTools): string => join(tools.folder, 'last-failure.json');

function lastFailure(tools: SealTools): Failure | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(failureFile(tools), 'utf8'));
    if (typeof value !== 'object' || value === null || !('atMs' in value) || !('says' in value))
      return undefined;
    const failure = { atMs: Number(value.atMs), says: String(value.says) };
    const since = tools.now() - failure.atMs;
    return since >= 0 && since < QUIET_MS ? failure : undefined;
  } catch {
    return undefined;
  }
}

function noteFailure(tools: SealTools, says: string): void {
  try {
    mkdirSync(dirname(failureFile(tools)), { recursive: true });
    writeFileSync(failureFile(tools), JSON.stringify({ atMs: tools.now(), says }));
  } catch {
    // In a read-only folder the next grading simply asks again.
  }
}

function liveFailed(error: unknown): AirlabError {
  const why = error instanceof Error ? error.message : String(error);
  return new OutsideError(
    `No live snapshot: ${why}`,
    'Check the network and try again, or leave out --live to grade on kept or simulated data.',
    'NO_LIVE_DATA',
    error,
  );
}

/**
 * The answer's clock: the moment of the data, but from :01 to :45 past. An answer that waits a minute for a retry does
 * not cross into the next hour, and nobody fails for `<` or `<=` at the stroke of it.
 */
function clockOf(momentMs: number): number {
  const hourMs = Math.floor(momentMs / 3_600_000) * 3_600_000;
  const minute = Math.floor((momentMs - hourMs) / 60_000);
  return hourMs + Math.min(Math.max(minute, 1), 45) * 60_000;
}

const ageMs = (snapshot: Snapshot, tools: SealTools): number => tools.now() - Date.parse(snapshot.takenAt);

function spell(durationMs: number): string {
  const minutes = Math.max(0, Math.round(durationMs / 60_000));
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
