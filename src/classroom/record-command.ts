import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { record, recordedPlaces } from './record.ts';
import type { Snapshot } from './snapshot.ts';
import { writeSnapshot } from './snapshot-file.ts';

export interface RecordCommand {
  /** Base URL of another server than Open-Meteo. */
  readonly from?: string | undefined;
  /** Where the snapshot goes; else into `.airlab/snapshots` of `root`. */
  readonly file?: string | undefined;
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  /** Prints what came out. */
  readonly out: (text: string) => void;
}

const HOUR_MS = 3_600_000;

/**
 * `grade record`: takes a snapshot, writes it, says what it is. Returns the exit code 0.
 *
 * @throws {UsageError} when `from` is no web address
 * @throws {OutsideError} when the server or the disk fails; no file is left behind
 */
export async function recordCommand(command: RecordCommand): Promise<number> {
  const { from, file, root, out } = command;
  const base = from === undefined ? {} : { base: checkedBase(from) };
  const snapshot = await record({ ...command, ...base, places: recordedPlaces });
  const name = `${snapshot.takenAt.replaceAll(/[:.]/g, '-')}.json`;
  const path = file ?? join(root, '.airlab/snapshots', name);
  writeSnapshot(path, snapshot);
  out(`${describe(snapshot, path).join('\n')}\n`);
  return 0;
}

function checkedBase(from: string): string {
  const url = URL.canParse(from) ? new URL(from) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return from;
  throw new UsageError(
    `--from needs a web address, got "${from}".`,
    'For example: grade record --from http://127.0.0.1:8787',
    'BAD_OPTION',
  );
}

function describe(snapshot: Snapshot, path: string): string[] {
  const { data, from, modelRuns, places, sha256, licence } = snapshot;
  const runs = Object.entries(modelRuns).map(([model, at]) => `${model} ${minuteOf(Date.parse(at))}`);
  return [
    `snapshot  ${path}`,
    data === 'simulated'
      ? `data      SIMULATED, not a measurement: ${from} is a classroom API`
      : `data      Open-Meteo, from ${from}`,
    `taken     ${minuteOf(Date.parse(snapshot.takenAt))} UTC`,
    `places    ${places.map(({ name }) => name).join(', ')}`,
    ...windowOf(snapshot),
    ...(runs.length > 0 ? runs : ['the server does not tell']).map(
      (run, index) => `${index === 0 ? 'runs ' : '     '}     ${run}`,
    ),
    `SHA-256   ${sha256}`,
    ...folded(licence).map((line, index) => `${index === 0 ? 'licence' : '       '}   ${line}`),
  ];
}

function windowOf({ places: [place] }: Snapshot): string[] {
  if (place === undefined) return [];
  const pm25 = place.series.pm2_5 ?? [];
  const last = pm25.findLastIndex((value) => value !== null);
  const at = (index: number): string => minuteOf((place.firstHour + index) * HOUR_MS);
  return [
    `window    ${at(0)} to ${at(pm25.length - 1)} UTC, ${pm25.length} hours`,
    ...(last >= 0 && last < pm25.length - 1 ? [`          PM2.5 ends at ${at(last)} UTC`] : []),
  ];
}

function minuteOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}

const COLUMNS = 70;

function folded(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > COLUMNS) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
