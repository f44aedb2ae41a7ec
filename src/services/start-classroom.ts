import { classroomUrlNear } from '../open-meteo/classroom-record.ts';

/** A classroom API that answers, wherever it runs. */
export interface Classroom {
  /** Without a slash at the end: `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Stops it when it was started here; leaves alone one that was found running. */
  close(): Promise<void>;
}

export interface StartOptions {
  /**
   * Starts one of your own even when another one runs, for example to stop it in the middle of something.
   * @default false
   */
  readonly own?: boolean;
  /**
   * The moment that counts as now; it stands still.
   * @default the clock
   */
  readonly now?: Date;
  /**
   * Which simulated air and weather.
   * @default 1
   */
  readonly seed?: number;
}

/** What decides whether one is found or started. */
export interface ClassroomSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder from which a running classroom API is looked for, upwards. */
  readonly folder: () => string;
  readonly answers: (url: string) => Promise<boolean>;
  readonly start: (options: StartOptions) => Promise<Classroom>;
  /** Tells the rest of the process where a started one is, and that it is gone. */
  readonly announce: (url: string | undefined) => void;
}

/** The same as `npm run classroom` takes. */
const USUAL_SEED = 1;
const HEALTH_TIMEOUT_MS = 2_000;

const here: ClassroomSurroundings = {
  env: process.env,
  folder: () => process.cwd(),
  answers: answersHealth,
  start: startHere,
  announce: (url) => {
    if (url === undefined) delete process.env.AIRLAB_CLASSROOM_API_URL;
    else process.env.AIRLAB_CLASSROOM_API_URL = url;
  },
};
/** The one that this process started and not yet stopped. */
const running: { classroom?: Promise<Classroom> } = {};

/**
 * The classroom API for a notebook cell: the one that `npm start` runs (`AIRLAB_CLASSROOM_API_URL`, or one of this
 * folder), else one in this process, on a free port, that ends with the kernel. `airQuality` and all others of this process
 * ask it from then on; one of your own (`own`) is asked by its `url` only.
 *
 * @example
 * const classroom = await startClassroom();
 * const answer = await fetch(`${classroom.url}/jokes/random_joke`);
 */
export function startClassroom(options: StartOptions = {}): Promise<Classroom> {
  return findOrStart(options, here);
}

/** The same with its surroundings given. */
export async function findOrStart(
  options: StartOptions,
  surroundings: ClassroomSurroundings,
): Promise<Classroom> {
  if (options.own === true) return surroundings.start(options);
  const found = running.classroom === undefined ? await findRunning(surroundings) : undefined;
  if (found !== undefined) return { url: found, close: async () => undefined };
  running.classroom ??= surroundings.start(options).then((started) => {
    surroundings.announce(started.url);
    return started;
  });
  const classroom = await running.classroom.catch((error: unknown) => {
    delete running.classroom;
    throw error;
  });
  return {
    url: classroom.url,
    close: async () => {
      delete running.classroom;
      surroundings.announce(undefined);
      await classroom.close();
    },
  };
}

async function findRunning({ env, folder, answers }: ClassroomSurroundings): Promise<string | undefined> {
  const named = env.AIRLAB_CLASSROOM_API_URL?.replace(/\/+$/, '');
  for (const url of [named, classroomUrlNear(folder)])
    if (url !== undefined && url !== '' && (await answers(url))) return url;
  return undefined;
}

async function answersHealth(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) })).ok;
  } catch {
    return false;
  }
}

/** Loaded when it is needed, so that importing airlab stays fast. */
async function startHere({ now, seed = USUAL_SEED }: StartOptions): Promise<Classroom> {
  const [{ startClassroomServer }, { simulated }] = await Promise.all([
    import('../classroom/server.ts'),
    import('../classroom/simulated/index.ts'),
  ]);
  const source = simulated({ seed });
  return startClassroomServer({
    port: 0,
    world: () => ({ source, nowMs: now?.getTime() ?? Date.now() }),
    trouble: (error) => console.error('Sorry, the classroom API itself failed at a request:', error),
    keepsProcessAlive: false,
  });
}
