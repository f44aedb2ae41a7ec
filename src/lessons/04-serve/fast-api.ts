import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { airlabRoot } from '../../practice/airlab-root.ts';
import { RECORDED } from './recorded.ts';

/** What the Python server of lesson 04 answered to one GET. */
export interface FastApiAnswer {
  readonly path: string;
  readonly status: number;
  readonly text: string;
}

export interface FastApiAnswers {
  /** Whether it ran here or its answers were recorded, and when. */
  readonly from: string;
  readonly answers: readonly FastApiAnswer[];
}

/** How the Python server is started, and for how long we wait for it. */
export interface FastApiProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** @default 15000 */
  readonly limitMs?: number;
}

const ADDRESS = /running on (http:\/\/127\.0\.0\.1:\d+)/;
const LIMIT_MS = 15_000;

/**
 * Sends GETs to the FastAPI server of `notebooks/fastapi_app.py`. It is started when this machine's Python has fastapi
 * and uvicorn, and ended afterwards; otherwise the recorded answers come, and `from` says so.
 *
 * @example
 * const { from, answers } = await askFastApi(['/run/roskilde?pm2_5=7.4']);
 */
export function askFastApi(paths: readonly string[]): Promise<FastApiAnswers> {
  const root = airlabRoot({ env: process.env, from: [process.cwd(), __dirname] });
  const folder = join(root, 'notebooks');
  return askProgram(paths, {
    command: process.platform === 'win32' ? 'python' : 'python3',
    args: ['-m', 'uvicorn', 'fastapi_app:app', '--port', '0', '--app-dir', folder],
  });
}

/** The same with another program, for tests. */
export async function askProgram(
  paths: readonly string[],
  { command, args, limitMs = LIMIT_MS }: FastApiProgram,
): Promise<FastApiAnswers> {
  // Without a cache of byte code: a notebook leaves nothing in the folder of the course.
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  const program = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
  try {
    const url = await addressOf(program, limitMs);
    if (url === undefined) return recorded(paths);
    const answers = await Promise.all(
      paths.map(async (path) => {
        const answer = await fetch(url + path);
        return { path, status: answer.status, text: await answer.text() };
      }),
    );
    return { from: 'FastAPI, running on this computer', answers };
  } finally {
    program.kill();
  }
}

/** The address that uvicorn says on stderr; undefined when it cannot start. */
function addressOf(program: ChildProcess, limitMs: number): Promise<string | undefined> {
  const { stderr } = program;
  if (stderr === null) return Promise.resolve(undefined);
  return new Promise((settle) => {
    const limit = setTimeout(() => settle(undefined), limitMs);
    const found = (url: string | undefined): void => {
      clearTimeout(limit);
      settle(url);
    };
    createInterface({ input: stderr }).on('line', (line) => {
      const url = ADDRESS.exec(line)?.[1];
      if (url !== undefined) found(url);
    });
    program.once('error', () => found(undefined));
    program.once('close', () => found(undefined));
  });
}

function recorded(paths: readonly string[]): FastApiAnswers {
  const known = new Map<string, { readonly status: number; readonly text: string }>(
    Object.entries(RECORDED.answers),
  );
  const answers = paths.map((path) => ({
    path,
    ...(known.get(path) ?? { status: 0, text: 'not recorded: it needs fastapi and uvicorn here' }),
  }));
  return { from: `FastAPI, recorded on ${RECORDED.on} (${RECORDED.versions})`, answers };
}
