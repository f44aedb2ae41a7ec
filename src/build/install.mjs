// The first step of every command: packages as the lock file wants them.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runLogged } from './run.mjs';

/** Which packages are wanted, and whether they are there. */
export function installStep(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  const lock = readIfThere(join(root, 'package-lock.json'));
  return {
    label: 'Installing packages',
    needed: installOutdated(lock, readIfThere(record), (path) => existsSync(join(root, path))),
    usable: record,
    exit: 'outside',
    run: (tools) => install(root, tools),
  };
}

/**
 * True when npm's record of what it installed differs from the lock file, or a recorded package is gone.
 * Both are texts, empty when missing; `isThere` is asked for each package's folder.
 *
 * @example installOutdated(lockText, '', () => false) // true
 */
export function installOutdated(lockText, installedText, isThere = () => true) {
  const wanted = packagesOf(lockText);
  const installed = packagesOf(installedText);
  if (!installed) return true;
  return Object.keys(wanted || {}).some((path) => {
    if (!path.startsWith('node_modules/')) return false;
    const there = installed[path];
    if (!there) return !wanted[path].optional && !wanted[path].peer;
    return there.version !== wanted[path].version || !isThere(path);
  });
}

/** What to say when npm failed; `output` is what it printed. */
export function installTrouble(output, exitCode) {
  if (exitCode === 127 || /npm could not be started/.test(output))
    return {
      what: 'npm was not found, so the packages could not be installed.',
      ways: ['install npm (it comes with Node from https://nodejs.org), then npm start again'],
    };
  if (DISK_FULL.test(output))
    return {
      what: 'The disk is full: the packages need about 450 MB.',
      ways: ['free some space, then npm start again'],
    };
  if (NETWORK.test(output))
    return {
      what: 'npm could not reach its registry, so the packages could not be installed.',
      ways: [
        'npm start again when the network is back (only the first start needs it)',
        'behind a proxy: npm config set proxy http://HOST:PORT',
        'a mirror in the classroom: npm config set registry http://HOST:PORT',
      ],
    };
  return {
    what: `npm ci failed with exit code ${exitCode}, so the packages are not installed.`,
    ways: ['read the end of the log', 'remove the folder node_modules, then npm start again'],
  };
}

const DISK_FULL = /ENOSPC|EDQUOT|no space left/i;
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT|FETCH_ERROR/;
const NETWORK = new RegExp(`${UNREACHABLE.source}|ENOTCACHED|CERT|code E4\\d\\d|code E5\\d\\d|network`, 'i');

async function install(root, { state, log, progress }) {
  const modules = join(root, 'node_modules');
  const aside = join(state.folder, 'node_modules.before');
  const isComplete = (folder) => existsSync(join(folder, '.package-lock.json'));
  // npm ci first removes what is there; kept aside, it still runs when the registry cannot be reached.
  if (isComplete(modules) || !isComplete(aside)) replace(aside, modules);
  const step = progress.step('Installing packages with npm (first start only)');
  const lines = [];
  const run = (args) =>
    runLogged({
      ...npm(args),
      cwd: root,
      env: process.env,
      log,
      onLine: (line) => {
        lines.push(line);
        // npm goes on for minutes on a full disk, one complaint for each file.
        return DISK_FULL.test(line) ? 'stop' : undefined;
      },
    });
  // Without a network npm ci tries every package for minutes; its cache may still hold all of them.
  const isOffline = (await run(NPM_PING)) !== 0 && UNREACHABLE.test(lines.join('\n'));
  const exitCode = await run(isOffline ? NPM_CI.concat('--offline') : NPM_CI);
  step.end(exitCode === 0 ? 'done' : 'failed');
  if (exitCode !== 0) {
    if (isComplete(aside)) replace(modules, aside);
    return { ...installTrouble(lines.join('\n'), exitCode), log: log.path };
  }
  rmSync(aside, { recursive: true, force: true });
  return undefined;
}

const NPM_PING = ['ping', '--fetch-retries=0', '--fetch-timeout=10000'];
// A machine set up for servers leaves packages out; all of them are needed here.
const NPM_CI = [
  'ci',
  '--include=dev',
  '--include=optional',
  '--include=peer',
  '--no-audit',
  '--no-fund',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=2000',
];

function replace(target, source) {
  rmSync(target, { recursive: true, force: true });
  if (existsSync(source)) renameSync(source, target);
}

function npm(args) {
  const script = process.env.npm_execpath || '';
  if (/npm-cli\.c?js$/.test(basename(script)))
    return { command: process.execPath, args: [script].concat(args) };
  return process.platform === 'win32'
    ? { command: 'cmd.exe', args: ['/d', '/c', 'npm'].concat(args) }
    : { command: 'npm', args };
}

function packagesOf(text) {
  try {
    return JSON.parse(text).packages;
  } catch {
    return undefined;
  }
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
