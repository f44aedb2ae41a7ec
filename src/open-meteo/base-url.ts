import type { Reached } from '../http/reachable.ts';
import { classroomUrlNear } from './classroom-record.ts';
import { SERVICES, type ServiceName } from './services.ts';

/** What decides where a service is found, besides the options of a call. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder from which `.airlab/classroom.json` is looked for, upwards. */
  readonly folder: () => string;
  /** Whether a classroom API answers at the address. */
  readonly answers: (url: string) => Promise<boolean>;
  /** Whether the real service answers. */
  readonly reached: (url: string) => Promise<Reached>;
  /** One line for the reader of the cell. */
  readonly say: (line: string) => void;
}

export interface BaseUrlOptions {
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
}

/**
 * Where to ask a service. The first of these that is given: the option `baseUrl`, the service's own variable
 * (`OPEN_METEO_AIR_QUALITY_API_URL` …), the classroom API (`AIRLAB_CLASSROOM_API_URL`, then one that runs for this folder),
 * Open-Meteo. An API key skips the classroom API, and so does `AIRLAB_LIVE=1`, while Open-Meteo can be reached: when it
 * cannot, one line says so.
 */
export async function baseUrlOf(
  name: ServiceName,
  { baseUrl, apiKey }: BaseUrlOptions,
  { reached, say, ...surroundings }: Surroundings,
): Promise<string> {
  const { env } = surroundings;
  const { host, variable } = SERVICES[name];
  const given = baseUrl ?? env[variable];
  if (given) return given.replace(/\/+$/, '');
  const live = `https://${apiKey ? 'customer-' : ''}${host}`;
  if (apiKey) return live;
  const classroom = await classroomUrl(surroundings);
  if (env.AIRLAB_LIVE !== '1' || classroom === undefined) return classroom ?? live;
  const { isReached, isNews } = await reached(live);
  if (isReached) return live;
  if (isNews) say(`${host} cannot be reached: the classroom answers for ${name}, with simulated data.`);
  return classroom;
}

async function classroomUrl({
  env,
  folder,
  answers,
}: Pick<Surroundings, 'env' | 'folder' | 'answers'>): Promise<string | undefined> {
  if (env.AIRLAB_CLASSROOM_API_URL) return env.AIRLAB_CLASSROOM_API_URL.replace(/\/+$/, '');
  const near = classroomUrlNear(folder);
  return near && (await answers(near)) ? near : undefined;
}
