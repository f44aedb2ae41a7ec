import { randomBytes } from 'node:crypto';
import type { World } from '../classroom/answer.ts';
import { createEventStreams, type EventStreams } from './event-stream.ts';
import { createMeter, type Meter } from './protocols/meter.ts';

/** What the services get from outside, so that tests can hold the clock and the network. */
export interface Surroundings {
  readonly world: () => World;
  /** A clock that only goes forward, milliseconds: limits and logs use it. */
  readonly clockMs: () => number;
  /** The clock of this machine, milliseconds since 1970: clients read dates in headers by it. */
  readonly wallMs: () => number;
  /** Makes a secret that nobody can guess. */
  readonly newToken: () => string;
  /** How a composite service asks another one. */
  readonly fetchUrl: typeof fetch;
  readonly trouble: (error: unknown) => void;
  readonly streams: EventStreams;
  readonly meter: Meter;
}

/** The surroundings of a real server, where `given` does not say otherwise. */
export function surroundingsOf(given: Pick<Surroundings, 'world'> & Partial<Surroundings>): Surroundings {
  return {
    clockMs: () => performance.now(),
    wallMs: () => Date.now(),
    newToken: () => randomBytes(18).toString('base64url'),
    fetchUrl: fetch,
    trouble: () => undefined,
    streams: createEventStreams(),
    meter: createMeter(),
    ...given,
  };
}
