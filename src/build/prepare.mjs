// Makes a clone ready to run: right Node, installed packages, fresh build.
// Plain JavaScript without imports of ours, because nothing is installed or compiled when it starts.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const newestIn = (folder) => {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(ts|mjs|cjs|json)$/.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (/[\\/](dist|node_modules|tests)[\\/]/.test(path)) continue;
    newest = Math.max(newest, statSync(path).mtimeMs);
  }
  return newest;
};

const mtime = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Installs packages when the lock file is newer than what is installed, builds when a source is newer than the build. */
export function prepare() {
  const installed = mtime(join(root, 'node_modules/.package-lock.json'));
  if (installed === 0) {
    console.error('Installing packages (npm ci) …');
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (done.status !== 0) process.exit(3);
  }
  const stamp = mtime(join(root, 'src/dist/.built'));
  if (stamp < Math.max(newestIn(join(root, 'src')), newestIn(join(root, 'grader')))) {
    const done = spawnSync(process.execPath, [join(root, 'src/build/build.mjs')], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (done.status !== 0) process.exit(70);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) prepare();
