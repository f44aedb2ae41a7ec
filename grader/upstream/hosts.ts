import type { Upstream } from '../exercise.ts';
import type { UpstreamReply } from '../sandbox/run.ts';

/** What is asked of one service. */
export interface ServiceAsk {
  readonly method: string;
  /** From the service's own root, without the query: `/jokes/dad/ten`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** What a service says: a text as it is, anything else as JSON. */
export interface ServiceReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A service of an exercise, under its real name and where the classroom server has it. */
export interface ServedHost {
  /** `official-joke-api.appspot.com` */
  readonly host: string;
  /** First part of its paths on this machine: `/jokes`. */
  readonly local: string;
  readonly answer: (ask: ServiceAsk) => ServiceReply;
}

/**
 * The upstream of an exercise that asks other services than Open-Meteo. Pure but for the services themselves.
 *
 * @example
 * upstream: (world) => hosts([{ host: 'api.frankfurter.dev', local: '/rates', answer: ratesOf(world) }])
 */
export function hosts(served: readonly ServedHost[]): Upstream {
  // `/jokes/v2` lies in `/jokes`, so the longest comes first.
  const byLength = [...served].sort((a, b) => b.local.length - a.local.length);
  return ({ method, origin, url }) => {
    const { hostname } = new URL(origin);
    const { pathname, searchParams } = new URL(url, origin);
    const query = Object.fromEntries(searchParams);
    const byName = served.find(({ host }) => host === hostname);
    if (byName) return sent(byName.answer({ method, path: pathname, query }));
    const here = LOOPBACK.includes(hostname)
      ? byLength.find(({ local }) => pathname.startsWith(`${local}/`))
      : undefined;
    if (here) return sent(here.answer({ method, path: pathname.slice(here.local.length), query }));
    const known = served.map(({ host }) => host).join(', ');
    return sent({
      status: 502,
      body: `${hostname} cannot be reached while grading. These answer: ${known}.\n`,
    });
  };
}

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

function sent({ status, body, headers = {} }: ServiceReply): UpstreamReply {
  const [type, text] =
    typeof body === 'string'
      ? ['text/html; charset=utf-8', body]
      : ['application/json; charset=utf-8', JSON.stringify(body)];
  return { kind: 'answer', status, headers: { 'content-type': type, ...headers }, body: text };
}
