// The second step of every command: a build of the sources as they are now.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runLogged } from './run.mjs';

const OUTPUTS = [
  'src/dist/index.js',
  'src/dist/index.d.ts',
  'src/dist/kernel.js',
  'src/dist/lab.js',
  'grader/dist/cli.js',
];

/** Where the build notes which sources it was made of. */
export const builtFrom = (root) => join(root, 'src/dist/.built');

/** Whether the build is of these sources and complete. */
export function compileStep(root) {
  const complete = OUTPUTS.every((path) => existsSync(join(root, path)));
  const noted = existsSync(builtFrom(root)) ? readFileSync(builtFrom(root), 'utf8') : '';
  return {
    label: 'Building',
    needed: !complete || noted !== sourcesHash(root),
    usable: join(root, 'src/dist/lab.js'),
    exit: 'ours',
    run: (tools) => compile(root, tools),
  };
}

/** A hash of all that the build reads. Times of files do not count: copying and `git checkout` change them. */
export function sourcesHash(root) {
  const hash = createHash('sha256');
  const paths = [...filesIn(root, 'src'), ...filesIn(root, 'grader'), 'tsconfig.json', 'package-lock.json'];
  for (const path of paths.sort()) hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

async function compile(root, { log, progress }) {
  const step = progress.step('Building');
  const exitCode = await runLogged({
    command: process.execPath,
    args: [join(root, 'src/build/build.mjs')],
    cwd: root,
    env: process.env,
    log,
  });
  step.end(exitCode === 0 ? 'done' : 'failed');
  if (exitCode === 0) return undefined;
  return {
    what: `The build failed with exit code ${exitCode}.`,
    ways: [
      'git status src grader    (shows whether a file there was changed)',
      'git restore src grader    (undoes changes there; answers are elsewhere)',
    ],
    log: log.path,
  };
}

function filesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return /^(dist|node_modules|tests|starters)$/.test(entry.name) ? [] : filesIn(root, path);
    return /\.(ts|mts|mjs|cjs|json)$/.test(entry.name) ? [path] : [];
  });
}
