import type { Channel } from './channel.ts';
import { failureOf } from './failure.ts';

const leave = process.reallyExit.bind(process);

/** Says how the run ended, and ends it at once. */
export type End = (message?: object) => never;

/** The ways in which a process ends before its work is done: each is said with the place where it happened. */
export function watchEnd(channel: Channel, elapsedMs: () => number): End {
  const end: End = (message) => {
    const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    channel.say({ kind: 'used', virtualMs: elapsedMs(), rssMb });
    if (message) channel.say(message);
    return leave(0);
  };
  const crash = (thrown: unknown): never => end({ kind: 'crashed', failure: failureOf(thrown) });
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  process.exit = (code) => end({ kind: 'exited', code: Number(code ?? 0), stack: String(new Error().stack) });
  return end;
}
