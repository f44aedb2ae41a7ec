import { OutsideError } from '../../../src/errors.ts';
import { nextFreePort, portOnLoopback } from '../../../src/lab/ports.ts';
import { FIRST_PORT } from '../server/addresses.ts';

/**
 * The first free port that a join code has room for.
 *
 * @throws OutsideError `NO_PORT`
 */
export async function freePort(): Promise<number> {
  const port = await nextFreePort({ first: FIRST_PORT, check: portOnLoopback, tries: 200 });
  if (port !== undefined) return port;
  throw new OutsideError(
    `No port from ${FIRST_PORT} on is free.`,
    'End what holds them, or name another one with --port.',
    'NO_PORT',
  );
}

/** @throws OutsideError `PORT_TAKEN` */
export async function mustBeFree(port: number): Promise<void> {
  const state = await portOnLoopback(port);
  if (state === 'free') return;
  throw new OutsideError(
    state === 'taken' ? `Port ${port} is taken by another program.` : `Port ${port} may not be used by you.`,
    'End that program, or name another port: grade compete NAME --port 8900. Students then need the new code.',
    'PORT_TAKEN',
  );
}
