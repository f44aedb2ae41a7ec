import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { airlabHome } from '../../home.ts';

/** Worker processes that belong to this one. */
export interface Workers {
  /** The processes that run now. */
  readonly pids: () => readonly number[];
  /** Lets each come to the end of its submission, then ends it. */
  readonly stop: () => Promise<void>;
}

export interface WorkersRequest {
  readonly count: number;
  /** Of the database. */
  readonly url: string;
  /** Hears their lines. */
  readonly say?: (line: string) => void;
  /** @default the command `grade worker` of this airlab */
  readonly command?: readonly [string, ...string[]];
}

/** One that ends at once, again and again, must not keep the machine busy. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** Who lived so long was well. */
const WELL_MS = 10_000;
/** After the grace that a worker gives its submission. */
const STOP_MS = 15_000;

/**
 * Starts so many workers in processes of their own. One that ends is replaced; all end with this process, however it
 * ends, each after its submission.
 *
 * @example
 * const workers = startWorkers({ count: 2, url: database.url });
 * await workers.stop();
 */
export function startWorkers({
  count,
  url,
  say = () => undefined,
  command = ownCommand(),
}: WorkersRequest): Workers {
  const state = { isStopping: false };
  const places = Array.from({ length: count }, (_, index) => newPlace(`worker ${index + 1}`));

  const start = (place: Place): void => {
    place.again = undefined;
    const began = performance.now();
    const child = startOne(command, url, (line) => say(`${place.name}: ${line}`));
    place.child = child;
    child.once('exit', (code, signal) => {
      place.child = undefined;
      if (state.isStopping) return;
      const isWell = performance.now() - began > WELL_MS;
      place.pauseMs = isWell ? FIRST_PAUSE_MS : Math.min(place.pauseMs * 2, LONGEST_PAUSE_MS);
      say(`${place.name}: ended (${signal ?? code}); starting another`);
      place.again = setTimeout(start, place.pauseMs, place);
    });
  };
  for (const place of places) start(place);
  return {
    pids: () => places.flatMap(({ child }) => child?.pid ?? []),
    stop: async () => {
      state.isStopping = true;
      await Promise.all(places.map(end));
    },
  };
}

interface Place {
  readonly name: string;
  child: ChildProcess | undefined;
  again: NodeJS.Timeout | undefined;
  pauseMs: number;
}

const newPlace = (name: string): Place => ({
  name,
  child: undefined,
  again: undefined,
  pauseMs: FIRST_PAUSE_MS,
});

function startOne(
  [program, ...words]: readonly [string, ...string[]],
  url: string,
  say: (line: string) => void,
): ChildProcess {
  const child = spawn(program, words, {
    // Not among the arguments: every user of the machine may read those.
    env: { ...process.env, DATABASE_URL: url, NO_COLOR: '1' },
    // The channel closes with this process, whatever ends it.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    windowsHide: true,
  });
  child.on('error', (error) => say(error.message));
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on('line', say);
  return child;
}

function end({ child, again }: Place): Promise<void> {
  clearTimeout(again);
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    // On every system; a signal is not.
    child.disconnect();
  });
}

const ownCommand = (): readonly [string, ...string[]] => [
  process.execPath,
  join(airlabHome(), 'grader/bin/grade.mjs'),
  'worker',
];
