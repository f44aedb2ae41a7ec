import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log } from '../../build/log.mjs';
import type { Progress } from '../../build/progress.mjs';
import { type StepTrouble, troubleText } from '../../build/trouble.mjs';
import { askProgram, findPython } from '../../lab/python.ts';
import type { Processes } from '../../lab/service.ts';
import { noPython, noVenvModule } from '../../lab/ways-to-jupyter.ts';
import { lessons } from '../../lessons/lessons.ts';
import { writeBookSources } from './sources.ts';

export interface BookPlace {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly progress: Progress;
  readonly processes: Pick<Processes, 'runLogged'>;
}

const EXIT = { ok: 0, correct: 1, outside: 3 } as const;

/**
 * `npm run book`: makes `book/index.html` of the stored notebooks, a book that opens from disk and asks no server.
 * Sphinx is installed into `.airlab/book-venv` at the first time.
 *
 * @returns the exit code: 0, 1 when a page has something to correct, 3 when Sphinx cannot be had.
 */
export async function makeBook(place: BookPlace): Promise<number> {
  const { root, log, progress } = place;
  const missing = await installSphinx(place);
  if (missing) return complain(missing, EXIT.outside);
  const folder = mkdtempSync(join(tmpdir(), 'airlab-book-'));
  try {
    const course = writeBookSources(root, join(folder, 'source'), lessons);
    for (const name of course.missing) say(`left out: ${name}, make it with npm run lessons`);
    const step = progress.step(`Making the book of ${course.pages.length} lessons`);
    const { exitCode, warnings } = await runSphinx(place, folder);
    step.end(exitCode === 0 ? 'done' : 'failed');
    if (exitCode !== 0)
      return complain(
        { what: 'The book could not be made.', ways: ['read the end of the log'], log: log.path },
        EXIT.correct,
      );
    for (const warning of warnings) say(`✗ ${warning.replaceAll(`${folder}/source/`, '')}`);
    rmSync(join(root, 'book'), { recursive: true, force: true });
    cpSync(join(folder, 'html'), join(root, 'book'), { recursive: true });
    say(`${course.pages.length} lessons: ${pathToFileURL(join(root, 'book/index.html')).href}`);
    return warnings.length === 0 ? EXIT.ok : EXIT.correct;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runSphinx(
  { root, env, log, processes }: BookPlace,
  folder: string,
): Promise<{ readonly exitCode: number; readonly warnings: readonly string[] }> {
  const warnings: string[] = [];
  const exitCode = await processes.runLogged({
    command: pythonOf(root),
    args: [
      '-m',
      'sphinx',
      '-q',
      '-b',
      'html',
      '-d',
      join(folder, 'trees'),
      join(folder, 'source'),
      join(folder, 'html'),
    ],
    cwd: folder,
    env: { ...env, PYTHONUTF8: '1' },
    log,
    onLine: (line) => {
      if (/WARNING|ERROR/.test(line)) warnings.push(line);
    },
  });
  return { exitCode, warnings };
}

async function installSphinx({
  root,
  env,
  log,
  progress,
  processes,
}: BookPlace): Promise<StepTrouble | undefined> {
  const requirements = join(root, 'src/course/book/requirements.txt');
  const pinned = readFileSync(requirements, 'utf8');
  const wanted = createHash('sha256').update(pinned).digest('hex');
  const stamp = join(venvOf(root), '.airlab');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(pythonOf(root)))
    return undefined;
  const python = await findPython(askProgram, env);
  if (!python) return forTheBook(noPython());
  if (!python.canMakeVenv) return forTheBook(noVenvModule(python));
  const total = pinned.match(/^[\w-]+==/gm)?.length ?? 0;
  const step = progress.step('Installing Sphinx into .airlab/book-venv (first book only)');
  const lines: string[] = [];
  const run = (command: string, args: readonly string[]): Promise<number> =>
    processes.runLogged({
      ...{ command, args, cwd: root, env, log },
      onLine: (line) => {
        lines.push(line);
        const found = lines.filter((each) => each.startsWith('Collecting ')).length;
        step.note(line.startsWith('Installing ') ? 'unpacking' : `${found} of ${total}`);
      },
    });
  const exitCode =
    (await run(python.command, ['-m', 'venv', '--clear', venvOf(root)])) ||
    (await run(pythonOf(root), [
      ...['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--retries=2', '--timeout=30'],
      ...['-r', requirements],
    ]));
  step.end(exitCode === 0 ? 'done' : 'failed');
  if (exitCode !== 0) return { ...installTrouble(lines.join('\n'), exitCode), log: log.path };
  writeFileSync(stamp, wanted);
  return undefined;
}

function installTrouble(output: string, exitCode: number): StepTrouble {
  if (/connection|ProxyError|timed out|resolve|No matching distribution|Retrying/i.test(output))
    return {
      what: 'pip could not reach the Python package index, so Sphinx is not installed and there is no book.',
      ways: [
        'npm run book again when the network is back (only the first book needs it)',
        'a mirror: PIP_INDEX_URL=http://HOST:PORT/simple npm run book',
      ],
    };
  return {
    what: `Sphinx could not be installed (exit code ${exitCode}), so there is no book.`,
    ways: ['read the end of the log', 'remove the folder .airlab/book-venv, then npm run book again'],
  };
}

const forTheBook = ({ ways }: StepTrouble): StepTrouble => ({
  what: 'The book is made by a Python program, and no Python 3.9 or newer that can install it was found.',
  ways: ways.map((way) => way.replace('npm start', 'npm run book')),
});

const venvOf = (root: string): string => join(root, '.airlab/book-venv');

const pythonOf = (root: string): string =>
  process.platform === 'win32'
    ? join(venvOf(root), 'Scripts', 'python.exe')
    : join(venvOf(root), 'bin', 'python');

function complain(trouble: StepTrouble, exitCode: number): number {
  process.stderr.write(`${troubleText(trouble)}\n`);
  return exitCode;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
