import { answer as answerApi } from '../../src/classroom/answer.ts';
import type { Upstream, World } from '../exercise.ts';

/**
 * The upstream of most trials: the classroom API on the trial's data, for Open-Meteo's hosts and for loopback.
 *
 * @example openMeteo(world)(request) // { kind: 'answer', status: 200, … }
 */
export function openMeteo(world: World): Upstream {
  return ({ method, origin, url, headers, body }) => {
    const { host, hostname } = new URL(origin);
    if (!isServed(hostname))
      return {
        kind: 'answer',
        status: 502,
        headers: { 'content-type': 'text/plain' },
        body: closed(hostname),
      };
    const response = answerApi({ method, host, url, headers, body }, world);
    return { kind: 'answer', status: response.status, headers: response.headers, body: response.body };
  };
}

/** The same on a clock that goes on while the answer runs: an hour may end between two requests. */
export const movingOpenMeteo =
  (world: World): Upstream =>
  (request) =>
    openMeteo({ ...world, nowMs: world.nowMs + request.atMs })(request);

const isServed = (hostname: string): boolean =>
  hostname === 'open-meteo.com' ||
  hostname.endsWith('.open-meteo.com') ||
  ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

const closed = (hostname: string): string =>
  `${hostname} cannot be reached while grading: only Open-Meteo answers, on sealed data.\n`;
