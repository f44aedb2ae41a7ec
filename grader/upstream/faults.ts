import type { FaultName } from '../exercise.ts';
import type { UpstreamReply, UpstreamRequest } from '../sandbox/run.ts';

type Upstream = (request: UpstreamRequest) => UpstreamReply;

/** How long the service refuses, and says so in Retry-After. Virtual time: nobody waits for it. */
const RETRY_AFTER_MS = 2_000;
const SLOW_MS = 3_000;

/**
 * Puts trouble before an upstream, the same for the same seed. Times are the child's virtual ones.
 *
 * - `429`: refused from the first request on until Retry-After has passed, with Open-Meteo's words.
 * - `503`, `hang`, `cut`: the first request for each place fails (overloaded, never answered, ends in the middle),
 *   later ones work. For each place, so that a cell of a notebook that tries one city does not use up the trouble.
 * - `slow`: every answer comes after 3 s.
 */
export function withFault(fault: FaultName | undefined, upstream: Upstream, seed: number): Upstream {
  switch (fault) {
    case undefined:
      return upstream;
    case '429':
      return limited(upstream);
    case '503':
      return onFirstOfEach(upstream, () => refusal(503, 'The service is overloaded', { 'retry-after': '1' }));
    case 'hang':
      return onFirstOfEach(upstream, () => ({ kind: 'hang' }));
    case 'cut':
      return onFirstOfEach(upstream, (request) => cut(upstream(request), seed));
    case 'slow':
      return (request) => delayed(upstream(request));
  }
}

function limited(upstream: Upstream): Upstream {
  const first: { atMs?: number } = {};
  return (request) => {
    first.atMs ??= request.atMs;
    const leftMs = first.atMs + RETRY_AFTER_MS - request.atMs;
    if (leftMs <= 0) return upstream(request);
    return refusal(429, 'Minutely API request limit exceeded. Please try again in one minute.', {
      'retry-after': String(Math.ceil(leftMs / 1000)),
    });
  };
}

function onFirstOfEach(upstream: Upstream, trouble: (request: UpstreamRequest) => UpstreamReply): Upstream {
  const seen = new Set<string>();
  return (request) => {
    const place = placeOf(request);
    if (seen.has(place)) return upstream(request);
    seen.add(place);
    return trouble(request);
  };
}

/** What a second try has in common with the first, whatever else is in the URL or the form. */
function placeOf({ url, body }: UpstreamRequest): string {
  const query = new URLSearchParams(`${url.split('?')[1] ?? ''}&${body}`);
  return ['latitude', 'longitude'].map((name) => query.getAll(name).join()).join(';');
}

function refusal(status: number, reason: string, headers: Readonly<Record<string, string>>): UpstreamReply {
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify({ error: true, reason }),
  };
}

/** Between a third and two thirds of the body, so inside the numbers. */
function cut(reply: UpstreamReply, seed: number): UpstreamReply {
  if (reply.kind !== 'answer') return reply;
  const bytes = typeof reply.body === 'string' ? Buffer.byteLength(reply.body) : reply.body.byteLength;
  return { ...reply, cutAt: Math.floor((bytes * (100 + (((seed % 100) + 100) % 100))) / 300) };
}

const delayed = (reply: UpstreamReply): UpstreamReply =>
  reply.kind === 'answer' ? { ...reply, delayMs: (reply.delayMs ?? 0) + SLOW_MS } : reply;
