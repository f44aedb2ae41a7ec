import { randomBytes } from 'node:crypto';
import { join, relative } from 'node:path';
import type { Log, StateFolder } from '../build/log.mjs';
import type { Progress } from '../build/progress.mjs';
import { type StepTrouble, troubleText } from '../build/trouble.mjs';
import { writeKernelspec } from '../kernel/kernelspec.ts';
import { openBrowser } from './browser.ts';
import { type Classroom, startClassroom } from './classroom.ts';
import { labEnvironment } from './environment.ts';
import type { Jupyter } from './jupyter.ts';
import { type LiveState, probeLive } from './live.ts';
import { openJupyter } from './open-jupyter.ts';
import { type PortState, portOnLoopback } from './ports.ts';
import { askProgram } from './python.ts';
import { type ScreenFacts, screen } from './screen.ts';
import { type JupyterServer, startJupyter } from './server.ts';
import type { Processes, Service } from './service.ts';
import { stopRequest } from './stop.ts';

/** What `npm start` hands over after installing and building. */
export interface LabOptions {
  readonly root: string;
  readonly state: StateFolder;
  readonly log: Log;
  readonly progress: Progress;
  /** Steps of the preparation that failed while an older installation still runs. */
  readonly warnings: readonly StepTrouble[];
  readonly processes: Processes;
  /** Runs `work` when no other command of this repository installs or builds. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds since the epoch, when the person pressed Enter. */
  readonly startedAt: number;
  readonly port: number | undefined;
  readonly browser: boolean;
  readonly offline: boolean;
}

interface OpenLab {
  readonly server: JupyterServer | StepTrouble;
  readonly classroom: Classroom | StepTrouble;
}

const EXIT = { ok: 0, outside: 3 } as const;

/**
 * Opens the lab: the classroom API and Jupyter, one screen, then waits for Ctrl-C and ends all of it.
 * What fails is said with its ways on, and the rest still runs.
 *
 * @returns the exit code: 0 after Ctrl-C, 3 when the asked port is taken or nothing could be started.
 */
export async function openLab(options: LabOptions): Promise<number> {
  for (const warning of options.warnings) complain(warning);
  const portState = options.port === undefined ? 'free' : await portOnLoopback(options.port);
  if (options.port !== undefined && portState !== 'free') {
    complain(portTrouble(options.port, portState));
    return EXIT.outside;
  }
  const services: Service[] = [];
  const stopping = new AbortController();
  const stopped = stopRequest(options.env).then(() => EXIT.ok);
  const exit = await Promise.race([stopped, runLab(options, services, stopping.signal)]);
  stopping.abort();
  await stopAll(options, services);
  return exit;
}

async function runLab(options: LabOptions, services: Service[], stopping: AbortSignal): Promise<number> {
  const live = options.offline ? Promise.resolve<LiveState>('not asked') : probeLive(fetch);
  const lab = await startAll(options, services, stopping);
  if (stopping.aborted) return EXIT.ok;
  for (const part of [lab.classroom, lab.server]) if ('what' in part) complain(part);
  if ('what' in lab.server && 'what' in lab.classroom) return EXIT.outside;
  say(screen(factsOf(lab, await live, options)));
  if ('url' in lab.server && options.browser) openBrowser(lab.server.url);
  return untilEnded(lab, options.log, stopping);
}

function factsOf({ server, classroom }: OpenLab, live: LiveState, options: LabOptions): ScreenFacts {
  return {
    labName: 'name' in server ? server.name : 'JupyterLab',
    labUrl: 'url' in server ? server.url : undefined,
    classroomUrl: urlOf(classroom),
    live,
    liveWanted: options.env.AIRLAB_LIVE === '1',
    log: options.state.writable ? relative(process.cwd(), options.log.path) : options.log.path,
    afterMs: Date.now() - options.startedAt,
  };
}

async function startAll(options: LabOptions, services: Service[], stopping: AbortSignal): Promise<OpenLab> {
  const { root, state, log, processes, progress } = options;
  const started = (service: Service): void => void services.push(service);
  // A read-only repository cannot hold the kernel's registration: then it lies beside the logs.
  const base = state.writable ? root : state.folder;
  const kernels = join(base, '.jupyter');
  writeKernelspec({ root: base, nodePath: process.execPath, folder: join(root, 'src/dist') });

  const surroundings = { root, nodePath: process.execPath, kernels, offline: options.offline };
  const env = labEnvironment(options.env, { ...surroundings, classroomUrl: undefined });
  const classroom = startClassroom({
    root,
    folder: state.folder,
    env,
    log,
    processes,
    started,
    except: options.port,
  });
  const start = async (jupyter: Jupyter): Promise<JupyterServer | StepTrouble> => {
    const step = progress.step('Starting Jupyter');
    const server = await startJupyter(jupyter, {
      root,
      folder: join(state.folder, 'lab'),
      port: options.port,
      token: randomBytes(18).toString('base64url'),
      env: labEnvironment(options.env, { ...surroundings, classroomUrl: urlOf(await classroom) }),
      log,
      processes,
      started,
    });
    step.end('what' in server ? 'failed' : 'done');
    return server;
  };
  const search = { ...options, kernels, writable: state.writable, ask: askProgram, start, stopping };
  return { server: await openJupyter(search), classroom: await classroom };
}

function urlOf(classroom: Classroom | StepTrouble): string | undefined {
  return 'url' in classroom ? classroom.url : undefined;
}

async function untilEnded({ server, classroom }: OpenLab, log: Log, stopping: AbortSignal): Promise<number> {
  const running = [server, classroom].flatMap((part) => ('service' in part ? [part.service] : []));
  const [main, beside] = running;
  void beside?.ended.then((exitCode) => {
    if (!stopping.aborted) complain(ended(beside, exitCode, log));
  });
  const exitCode = (await main?.ended) ?? EXIT.ok;
  if (stopping.aborted || !main) return EXIT.ok;
  if (exitCode === 0) say(`${main.name} was shut down.`);
  else complain(ended(main, exitCode, log));
  return exitCode === 0 ? EXIT.ok : EXIT.outside;
}

function ended({ name }: Service, exitCode: number, log: Log): StepTrouble {
  return { what: `${name} ended with exit code ${exitCode}.`, ways: ['npm start again'], log: log.path };
}

async function stopAll({ progress }: LabOptions, services: readonly Service[]): Promise<void> {
  const step = progress.step('Stopping');
  await Promise.all(services.map((service) => service.stop()));
  step.end('done');
  say('Stopped.');
}

function portTrouble(port: number, state: Exclude<PortState, 'free'>): StepTrouble {
  const why = { taken: 'is taken by another program', forbidden: 'is reserved for administrators' }[state];
  const next = state === 'taken' && port < 65_535 ? port + 1 : 8890;
  return {
    what: `Port ${port} ${why}.`,
    ways: ['npm start    (takes the next free port)', `npm start -- --port ${next}`],
  };
}

function complain(trouble: StepTrouble): void {
  process.stderr.write(`${troubleText(trouble)}\n`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
