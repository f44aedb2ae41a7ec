import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** A copy of the repository in a new folder, with the installed packages and the build, and an empty HOME beside it. */
export interface Copy {
  readonly root: string;
  readonly home: string;
  remove(): void;
}

const COPIED = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.npmrc',
  'src',
  'grader',
  'exercises',
  'notebooks',
];

export function copyOfRepository(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-start-'));
  const root = join(folder, 'air lab');
  const home = join(folder, 'home');
  mkdirSync(root);
  mkdirSync(home);
  for (const name of COPIED)
    cpSync(join(repository, name), join(root, name), {
      recursive: true,
      preserveTimestamps: true,
      filter: (path) => !/[\\/](node_modules|tests)$/.test(path),
    });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  if (existsSync(join(repository, '.venv/.airlab')))
    symlinkSync(join(repository, '.venv'), join(root, '.venv'));
  return { root, home, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A started command whose output is collected. */
export interface Started {
  readonly child: ChildProcess;
  readonly text: () => string;
  /** Resolves to the exit code (undefined after a signal) once all output has come. */
  readonly closed: Promise<number | undefined>;
  /** Types Ctrl-C. */
  interrupt(): void;
  /** Resolves when the output matches; rejects with the output when it has not by `timeoutMs`, or the command ended. */
  until(pattern: RegExp, timeoutMs?: number): Promise<RegExpExecArray>;
}

export interface StartWith {
  readonly command?: readonly [string, ...string[]];
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

const children = new Set<ChildProcess>();

/** Ends what a failed test left running; the lab's supervisors do the rest. */
export function endStarted(): void {
  for (const child of children) signalGroup(child, 'SIGKILL');
}

/** As a terminal does it: everything in the foreground hears Ctrl-C, npm and its shell too. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(-pid, signal);
}

export function startLab({ root, home }: Copy, { command, args = [], env = {} }: StartWith = {}): Started {
  const [program, ...first] = command ?? [process.execPath, 'src/lab/start.mjs'];
  const child = spawn(program, [...first, ...args], {
    cwd: root,
    env: { ...cleanEnvironment(), HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  children.add(child);
  child.on('close', () => children.delete(child));
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => output.push(part));
  const text = (): string => output.join('');
  const closed = new Promise<number | undefined>((resolve) => {
    child.on('close', (code) => resolve(code ?? undefined));
  });
  return {
    child,
    text,
    closed,
    interrupt: () => signalGroup(child, 'SIGINT'),
    until: (pattern, timeoutMs) => untilMatch(pattern, { child, text, timeoutMs }),
  };
}

function untilMatch(
  pattern: RegExp,
  {
    child,
    text,
    timeoutMs = 120_000,
  }: { child: ChildProcess; text: () => string; timeoutMs?: number | undefined },
): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const finish = (match: RegExpExecArray | undefined, why: string): void => {
      clearTimeout(timer);
      if (match) resolve(match);
      else reject(new Error(`${why} before ${pattern}:\n${text()}`));
    };
    const look = (): boolean => {
      const match = pattern.exec(text());
      if (match) finish(match, '');
      return match !== null;
    };
    const timer = setTimeout(() => finish(undefined, `${timeoutMs} ms passed`), timeoutMs);
    if (look()) return;
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.on('close', () => look() || finish(undefined, 'ended'));
  });
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const told = /^(npm_|AIRLAB_|OPEN_METEO_|JUPYTER|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !told.test(name)));
}

/** A folder to be the whole PATH: Node and the named programs, each a shell script of one line. */
export function pathWith(copy: Copy, programs: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(copy.home, 'bin-'));
  symlinkSync(process.execPath, join(folder, 'node'));
  for (const [name, line] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** PATH with real system tools but nothing of Python. */
export function systemPath(folder: string): string {
  return [folder, dirname(process.execPath)].join(delimiter);
}

/** Processes that run from the copy or stand in it: everything that `npm start` started. */
export function processesOf({ root }: Copy): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const inside = command.includes(root) || readlinkSync(`/proc/${pid}/cwd`).startsWith(root);
        return inside && command !== '' ? [`${pid} ${command}`] : [];
      } catch {
        return []; // it ended while we looked
      }
    });
}

/** Looks until nothing of the copy runs; resolves to what is left after `timeoutMs`. */
export async function leftAfter(copy: Copy, timeoutMs: number): Promise<string[]> {
  for (const until = performance.now() + timeoutMs; performance.now() < until; ) {
    if (processesOf(copy).length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return processesOf(copy);
}

/** Resolves when a process of the copy has `word` on its command line. */
export async function whenRunning(copy: Copy, word: string): Promise<void> {
  for (const until = performance.now() + 60_000; performance.now() < until; ) {
    if (processesOf(copy).some((line) => line.includes(word))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${word} was never started`);
}
