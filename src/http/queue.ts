import type { Dispatcher } from 'undici';
import type { Limiter } from './limit.ts';
import { isSecretHeader } from './secrets.ts';

/** A request as it reached the network, with the status of its answer. */
export interface NetworkRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  status?: number;
}

export interface QueueOptions {
  readonly limiter: Limiter;
  readonly signal: AbortSignal;
  /** Where the request was addressed to; secrets go nowhere else. */
  readonly origin: string;
  /** Filled in as requests reach the network. */
  readonly asked: NetworkRequest[];
  readonly onSent: () => void;
}

/**
 * An undici interceptor: waits for the request's turn at its host. It belongs below the cache, so that an answer that
 * is kept needs no turn.
 */
export function queued({
  limiter,
  signal,
  origin,
  asked,
  onSent,
}: QueueOptions): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    const target = String(options.origin);
    const all = headerFields(options.headers);
    const headers = target === origin ? all : withoutSecrets(all);
    const start = (leave: () => void): void => {
      // undici reports no end for a request that is still connecting.
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
      const done = (): void => {
        signal.removeEventListener('abort', leave);
        leave();
      };
      const entry = { method: options.method, url: new URL(options.path, target).href, headers };
      asked.push(entry);
      onSent();
      try {
        dispatch({ ...options, headers }, observed(handler, entry, done));
      } catch (error) {
        done();
        throw error;
      }
    };
    limiter
      .enter(target, signal)
      .then(start)
      .catch((error) => handler.onResponseError?.(stopped(error), error));
    return true;
  };
}

function observed(
  handler: Dispatcher.DispatchHandler,
  entry: NetworkRequest,
  done: () => void,
): Dispatcher.DispatchHandler {
  return {
    onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
    onRequestUpgrade: (...all) => handler.onRequestUpgrade?.(...all),
    onResponseStart(controller, status, headers, statusText) {
      entry.status = status;
      return handler.onResponseStart?.(controller, status, headers, statusText);
    },
    onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
    onResponseEnd(controller, trailers) {
      done();
      return handler.onResponseEnd?.(controller, trailers);
    },
    onResponseError(controller, error) {
      done();
      return handler.onResponseError?.(controller, error);
    },
  };
}

const stopped = (reason: Error): Dispatcher.DispatchController => ({
  aborted: true,
  paused: false,
  reason,
  abort: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
});

/** undici drops `authorization` and `cookie` when a redirect leaves the host, but knows nothing of API keys. */
const withoutSecrets = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !isSecretHeader(name)));

/** After a redirect undici gives headers as a flat list, after its cache as an object. */
function headerFields(headers: Dispatcher.DispatchOptions['headers']): Record<string, string> {
  if (!headers) return {};
  if (!Array.isArray(headers))
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return Object.fromEntries(
    headers.flatMap((name, index) =>
      index % 2 === 0 ? [[String(name), String(headers[index + 1])] as const] : [],
    ),
  );
}
