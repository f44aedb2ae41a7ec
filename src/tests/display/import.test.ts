import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('import of airlab');
const root = join(__dirname, '../../..');
// In node_modules, so that the packages are found.
const outdir = join(root, 'node_modules/.cache', `airlab-import-${process.pid}`);
const bundle = JSON.stringify(join(outdir, 'index.js'));

test.before(async () => {
  await build({
    entryPoints: [join(root, 'src/index.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    outdir,
    logLevel: 'error',
  });
});
test.after(() => rmSync(outdir, { recursive: true, force: true }));

/** Runs code in a plain Node and returns what it printed. */
function run(code: string, flags: readonly string[] = []): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, '-e', code], {
    encoding: 'utf8',
  });
  assert.is(status, 0, stderr);
  return stdout.trim();
}

const HEAVY = ['vega', 'vega-lite', 'vega-embed', '@resvg', 'nodejs-polars', 'sql.js', 'tslab', 'fastify'];

test('packages :: heavy ones :: are not loaded before they are used', () => {
  const loaded = run(`require(${bundle}); console.log(Object.keys(require.cache).join('\\n'))`);
  const packages = loaded.split('\n').map((path) => path.split(/node_modules[\\/]/).at(-1) ?? '');
  for (const name of HEAVY)
    assert.not.ok(
      packages.some((path) => path.split(/[\\/]/)[0] === name),
      name,
    );
});

test('cost :: in plain Node :: at most 150 ms of the processor', () => {
  const code = `const before = process.cpuUsage(); require(${bundle}); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000)`;
  const runs = Array.from({ length: 5 }, () => Number(run(code))).sort((a, b) => a - b);
  assert.ok((runs[2] ?? Number.NaN) <= 150, `${runs.join(', ')} ms`);
});

test('grade() :: where processes are closed, as in the grader :: fails at once with a reason', () => {
  const permission =
    Number(process.versions.node.split('.')[0]) >= 24 ? '--permission' : '--experimental-permission';
  const code = `require(${bundle}).grade('exercise-pm25').catch((error) => console.log(error.code))`;
  const flags = [permission, '--allow-fs-read=*', '--no-warnings'];
  assert.is(run(`process.chdir(${JSON.stringify(root)}); ${code}`, flags), 'GRADE_IN_GRADE');
});

test.run();
