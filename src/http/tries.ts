import { UsageError } from '../errors.ts';
import { decompressed, isJson, promisesJson, textOf } from './body.ts';
import type { Try } from './exchange.ts';
import { failureOf, isWrongRequest } from './failure.ts';
import type { Ending, Outcome, Received } from './outcome.ts';
import type { Outgoing } from './request.ts';
import { type TryOutcome, waitMs } from './retry.ts';
import { maskUrl } from './secrets.ts';
import type { Incoming, Transport } from './transport.ts';

/** What a client is made of. */
export interface Tools {
  readonly transport: Transport;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly isOnline: () => boolean;
  readonly maxWaitMs: number;
  readonly maxBytes: number;
}

export interface TryRules {
  readonly timeoutMs: number;
  readonly retries: number;
  readonly redirects: number;
  readonly cache: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Asks, and asks again while the rules allow it. undici's own retry handler is not used: it goes on with a cut body only
 * when the server knows ranges, does not see JSON that was cut politely, and cannot be stopped while it waits.
 *
 * @throws the reason of the caller's signal; UsageError for a request that cannot be written.
 */
export async function askUntilAnswered(request: Outgoing, rules: TryRules, tools: Tools): Promise<Outcome> {
  const signal = rules.signal ?? new AbortController().signal;
  const startedMs = tools.now();
  const tries: Try[] = [];
  for (;;) {
    const tryStartedMs = tools.now();
    const ending = await askOnce(request, { ...rules, signal }, tools);
    const nowMs = tools.now();
    const wait = waitMs(
      { method: request.method, retries: rules.retries, maxWaitMs: tools.maxWaitMs },
      { outcome: tryOutcome(ending), tries: tries.length + 1, nowMs, random: tools.random() },
    );
    const done = { outcome: inWords(ending), ms: nowMs - tryStartedMs };
    tries.push(wait === undefined ? done : { ...done, waitMs: wait });
    if (wait === undefined) return { request, ending, tries, ms: nowMs - startedMs };
    // What was cut may be in the cache by now.
    if (ending.kind === 'answered' && ending.received.brokenJson) await tools.transport.forget(request);
    await tools.sleep(wait, signal);
  }
}

async function askOnce(
  request: Outgoing,
  rules: TryRules & { signal: AbortSignal },
  { transport, isOnline, maxBytes }: Tools,
): Promise<Ending> {
  const { signal, timeoutMs } = rules;
  signal.throwIfAborted();
  const stop = new AbortController();
  const pass = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', pass, { once: true });
  const limit: { timer?: NodeJS.Timeout } = {};
  try {
    const incoming = await transport.send(request, {
      signal: stop.signal,
      useCache: rules.cache,
      redirects: rules.redirects,
      // From here on, not from the call: waiting for one's turn is no fault of the server.
      onSent: () => {
        limit.timer ??= setTimeout(() => stop.abort(new TimeLimitError()), timeoutMs);
      },
    });
    return { kind: 'answered', received: receivedFrom(incoming, maxBytes) };
  } catch (error) {
    signal.throwIfAborted();
    if (isWrongRequest(error)) throw wrongRequest(request, error);
    return { kind: 'failed', failure: failureOf(error, { url: request.url, timeoutMs, isOnline }) };
  } finally {
    clearTimeout(limit.timer);
    signal.removeEventListener('abort', pass);
  }
}

const wrongRequest = ({ method, url }: Outgoing, error: Error): UsageError =>
  new UsageError(
    `${method} ${maskUrl(url.href)} cannot be sent: ${error.message}.`,
    'Look at the headers: a name has no spaces, and a value no line breaks.',
    'HTTP_REQUEST',
  );

class TimeLimitError extends Error {
  readonly code = 'AIRLAB_TIMEOUT';
}

function receivedFrom(incoming: Incoming, maxBytes: number): Received {
  const body = decompressed(incoming.bytes, incoming.headers['content-encoding'], maxBytes);
  const type = incoming.headers['content-type'];
  const text = textOf(body, type);
  const brokenJson = incoming.status === 200 && body.length > 0 && promisesJson(type) && !isJson(text);
  return { ...incoming, body, text, brokenJson };
}

function tryOutcome(ending: Ending): TryOutcome {
  if (ending.kind === 'failed') return { kind: 'trouble', passing: ending.failure.passing };
  const { status, headers, brokenJson } = ending.received;
  if (brokenJson) return { kind: 'trouble', passing: true };
  return { kind: 'status', status, retryAfter: headers['retry-after'] };
}

function inWords(ending: Ending): string {
  if (ending.kind === 'failed') return ending.failure.says;
  const { status, statusText, brokenJson } = ending.received;
  return `${status} ${statusText}${brokenJson ? ', JSON cut off' : ''}`.trim();
}
