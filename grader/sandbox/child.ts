import { createRequire, isBuiltin, syncBuiltinESMExports } from 'node:module';
import { compileFunction, constants } from 'node:vm';
import { Calls, type Loaded } from './child/calls.ts';
import { Channel } from './child/channel.ts';
import { VirtualClock } from './child/clock.ts';
import { connector } from './child/connect.ts';
import { putDates } from './child/dates.ts';
import { type End, watchEnd } from './child/end.ts';
import { watchIdle } from './child/idle.ts';
import { Service } from './child/service.ts';
import { putTimers } from './child/timers.ts';
import { raiseWalls } from './child/walls.ts';
import { type Assignment, CHANNEL_FD } from './messages.ts';

/** Runs one answer: walls first, then the clock, then the student's code. Everything leaves through the channel. */
async function main(): Promise<void> {
  const channel = new Channel(CHANNEL_FD);
  const { head, bytes } = channel.assignment();
  const clock = new VirtualClock({
    limitMs: head.virtualMs,
    onLimit: () => waited(service, end, head.virtualMs),
  });
  const end = watchEnd(channel, () => clock.nowMs);
  const service = new Service({
    ask: (request) => {
      idle.progress();
      return channel.ask({ kind: 'request', ...request, atMs: clock.nowMs });
    },
    dateMs: () => head.nowMs + clock.nowMs,
    elapsedMs: () => clock.nowMs,
    after: (ms, run) => void clock.add(ms, run),
  });
  raiseWalls(connector(clock, service.serve));
  putDates({ dateMs: () => head.nowMs + clock.read(), elapsedMs: () => clock.read() });
  putTimers(clock);
  syncBuiltinESMExports();
  channel.say({ kind: 'ready' });

  const calls = new Calls(channel, load(head, bytes));
  const idle = watchIdle(clock, {
    requests: () => service.pending.length,
    onStuck: () => calls.abandon('its promise never settles: nothing is left that it could wait for'),
    onSilence: () => waited(service, end, head.virtualMs),
  });
  await calls.run(head.calls);
  end();
}

/** The virtual clock has reached its end. What was asked for first and never came is named. */
function waited(service: Service, end: End, untilMs: number): never {
  const [oldest] = service.pending;
  if (oldest === undefined) return end({ kind: 'waited', forMs: untilMs });
  return end({ kind: 'waited', request: oldest.index, forMs: untilMs - oldest.sinceMs });
}

function load({ path }: Assignment, code: Buffer): Loaded {
  const module = { exports: {} };
  try {
    const body = compileFunction(
      code.toString(),
      ['exports', 'require', 'module', '__filename', '__dirname'],
      {
        filename: path,
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      },
    );
    Reflect.apply(body, module.exports, [module.exports, builtins, module, path, '.']);
    return { exports: module.exports };
  } catch (thrown) {
    return { thrown };
  }
}

const nodeRequire = createRequire(__filename);

/** Everything else is inside the compiled answer already. */
function builtins(name: string): unknown {
  if (isBuiltin(name)) return nodeRequire(name);
  throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
}

void main();
