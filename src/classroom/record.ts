import { OutsideError } from '../errors.ts';
import { BEIJING, ROSKILDE } from '../open-meteo/places.ts';
import { RECORDED_VARIABLES } from './recorded-variables.ts';
import { getJson } from './recording/json.ts';
import { readModelRuns } from './recording/model-runs.ts';
import { readRecordedPlaces } from './recording/places.ts';
import { type Snapshot, sealSnapshot } from './snapshot.ts';
import type { Coordinates } from './source.ts';

/** A place to record. */
export interface PlaceToRecord extends Coordinates {
  readonly name: string;
  /** IANA name; kept in the snapshot, the recording itself is in UTC. */
  readonly timezone: string;
}

export interface RecordRequest {
  readonly places: readonly PlaceToRecord[];
  readonly now: () => number;
  readonly fetch: typeof globalThis.fetch;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Base URL instead of Open-Meteo's or that of `OPEN_METEO_AIR_QUALITY_API_URL`. */
  readonly base?: string;
}

/** The two cities of the exercises, where GeoNames has them. */
export const recordedPlaces: readonly PlaceToRecord[] = [ROSKILDE, BEIJING];

const OPEN_METEO = 'https://air-quality-api.open-meteo.com';
/** The whole days before today and from today on: all that a forecast reaches. */
const PAST_DAYS = 7;
const FORECAST_DAYS = 7;
/** A model run that arrives between two looks is waited for once; it comes twice a day. */
const MOST_LOOKS = 2;

const LICENCE_REAL =
  'CC BY 4.0: Weather data by Open-Meteo.com (https://open-meteo.com/); air quality from the CAMS ENSEMBLE data providers, Copernicus Atmosphere Monitoring Service.';
const LICENCE_SIMULATED = 'Simulated by airlab; not Open-Meteo data.';

/** How the classroom API names its data when it replays, unchanged, what was recorded from Open-Meteo. */
const REPLAY = /^Open-Meteo snapshot of [^;]+; elsewhere [^;]+$/;

/**
 * Takes a snapshot: every air-quality variable of all places in one request, so that they show the same moment, with
 * the model runs behind them. Nothing is kept or returned unless all of it arrived whole.
 *
 * @throws {OutsideError} with method, address and status in its message: `RECORD_UNREACHABLE`, `RECORD_ABORTED`,
 *   `RECORD_STATUS`, `RECORD_CUT`, `RECORD_CONTENT`, `RECORD_MOVED` (a model run arrived in between, twice)
 * @example
 * const snapshot = await record({ places: recordedPlaces, now: Date.now, fetch, env: process.env, signal });
 * snapshot.data; // 'open-meteo'
 */
export async function record(request: RecordRequest): Promise<Snapshot> {
  const { places, now, env } = request;
  const base = (request.base ?? (env.OPEN_METEO_AIR_QUALITY_API_URL || OPEN_METEO)).replace(/\/+$/, '');
  const ask = (path: string) => getJson(`${base}${path}`, request);
  let before = await readModelRuns(ask);
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const askedAtMs = now();
    const answer = await ask(dataPath(places));
    const after = await readModelRuns(ask);
    if (isSame(before, after)) {
      const label = answer.headers.get('x-airlab-data');
      const isReal = label === null || REPLAY.test(label);
      return sealSnapshot({
        format: 'airlab-snapshot-1',
        takenAt: new Date(momentOf(answer.headers) ?? askedAtMs).toISOString(),
        from: base,
        data: isReal ? 'open-meteo' : 'simulated',
        licence: isReal ? LICENCE_REAL : LICENCE_SIMULATED,
        modelRuns: after,
        places: readRecordedPlaces(answer, places),
      });
    }
    before = after;
  }
  throw new OutsideError(
    `GET ${base}: new model runs arrived while the snapshot was taken, twice. Nothing was kept.`,
    'That is the trouble of the server. Wait ten minutes until all its machines have the new run, then try again.',
    'RECORD_MOVED',
  );
}

function dataPath(places: readonly PlaceToRecord[]): string {
  const query = new URLSearchParams({
    latitude: places.map(({ latitude }) => latitude).join(','),
    longitude: places.map(({ longitude }) => longitude).join(','),
    hourly: RECORDED_VARIABLES.join(','),
    past_days: String(PAST_DAYS),
    forecast_days: String(FORECAST_DAYS),
    timeformat: 'unixtime',
    timezone: 'GMT',
  });
  return `/v1/air-quality?${query}`;
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((model) => a[model] === b[model]);
}

/** A classroom API whose clock stands at another moment says which one. */
function momentOf(headers: Headers): number | undefined {
  const moment = Date.parse(headers.get('x-airlab-now') ?? '');
  return Number.isFinite(moment) ? moment : undefined;
}
