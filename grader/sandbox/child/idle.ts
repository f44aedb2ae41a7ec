import type { Task, VirtualClock } from './clock.ts';

// Real time, kept from before the virtual clock takes its place.
const soon = setImmediate;
const every = setInterval;

const PACE_MS = 50;
/** So often the pace must find that nothing came to rest before it lets virtual time pass. */
const PATIENCE = 4;

export interface Waiting {
  /** Requests without an answer. */
  readonly requests: () => number;
  /** Nothing is left that could go on. */
  readonly onStuck: () => void;
  /** Only requests are left, and no timer would end the wait. */
  readonly onSilence: () => void;
}

/**
 * Lets the clock jump whenever the process has come to rest. Node says so itself: `beforeExit` comes when no callback,
 * file, compression or other work is left, so nothing that takes real time is ever overtaken.
 *
 * A process that never rests (it polls with `setImmediate`, or holds a port open) still gets its timers: after 200 ms
 * without `progress` virtual time passes as fast as real time.
 */
export function watchIdle(
  clock: VirtualClock,
  { requests, onStuck, onSilence }: Waiting,
): { progress: () => void } {
  const state = { restless: 0 };
  const run = (tasks: readonly Task[]): void => {
    // One turn for each, as Node runs timers: what one of them queues comes before the next.
    for (const task of tasks) soon(() => clock.remove(task) && task.run());
  };
  process.on('beforeExit', () => {
    state.restless = 0;
    // Keeps the process until what the handlers start has run.
    soon(() => {});
    if (!clock.keepsAlive && requests() === 0) onStuck();
    else if (clock.isEmpty) onSilence();
    else run(clock.jump());
  });
  every(() => {
    state.restless += 1;
    if (state.restless > PATIENCE) run(clock.pass(PACE_MS));
  }, PACE_MS).unref();
  return {
    progress: () => {
      state.restless = 0;
    },
  };
}
