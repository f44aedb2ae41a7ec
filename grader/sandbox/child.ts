import { createRequire, isBuiltin, syncBuiltinESMExports } from 'node:module';
import { compileFunction, constants } from 'node:vm';
import { Calls, type Loaded } from './child/calls.ts';
import { Channel } from './child/channel.ts';
import { VirtualClock } from './child/clock.ts';
import { connector } from './child/connect.ts';
import { putDates } from './child/dates.ts';
import { Dispatcher } from './child/dispatcher.ts';
import { type End, watchEnd } from './child/end.ts';
import { Exchanges } from './child/exchanges.ts';
import { putFetch } from './child/fetch.ts';
import { watchIdle } from './child/idle.ts';
import { Listeners } from './child/listeners.ts';
import { Service } from './child/service.ts';
import type { VirtualSocket } from './child/sockets.ts';
import { putTimers } from './child/timers.ts';
import { Visits } from './child/visits.ts';
import { raiseWalls } from './child/walls.ts';
import { type Assignment, CHANNEL_FD } from './messages.ts';

/** V8's default of ten ends inside a library. */
const STACK_LINES = 30;

/**
 * Runs answers, one assignment after another: walls first, then the clock, then the student's code. Everything leaves
 * through the channel. All that needs no assignment is done before one comes, so that a child can be started ahead of
 * its work. Between two assignments the process stands still.
 */
async function main(): Promise<void> {
  Error.stackTraceLimit = STACK_LINES;
  const channel = new Channel(CHANNEL_FD);
  const now: { assignment?: Assignment; calls?: Calls } = {};
  const startMs = (): number => now.assignment?.nowMs ?? 0;
  const clock = new VirtualClock({ onLimit: (limitMs) => waited(exchanges, end, limitMs) });
  const end = watchEnd(channel, () => clock.nowMs);
  const exchanges = new Exchanges({
    ask: (request) => {
      idle.progress();
      return channel.ask({ kind: 'request', ...request, atMs: clock.nowMs });
    },
    dateMs: () => startMs() + clock.nowMs,
    elapsedMs: () => clock.nowMs,
    after: (ms, run) => void clock.add(ms, run),
  });
  const listeners = new Listeners();
  const service = new Service(exchanges);
  const serve = (socket: VirtualSocket): void =>
    (listeners.at(socket.origin)?.receive ?? service.serve)(socket);
  raiseWalls({ connect: connector(clock, serve), listen: listeners.listen });
  putFetch(new Dispatcher(exchanges), (url) => listeners.at(url) !== undefined);
  putTimers(clock);
  putDates({ dateMs: () => startMs() + clock.read(), elapsedMs: () => clock.read() });
  syncBuiltinESMExports();
  const idle = watchIdle(clock, {
    requests: () => exchanges.pending.length,
    onStuck: () => now.calls?.abandon(STUCK),
    onSilence: () => waited(exchanges, end, clock.limitMs),
  });
  const load = loader();
  for (;;) {
    const { head, bytes } = channel.assignment();
    now.assignment = head;
    clock.restart(head.virtualMs);
    exchanges.forget();
    listeners.begin(head.calls.some(({ visits }) => visits !== undefined));
    idle.progress();
    channel.say({ kind: 'ready' });
    now.calls = new Calls(channel, load(head, bytes), new Visits(clock, listeners));
    await now.calls.run(head.calls);
    end.used();
  }
}

const STUCK = 'its promise never settles: nothing is left that it could wait for';

/** The virtual clock has reached its end. What was asked for first and never came is named. */
function waited(exchanges: Exchanges, end: End, untilMs: number): never {
  const [oldest] = exchanges.pending;
  if (oldest === undefined) return end({ kind: 'waited', forMs: untilMs });
  return end({ kind: 'waited', request: oldest.index, forMs: untilMs - oldest.sinceMs });
}

/**
 * Runs the answer's code with a module of its own. A child that is shared gets the same code again and again; compiling
 * it once is half of the time that an answer with a large library takes.
 */
function loader(): (assignment: Assignment, code: Buffer) => Loaded {
  const last: { code?: Buffer; body?: Body } = {};
  return ({ path }, code) => {
    const module = { exports: {} };
    try {
      if (last.body === undefined || !last.code?.equals(code)) last.body = compiled(path, code);
      last.code = code;
      Reflect.apply(last.body, module.exports, [module.exports, builtins, module, path, '.']);
      return { exports: module.exports };
    } catch (thrown) {
      return { thrown };
    }
  };
}

type Body = ReturnType<typeof compileFunction>;

const compiled = (path: string, code: Buffer): Body =>
  compileFunction(code.toString(), ['exports', 'require', 'module', '__filename', '__dirname'], {
    filename: path,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });

const nodeRequire = createRequire(__filename);

/** Everything else is inside the compiled answer already. */
function builtins(name: string): unknown {
  if (isBuiltin(name)) return nodeRequire(name);
  throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
}

void main();
