import { classroomUrlNear } from './classroom-record.ts';
import { SERVICES, type ServiceName } from './services.ts';

/** What decides where a service is found, besides the options of a call. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder from which `.airlab/classroom.json` is looked for, upwards. */
  readonly folder: () => string;
  /** Whether a classroom API answers at the address. */
  readonly answers: (url: string) => Promise<boolean>;
}

export interface BaseUrlOptions {
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
}

/**
 * Where to ask a service. The first of these that is given: the option `baseUrl`, the service's own variable
 * (`OPEN_METEO_AIR_QUALITY_API_URL` …), the classroom API (`AIRLAB_CLASSROOM_API_URL`, then one that runs for this folder),
 * Open-Meteo. `AIRLAB_LIVE=1` and an API key skip the classroom API.
 */
export async function baseUrlOf(
  name: ServiceName,
  { baseUrl, apiKey }: BaseUrlOptions,
  { env, folder, answers }: Surroundings,
): Promise<string> {
  const { host, variable } = SERVICES[name];
  const given = baseUrl ?? env[variable];
  if (given) return given.replace(/\/+$/, '');
  const live = `https://${apiKey ? 'customer-' : ''}${host}`;
  if (env.AIRLAB_LIVE === '1' || apiKey) return live;
  if (env.AIRLAB_CLASSROOM_API_URL) return env.AIRLAB_CLASSROOM_API_URL.replace(/\/+$/, '');
  const near = classroomUrlNear(folder);
  return near && (await answers(near)) ? near : live;
}
