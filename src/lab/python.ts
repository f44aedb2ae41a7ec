import { execFile } from 'node:child_process';

/** What a Python on this machine can do for us. */
export interface PythonFacts {
  readonly command: string;
  readonly version: readonly [number, number];
  /** It has the modules venv and ensurepip. */
  readonly canMakeVenv: boolean;
}

/** Runs a program to its end; undefined when it could not be started or took too long. */
export type Ask = (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
) => Promise<{ readonly exitCode: number; readonly output: string } | undefined>;

const OLDEST = [3, 9] as const;
const NAMES = ['python3', 'python', ...[13, 12, 11, 10, 9, 14].map((minor) => `python3.${minor}`)];
const QUESTION = "import sys; print('python %d.%d' % sys.version_info[:2]); import venv, ensurepip";

/**
 * Looks for a Python that can make a virtual environment, else for the best other one, to say what it lacks.
 *
 * @returns undefined when there is no Python at all.
 */
export async function findPython(ask: Ask, env: NodeJS.ProcessEnv): Promise<PythonFacts | undefined> {
  const seen: PythonFacts[] = [];
  for (const command of NAMES) {
    const facts = await askPython(ask, command, env);
    if (!facts) continue;
    if (isNewEnough(facts) && facts.canMakeVenv) return facts;
    seen.push(facts);
  }
  return seen.find(isNewEnough) ?? seen[0];
}

export function isNewEnough({ version: [major, minor] }: PythonFacts): boolean {
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

async function askPython(
  ask: Ask,
  command: string,
  env: NodeJS.ProcessEnv,
): Promise<PythonFacts | undefined> {
  const answer = await ask(command, ['-c', QUESTION], env);
  const version = /python (\d+)\.(\d+)/.exec(answer?.output ?? '');
  if (!answer || !version) return undefined;
  return {
    command,
    version: [Number(version[1]), Number(version[2])],
    canMakeVenv: answer.exitCode === 0,
  };
}

const ASK_TIMEOUT_MS = 15_000;

export const askProgram: Ask = (command, args, env) =>
  new Promise((resolve) => {
    execFile(command, [...args], { env, timeout: ASK_TIMEOUT_MS, windowsHide: true }, (error, output) => {
      if (!error) resolve({ exitCode: 0, output });
      else resolve(typeof error.code === 'number' ? { exitCode: error.code, output } : undefined);
    });
  });
