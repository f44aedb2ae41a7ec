import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../build/log.mjs';
import type { StepTrouble } from '../build/trouble.mjs';
import { nextFreePort, portOnLoopback } from './ports.ts';
import { type Processes, type Service, startService, waitUntilAnswering } from './service.ts';

const FIRST_PORT = 8787;
const START_TIMEOUT_MS = 20_000;
const TRIES = 3;

export interface Classroom {
  readonly url: string;
  readonly service: Service;
}

export interface ClassroomPlace {
  readonly root: string;
  /** Folder for `classroom.json`, the record by which notebooks and `grade doctor` find the address. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly processes: Processes;
  /** The port that Jupyter is going to use. */
  readonly except: number | undefined;
  /** Hears of the service as soon as it is started, so that it can be stopped while it is still starting. */
  readonly started: (service: Service) => void;
}

/** Starts the classroom API at 8787 or the next free port and waits until it answers. */
export async function startClassroom(place: ClassroomPlace): Promise<Classroom | StepTrouble> {
  const program = join(place.root, 'src/dist/classroom-main.js');
  if (!existsSync(program)) return trouble(place, 'it was not built');
  for (let tries = 1; ; tries += 1) {
    const port = await nextFreePort({ first: FIRST_PORT, check: portOnLoopback, except: place.except });
    if (port === undefined) return trouble(place, `all ports from ${FIRST_PORT} up are taken`);
    const classroom = await startAt(port, program, place);
    if ('url' in classroom || tries === TRIES || (await portOnLoopback(port)) === 'free') return classroom;
  }
}

async function startAt(
  port: number,
  program: string,
  place: ClassroomPlace,
): Promise<Classroom | StepTrouble> {
  const record = join(place.folder, 'classroom.json');
  const id = randomUUID();
  const service = startService(place.processes, place.log, {
    name: 'The classroom API',
    command: process.execPath,
    args: [program, '--port', String(port), '--quiet'],
    cwd: place.root,
    env: { ...place.env, AIRLAB_CLASSROOM_ID: id },
    record,
  });
  place.started(service);
  const url = `http://127.0.0.1:${port}`;
  const outcome = await waitUntilAnswering(service, () => isThere(url, id), {
    timeoutMs: START_TIMEOUT_MS,
  });
  if (outcome === 'ended') return trouble(place, `it ended with exit code ${await service.ended}`);
  if (outcome === 'silent') {
    await service.stop();
    return trouble(place, `it did not answer within ${START_TIMEOUT_MS / 1000} s`);
  }
  writeFileSync(record, `${JSON.stringify({ url, port, pid: process.pid })}\n`);
  return { url, service };
}

/** The one that we started: another lab's, started at the same moment, may have been faster at this port. */
async function isThere(url: string, id: string): Promise<boolean> {
  try {
    const health: unknown = await (
      await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) })
    ).json();
    return typeof health === 'object' && health !== null && 'id' in health && health.id === id;
  } catch {
    return false;
  }
}

function trouble({ log }: ClassroomPlace, why: string): StepTrouble {
  return {
    what: `The classroom API does not run: ${why}.`,
    ways: [
      'npm run classroom    (shows what it says)',
      'AIRLAB_LIVE=1 npm start    (notebooks ask Open-Meteo itself)',
    ],
    log: log.path,
  };
}
