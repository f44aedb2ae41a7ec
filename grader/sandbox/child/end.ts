import type { Channel } from './channel.ts';
import { failureOf } from './failure.ts';

const leave = process.reallyExit.bind(process);

/** Says how the run ended, and ends the process at once; `used` only says what it took. */
export interface End {
  (message: object): never;
  readonly used: () => void;
}

/** The ways in which a process ends before its work is done: each is said with the place where it happened. */
export function watchEnd(channel: Channel, elapsedMs: () => number): End {
  const used = (): void => {
    const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    channel.say({ kind: 'used', virtualMs: elapsedMs(), rssMb });
  };
  const end: End = Object.assign(
    (message: object) => {
      used();
      channel.say(message);
      return leave(0);
    },
    { used },
  );
  const crash = (thrown: unknown): never => end({ kind: 'crashed', failure: failureOf(thrown) });
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  process.exit = (code) => end({ kind: 'exited', code: Number(code ?? 0), stack: String(new Error().stack) });
  return end;
}
