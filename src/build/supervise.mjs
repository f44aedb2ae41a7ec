// Runs one command and ends it, with all its descendants, as soon as standard input closes.
// The pipe on standard input is held by the process that started us, so it closes however that one ends, kill -9 included.
// Usage: node supervise.mjs [--remove FILE] COMMAND [ARGUMENT …]
// FILE is a JSON record with the pid of our parent; it is left alone when another lab has replaced it meanwhile.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';

const GRACE_MS = 5_000;
const POLL_MS = 50;

const words = process.argv.slice(2);
const record = words[0] === '--remove' ? words.splice(0, 2)[1] : undefined;
const [command, ...args] = words;
const parent = process.ppid;

// Kernels and terminals start sessions of their own; what they all share is the environment they were born with.
// Each supervisor adds its mark, so that an outer one also finds what an inner one started.
const mark = `${process.pid}-${Date.now()}`;
const marks = `${process.env.AIRLAB_FAMILY || ''} ${mark}`.trim();
const child = spawn(command, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: process.platform !== 'win32',
  windowsHide: true,
  env: Object.assign({}, process.env, { AIRLAB_FAMILY: marks }),
});

const markedProcesses = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        const text = readFileSync(`/proc/${pid}/environ`, 'latin1');
        return text.includes('AIRLAB_FAMILY=') && text.includes(mark);
      } catch {
        return false; // it ended, or it is somebody else's
      }
    })
    .map(Number);

const known = new Set();
const descendantProcesses = () => {
  const rows = spawnSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' }).stdout || '';
  const pairs = rows
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  if (child.pid) known.add(child.pid);
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const [pid, parent] of pairs) if (known.has(parent)) known.add(pid);
  }
  return pairs.map(([pid]) => pid).filter((pid) => known.has(pid));
};

const family = () => (process.platform === 'linux' ? markedProcesses() : descendantProcesses());

const signal = (pid, name) => {
  try {
    process.kill(pid, name);
  } catch {
    // it ended meanwhile
  }
};

const state = { stopping: false, exit: 0 };

const isOurs = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).pid === parent;
  } catch {
    return false;
  }
};

const finish = () => {
  if (record && isOurs(record)) rmSync(record, { force: true });
  process.exit(state.exit);
};

const stop = () => {
  if (state.stopping) return;
  state.stopping = true;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(child.pid), '/T', '/F']);
    finish();
    return;
  }
  const until = Date.now() + GRACE_MS;
  family();
  if (child.pid) signal(-child.pid, 'SIGTERM');
  const watch = () => {
    const left = family();
    if (left.length === 0) finish();
    if (Date.now() > until || child.exitCode !== null || child.signalCode !== null)
      for (const pid of left) signal(pid, 'SIGKILL');
    setTimeout(watch, POLL_MS);
  };
  watch();
};

child.on('error', (error) => {
  console.error(`${command} could not be started: ${error.message}`);
  state.exit = 127;
  stop();
});
child.on('exit', (code, name) => {
  if (!state.stopping) state.exit = code === null ? (name === 'SIGINT' ? 130 : 143) : code;
  stop();
});
process.stdin.on('end', stop).on('error', stop).on('close', stop).resume();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
