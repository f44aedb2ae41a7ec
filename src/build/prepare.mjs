// Makes a clone ready to run: right Node, installed packages, fresh build.
// Plain JavaScript that old Nodes can parse and that needs no package, because nothing is installed or built when it starts.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openLog, stateFolder } from './log.mjs';
import { nodeTrouble } from './node-version.mjs';
import { createProgress } from './progress.mjs';
import { runLogged } from './run.mjs';
import { troubleText } from './trouble.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const EXIT = { outside: 3, ours: 70 };

/**
 * Installs packages when the lock file asks for others than are installed, builds when a source is newer than the build.
 * Prints what failed and ends the process (3: something outside, 70: our build), unless `goOn` is set and an older
 * installation or build can still run: then it returns the trouble as a warning.
 */
export async function prepare({ name = 'prepare', goOn = false } = {}) {
  const old = nodeTrouble(process.versions.node, process.execPath);
  if (old) leave(old, EXIT.outside);
  const state = stateFolder(root);
  const log = openLog({ folder: state.folder, name, now: Date.now() });
  const progress = createProgress({
    write: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
  });
  const context = { state, log, progress };
  const warnings = [];
  for (const step of [installStep(), buildStep()]) {
    if (!step.needed) continue;
    const trouble = state.writable ? await step.run(context) : readOnlyTrouble(step);
    if (!trouble) continue;
    if (!goOn || !existsSync(step.usable)) leave(trouble, state.writable ? step.exit : EXIT.outside);
    warnings.push(trouble);
  }
  return { state, log, progress, warnings };
}

/** True when npm's record of what it installed differs from the lock file. Both are texts, empty when missing. */
export function installOutdated(lockText, installedText) {
  if (!installedText) return true;
  const wanted = JSON.parse(lockText).packages;
  const installed = JSON.parse(installedText).packages;
  return Object.keys(wanted).some((path) => {
    if (!path.startsWith('node_modules/')) return false;
    const there = installed[path];
    if (!there) return !wanted[path].optional && !wanted[path].peer;
    return there.version !== wanted[path].version;
  });
}

/** What to say when npm failed; `output` is what it printed. */
export function installTrouble(output, exitCode) {
  if (exitCode === 127 || /npm could not be started/.test(output))
    return {
      what: 'npm was not found, so the packages could not be installed.',
      ways: ['install npm (it comes with Node from https://nodejs.org), then npm start again'],
    };
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i.test(output))
    return {
      what: 'npm could not reach its registry, so the packages could not be installed.',
      ways: [
        'npm start again when the network is back (only the first start needs it)',
        'behind a proxy: npm config set proxy http://HOST:PORT',
        'a mirror in the classroom: npm config set registry http://HOST:PORT',
      ],
    };
  if (/ENOSPC/.test(output))
    return {
      what: 'The disk is full: the packages need about 450 MB.',
      ways: ['free some space, npm start'],
    };
  return {
    what: `npm ci failed with exit code ${exitCode}, so the packages are not installed.`,
    ways: ['read the end of the log', 'remove the folder node_modules, then npm start again'],
  };
}

function readOnlyTrouble(step) {
  return {
    what: `This folder is read-only: ${step.label.toLowerCase()} was not possible (${root}).`,
    ways: ['copy it to a folder of yours: cp -r . ~/airlab && cd ~/airlab && npm start'],
  };
}

function installStep() {
  const lock = join(root, 'package-lock.json');
  const record = join(root, 'node_modules/.package-lock.json');
  const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  const touched = changedAt(record) < changedAt(lock);
  return {
    label: 'Installing packages',
    needed: touched && installOutdated(read(lock), read(record)),
    usable: record,
    exit: EXIT.outside,
    run: install,
  };
}

async function install({ state, log, progress }) {
  const modules = join(root, 'node_modules');
  const aside = join(state.folder, 'node_modules.before');
  // npm ci first removes what is there; kept aside, it still runs when the registry cannot be reached.
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(modules)) renameSync(modules, aside);
  const step = progress.step('Installing packages with npm (first start only)');
  const lines = [];
  const exitCode = await runLogged({
    ...npm(['ci', '--no-audit', '--no-fund', '--fetch-retries=1', '--fetch-retry-mintimeout=2000']),
    cwd: root,
    env: process.env,
    log,
    onLine: (line) => void lines.push(line),
  });
  step.end(exitCode === 0 ? 'done' : 'failed');
  if (exitCode !== 0 && existsSync(aside)) {
    rmSync(modules, { recursive: true, force: true });
    renameSync(aside, modules);
  }
  rmSync(aside, { recursive: true, force: true });
  return exitCode === 0 ? undefined : { ...installTrouble(lines.join('\n'), exitCode), log: log.path };
}

function npm(args) {
  const script = process.env.npm_execpath || '';
  if (/npm-cli\.c?js$/.test(basename(script)))
    return { command: process.execPath, args: [script].concat(args) };
  return process.platform === 'win32'
    ? { command: 'cmd.exe', args: ['/d', '/c', 'npm'].concat(args) }
    : { command: 'npm', args };
}

function buildStep() {
  const built = join(root, 'src/dist/.built');
  const sources = Math.max(newestIn(join(root, 'src')), newestIn(join(root, 'grader')));
  return {
    label: 'Building',
    needed: changedAt(built) < sources,
    usable: join(root, 'src/dist/lab.js'),
    exit: EXIT.ours,
    run: build,
  };
}

async function build({ log, progress }) {
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
    ways: ['git status    (a changed file in src or grader?)', 'git stash, then npm start again'],
    log: log.path,
  };
}

function newestIn(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!/^(dist|node_modules|tests)$/.test(entry.name)) newest = Math.max(newest, newestIn(path));
    } else if (/\.(ts|mts|mjs|cjs|json)$/.test(entry.name)) newest = Math.max(newest, changedAt(path));
  }
  return newest;
}

function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function leave(trouble, exitCode) {
  process.stderr.write(`${troubleText(trouble)}\n`);
  process.exit(exitCode);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  prepare().catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(EXIT.ours);
  });
