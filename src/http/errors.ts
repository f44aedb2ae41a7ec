import { AirlabError, type ErrorDetails } from '../errors.ts';
import type { Exchange } from './exchange.ts';

/** What every HTTP error carries besides code, trouble and hint. */
export interface HttpErrorDetails extends ErrorDetails {
  readonly exchange: Exchange;
}

/**
 * Base of all errors of `http`. The message names the method and the URL (keys masked) and what came instead of an
 * answer; `exchange` is the whole conversation as far as it went.
 *
 * @example
 * try { await http.get(url) } catch (error) {
 *   if (isHttpError(error)) console.log(error.status, error.body, error.hint)
 * }
 */
export class HttpError extends AirlabError {
  override readonly name: string = 'HttpError';
  readonly method: string;
  /** With keys masked. */
  readonly url: string;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  /** The first lines of the answer's body, keys masked; undefined when no answer came. */
  readonly body: string | undefined;
  /** How often it was tried. */
  readonly attempts: number;
  /** Request and response as people read them. */
  declare readonly exchange: Exchange;

  constructor(message: string, { exchange, ...details }: HttpErrorDetails) {
    super(message, details);
    this.method = exchange.request.method;
    this.url = exchange.request.url;
    this.status = exchange.response?.status;
    this.body = exchange.response?.body.slice(0, EXCERPT_CHARACTERS);
    this.attempts = exchange.tries.length;
    // Not enumerable, so that an error printed by Node or Jupyter stays short.
    Object.defineProperty(this, 'exchange', { value: exchange });
  }
}

const EXCERPT_CHARACTERS = 500;

/** The server answered with a status that is no success: 4xx (yours), 429 and 5xx (theirs). */
export class StatusError extends HttpError {
  override readonly name: string = 'StatusError';
  declare readonly status: number;
  declare readonly body: string;
  /** For 429 and 503: how long the server asks you to wait, in milliseconds, when it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, details: HttpErrorDetails & { readonly retryAfterMs?: number | undefined }) {
    super(message, details);
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** No complete answer came within the time limit of a try. */
export class TimeoutError extends HttpError {
  override readonly name: string = 'TimeoutError';
}

/** What went wrong between here and the server. */
export type NetworkTrouble =
  | 'offline'
  | 'dns'
  | 'refused'
  | 'reset'
  | 'cut'
  | 'tls'
  | 'too large'
  | 'redirect loop'
  | 'other';

/** The server could not be reached, or the connection broke. */
export class NetworkError extends HttpError {
  override readonly name: string = 'NetworkError';
  readonly kind: NetworkTrouble;

  constructor(message: string, details: HttpErrorDetails & { readonly kind: NetworkTrouble }) {
    super(message, details);
    this.kind = details.kind;
  }
}

/** The answer came, but it is not what it should be: cut JSON, a web page instead of JSON, an unexpected shape. */
export class ParseError extends HttpError {
  override readonly name: string = 'ParseError';
}

/** Narrows by shape, because `instanceof` fails when airlab was loaded twice (a notebook that reloads it). */
export function isHttpError(error: unknown): error is HttpError {
  return error instanceof Error && 'hint' in error && 'exchange' in error && 'attempts' in error;
}
