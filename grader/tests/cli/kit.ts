import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What one run of the binary left. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of airlab with the real binary and command line, but with fake exercises and a fake `grade()`. */
export interface Kit {
  readonly folder: string;
  readonly write: (path: string, text: string) => void;
  readonly run: (args: readonly string[], env?: Readonly<Record<string, string>>) => Ran;
  readonly start: (args: readonly string[]) => ReturnType<typeof spawn>;
  readonly close: () => void;
}

/** Modules that are replaced, by their path in the repository. */
const FAKES: Readonly<Record<string, string>> = {
  'grader/grade.ts': 'grader/tests/cli/fake-grade.ts',
  'grader/exercises.ts': 'grader/tests/cli/fake-exercises.ts',
  'grader/sandbox/layers.ts': 'grader/tests/cli/fake-layers.ts',
  'src/classroom/record-command.ts': 'grader/tests/cli/fake-record.ts',
  'grader/data.ts': 'grader/tests/cli/fake-data.ts',
};

export const STARTER = '// gets: not-yet\nexport async function hourlyPm25() { return []; }\n';

export async function makeKit(): Promise<Kit> {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-kit-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  await build({
    entryPoints: [join(root, 'grader/cli.ts')],
    outdir: join(folder, 'grader/dist'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    // The classroom's native parts are not needed here; everything else is bundled because the kit has no packages.
    external: ['nodejs-polars', 'fastify'],
    banner: {
      js: "import { createRequire as kitRequire } from 'node:module'; const require = kitRequire(import.meta.url);",
    },
    plugins: [fakes],
  });
  write('grader/package.json', JSON.stringify({ version: '1.2.3', type: 'module' }));
  write('src/package.json', '{}');
  write('node_modules/.package-lock.json', '{}');
  mkdirSync(join(folder, 'grader/bin'));
  copyFileSync(join(root, 'grader/bin/grade.mjs'), join(folder, 'grader/bin/grade.mjs'));
  for (const place of ['exercises', 'grader/starters']) write(`${place}/exercise-pm25.ts`, STARTER);
  write('solutions/exercise-pm25.ts', '// The model.\n');
  const bin = join(folder, 'grader/bin/grade.mjs');
  const clean = { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C.UTF-8' };
  return {
    folder,
    write,
    run: (args, env = {}) => {
      const options = { cwd: folder, encoding: 'utf8', env: { ...clean, ...env }, timeout: 60_000 } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], options);
      return { status, stdout, stderr };
    },
    start: (args) => spawn(process.execPath, [bin, ...args], { cwd: folder, env: clean }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const fakes: Plugin = {
  name: 'fakes',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
      const fake = FAKES[relative(root, join(resolveDir, path)).replaceAll('\\', '/')];
      return fake === undefined ? undefined : { path: join(root, fake) };
    });
  },
};
