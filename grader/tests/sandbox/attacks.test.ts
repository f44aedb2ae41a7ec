import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inLanes } from '../../lanes.ts';
import type { Run } from '../../sandbox/run.ts';
import { attacks, boxes, leftovers, node, runCode } from './boxes.ts';

const OUTSIDE = fileURLToPath(new URL('attacks/outside.cjs', import.meta.url));
/** What ends by the wall waits for it; what ends by another limit may take its time on a busy machine. */
const WALL_MS = 4_000;
const PATIENT_WALL_MS = 30_000;
/** For starting and ending a process. */
const SLACK_MS = 5_000;
const SECRET = 'nobody in the sandbox may read this';

/** What the attacks aim at, all of it real: files, a listener on TCP, on UDP and on a Unix socket, and a process. */
interface Targets {
  readonly args: Readonly<Record<string, unknown>>;
  readonly folder: string;
  readonly arrived: string[];
  readonly victim: ChildProcess;
  readonly close: () => void;
}

async function createTargets(): Promise<Targets> {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-targets-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  mkdirSync(join(folder, 'inner'));
  const secret = file('secret.txt', `HIDDEN=${SECRET}\n`);
  symlinkSync(secret, join(folder, 'link'));
  const arrived: string[] = [];
  const tcp = createServer(() => void arrived.push('TCP'));
  const unix = createServer(() => void arrived.push('Unix socket'));
  const udp = createSocket('udp4', () => void arrived.push('UDP'));
  const free = createServer();
  tcp.listen(0, '127.0.0.1');
  unix.listen(join(folder, 'unix.sock'));
  free.listen(0, '127.0.0.1');
  udp.bind(0, '127.0.0.1');
  await Promise.all([tcp, unix, udp, free].map((server) => once(server, 'listening')));
  const freePort = port(free);
  free.close();
  // Comes to whoever listens where nobody should.
  const visitor = setInterval(() => {
    const visit = connect(freePort, '127.0.0.1', () => {
      arrived.push('visitor');
      visit.destroy();
    }).on('error', () => {});
  }, 20);
  const victim = spawn('/bin/sleep', ['600'], { stdio: 'ignore' });
  return {
    folder,
    arrived,
    victim,
    args: {
      folder,
      secret,
      link: join(folder, 'link'),
      inner: join(folder, 'inner'),
      victim: file('victim.txt', 'unchanged'),
      script: file('script.cjs', `module.exports = ${JSON.stringify(SECRET)};`),
      repository: fileURLToPath(new URL('../../..', import.meta.url)),
      port: port(tcp),
      datagrams: udp.address().port,
      free: freePort,
      unix: join(folder, 'unix.sock'),
      process: victim.pid,
    },
    close: () => {
      clearInterval(visitor);
      for (const server of [tcp, unix, udp]) server.close();
      victim.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function port(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const test = suite('attacks');
process.env.AIRLAB_TEST_SECRET = SECRET;
const targets = await createTargets();
const untouched = listing();
test.after(targets.close);

function listing(): string {
  const { folder } = targets;
  return [
    ...readdirSync(folder, { recursive: true }).sort(),
    readFileSync(join(folder, 'victim.txt')),
  ].join();
}

/** They replace, multiply or crash the process that tries them, or spoil it for the next ones. */
const NOT_OUTSIDE = [
  ...['execve', 'cluster', 'fork', 'testRunner', 'requireGrader', 'heapSnapshot', 'loaderHook'],
  ...['connectUnlocked', 'connectRedefined', 'pipeConnect', 'listenUnlocked', 'listenRedefined'],
  'clusterListens',
];

/** What works in plain Node, by file, so that a test of the walls is a test. */
const WORKS_OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  files: [
    'readSecret',
    'readThroughLink',
    'readParentEnvironment',
    'importSecret',
    'write',
    'unlink',
    'symlink',
  ],
  network: [
    ...['listen', 'listenHttp', 'listenHttps', 'listenSecure', 'listenHttp2', 'listenOld'],
    ...['listenPath', 'listenPathOption', 'pipeHandle', 'serverHandle', 'bindingOfTcp'],
  ],
  processes: ['spawn', 'exec', 'signal', 'environment', 'flags'],
};

for (const [file, works] of Object.entries(WORKS_OUTSIDE))
  test(`${file} :: the attacks work outside`, async () => {
    const aims = await createTargets();
    const path = fileURLToPath(new URL(`attacks/${file}.cjs`, import.meta.url));
    const child = spawn(node.path, [OUTSIDE, path, NOT_OUTSIDE.join(), JSON.stringify(aims.args)], {
      stdio: ['ignore', 'pipe', 'ignore'],
      cwd: aims.folder,
    });
    const reached = [...(await text(child.stdout)).matchAll(/^reached (\w+)$/gm)].map(
      (match) => match[1] ?? '',
    );
    aims.close();
    assert.equal(
      works.filter((name) => !reached.includes(name)),
      [],
    );
    if (file === 'network')
      assert.equal([...new Set(aims.arrived)].sort(), ['TCP', 'UDP', 'Unix socket', 'visitor']);
  });

/** What the shell must end itself; the rest of that box is the same as the one before. */
const OF_THE_SHELL = ['loop', 'blocks', 'buffers', 'output', 'interval', 'leaves', 'leavesReally', 'aborts'];

for (const [walls, box] of Object.entries(boxes)) {
  for (const file of Object.keys(WORKS_OUTSIDE))
    test(`${file} :: nothing is reached :: ${walls}`, async () => {
      const { code, names } = attacks(file);
      const run = await runCode({
        box,
        code,
        names: names.map(({ name }) => name),
        args: [targets.args],
        limits: { wallMs: 30_000, cpuS: 20 },
      });
      assert.equal(run.ending, { kind: 'finished' });
      assert.is(run.outcomes.size, names.length);
      const reached = [...run.outcomes].filter(([, outcome]) => outcome.kind === 'value' && outcome.value);
      assert.equal(reached, []);
      assert.not.match(JSON.stringify([...run.outcomes]) + run.output, SECRET);
      assert.equal(targets.arrived, []);
      assert.is(listing(), untouched);
      assert.is(targets.victim.exitCode ?? targets.victim.signalCode, null);
      assert.is(getPriority(targets.victim.pid), 0);
    });

  test(`greedy :: each ends by its limit, in time :: ${walls}`, async () => {
    const { code, names: all } = attacks('greedy');
    const names = box.shell ? all.filter(({ name }) => OF_THE_SHELL.includes(name)) : all;
    const runs = await inLanes(
      names,
      ({ name, ends }) => runCode({ box, code, names: [name], limits: { wallMs: wallOf(ends) } }),
      { lanes: 4 },
    );
    names.forEach(({ name, ends }, index) => {
      const run = runs[index];
      const says = `${name} ended by ${run && how(run)}, not by ${ends}`;
      assert.ok(
        run && ends.split(' ').includes(how(run)),
        `${says}: ${JSON.stringify([run?.ending, ...(run?.outcomes.values() ?? [])]).slice(0, 600)}`,
      );
      assert.ok(run.used.wallMs < wallOf(ends) + SLACK_MS, `${name} took ${run.used.wallMs} ms`);
      assert.ok(run.output.length <= 200_000);
    });
    assert.equal(leftovers(), []);
  });

  if (box.shell) continue;
  test(`pollution :: spoils only the answer itself :: ${walls}`, async () => {
    const { code, names } = attacks('pollution');
    const honest = `${code}\nexports.honest = async () => 'honest';`;
    const runs = await inLanes(names, ({ name }) => runCode({ box, code: honest, names: [name, 'honest'] }), {
      lanes: 4,
    });
    names.forEach(({ name }, index) => {
      const run = runs[index];
      assert.ok(run && run.ending.kind !== 'broken', `${name}: ${JSON.stringify(run?.ending)}`);
      const outcome = run.outcomes.get('honest');
      assert.ok(
        outcome?.kind !== 'value' || outcome.value === 'honest',
        `${name}: ${JSON.stringify(outcome)}`,
      );
      assert.ok(run.used.wallMs < WALL_MS + SLACK_MS, `${name} took ${run.used.wallMs} ms`);
    });
    assert.equal(leftovers(), []);
  });
}

const wallOf = (ends: string): number => (ends.split(' ').includes('wall') ? WALL_MS : PATIENT_WALL_MS);

/** The limit, else how the run ended, else what came of its one call. */
function how({ ending, outcomes }: Run): string {
  if (ending.kind === 'limit') return ending.limit;
  return ending.kind === 'finished' ? ([...outcomes.values()][0]?.kind ?? '') : ending.kind;
}

test('parent :: its memory stays small', () => {
  const highestMb = process.resourceUsage().maxRSS / 1024;
  assert.ok(highestMb < 250, `${Math.round(highestMb)} MB, with the test runner and its TypeScript loader`);
});

test.run();
