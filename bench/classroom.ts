import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import type { Figures } from './all.ts';
import { median, spread, time } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'src/dist/classroom-main.js');

/** Seven days, hour by hour, for both cities. */
const WEEK =
  '/v1/air-quality?latitude=55.64152,39.9075&longitude=12.08035,116.39723&hourly=pm2_5&past_days=2&forecast_days=5';
const PLACE = '/v1/search?name=Roskilde&count=1';
const STARTS = 7;
const ROUNDS = 5;
const ALONE_REQUESTS = 1_000;
const LOAD_REQUESTS = 6_000;
const CONNECTIONS = 16;

/** Answers every request with the bytes of its standard input: the least that a server of Node can do. */
const BARE = `const { createServer } = require('node:http');
const { readFileSync } = require('node:fs');
const body = readFileSync(0);
createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
  response.end(body);
}).listen(Number(process.argv[1]), '127.0.0.1');`;

/** The classroom API against a bare `node:http` server that sends the same bytes to the same client, in turn. */
export async function bench(): Promise<Figures> {
  const starts: Starts = { classroom: [], node: [] };
  for (let start = 0; start < STARTS; start += 1) {
    starts.classroom.push(await measureStart());
    starts.node.push((await time(process.execPath, ['-e', '0'])).ms);
  }
  const classroom = await serve(classroomArgs);
  const body = await classroom.get(WEEK);
  const bare = await serve((port) => ['-e', BARE, String(port)], body);
  try {
    const ours: Round[] = [];
    const anchor: Round[] = [];
    // The first round warms both up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const pair = [await measureRound(classroom), await measureRound(bare)] as const;
      if (round === 0) continue;
      ours.push(pair[0]);
      anchor.push(pair[1]);
    }
    const places = await measurePlaces(classroom);
    return {
      name: `Classroom API, 7 days hourly for two places (${body.length} bytes, ${CONNECTIONS} connections)`,
      rows: [...startRows(starts), ...rowsOf(ours, anchor), ...places],
    };
  } finally {
    await Promise.all([classroom.stop(), bare.stop()]);
  }
}

interface Round {
  /** One request after the other. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** All connections busy. */
  readonly perSecond: number;
}

interface Starts {
  readonly classroom: number[];
  readonly node: number[];
}

function startRows({ classroom, node }: Starts): Figures['rows'] {
  return [
    { label: 'start to first answer', value: `${spread(classroom)}   goal <= 300 ms` },
    { label: 'node -e 0', value: spread(node) },
    { label: 'ratio', value: (median(classroom) / median(node)).toFixed(2) },
  ];
}

function rowsOf(ours: readonly Round[], anchor: readonly Round[]): Figures['rows'] {
  const middle = (rounds: readonly Round[], figure: keyof Round): number =>
    median(rounds.map((round) => round[figure]));
  const alone = (rounds: readonly Round[]): string =>
    `${middle(rounds, 'p50Ms').toFixed(2)} ms, p99 ${middle(rounds, 'p99Ms').toFixed(2)} ms`;
  const load = (rounds: readonly Round[]): string => `${Math.round(middle(rounds, 'perSecond'))} a second`;
  const ratio = (figure: keyof Round): string => (middle(ours, figure) / middle(anchor, figure)).toFixed(2);
  return [
    { label: 'one answer, p50', value: `${alone(ours)}   goal <= 2 ms` },
    { label: 'bare node:http', value: alone(anchor) },
    { label: 'ratio', value: ratio('p50Ms') },
    { label: 'requests', value: `${load(ours)}   goal >= 3000` },
    { label: 'bare node:http', value: load(anchor) },
    { label: 'ratio', value: ratio('perSecond') },
  ];
}

async function measureStart(): Promise<number> {
  const startedMs = performance.now();
  const server = await serve(classroomArgs);
  await server.get(WEEK);
  const tookMs = performance.now() - startedMs;
  await server.stop();
  return tookMs;
}

async function measureRound(server: Served): Promise<Round> {
  const tookMs: number[] = [];
  for (let count = 0; count < ALONE_REQUESTS; count += 1) tookMs.push(await timed(() => server.get(WEEK)));
  const loadMs = await timed(() => inParallel(LOAD_REQUESTS, () => server.get(WEEK)));
  return {
    p50Ms: median(tookMs),
    p99Ms: tookMs.sort((a, b) => a - b)[Math.floor(ALONE_REQUESTS * 0.99)] ?? Number.NaN,
    perSecond: (LOAD_REQUESTS / loadMs) * 1_000,
  };
}

/** The place data is unpacked at the first search. */
async function measurePlaces(server: Served): Promise<Figures['rows']> {
  const before = server.memoryMb();
  const firstMs = await timed(() => server.get(PLACE));
  const tookMs: number[] = [];
  for (let count = 0; count < 300; count += 1) tookMs.push(await timed(() => server.get(PLACE)));
  return [
    { label: 'first place search', value: `${Math.round(firstMs)} ms` },
    { label: 'place search, p50', value: `${median(tookMs).toFixed(2)} ms   goal <= 5 ms` },
    { label: 'memory', value: `${before} MB, with places ${server.memoryMb()} MB` },
  ];
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await act();
  return performance.now() - startedMs;
}

async function inParallel(count: number, act: () => Promise<unknown>): Promise<void> {
  const left = { count };
  const lane = async (): Promise<void> => {
    while (left.count > 0) {
      left.count -= 1;
      await act();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
}

interface Served {
  get(path: string): Promise<Buffer>;
  memoryMb(): number;
  stop(): Promise<void>;
}

function classroomArgs(port: number): readonly string[] {
  return [program, '--port', String(port), '--quiet'];
}

/** Starts a server in its own process and waits until it takes a connection. */
async function serve(argsFor: (port: number) => readonly string[], input?: Buffer): Promise<Served> {
  const port = await freePort();
  const child = spawn(process.execPath, [...argsFor(port)], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin.end(input);
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS });
  const get = async (path: string): Promise<Buffer> => {
    const { statusCode, body } = await pool.request({ path, method: 'GET' });
    const bytes = Buffer.from(await body.arrayBuffer());
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${bytes}`);
    return bytes;
  };
  await untilAnswering(get);
  return {
    get,
    memoryMb: () => residentMb(child.pid),
    stop: async () => {
      await pool.close();
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const START_LIMIT_MS = 30_000;

async function untilAnswering(get: (path: string) => Promise<unknown>): Promise<void> {
  for (const endMs = performance.now() + START_LIMIT_MS; ; ) {
    try {
      await get(WEEK);
      return;
    } catch (error) {
      if (performance.now() > endMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function residentMb(pid: number | undefined): number {
  try {
    const pages = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(pages) / 1024);
  } catch {
    return Number.NaN;
  }
}
