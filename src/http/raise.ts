import type { Trouble } from '../errors.ts';
import { type HttpError, NetworkError, ParseError, StatusError, TimeoutError } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { span } from './exchange-text.ts';
import type { Failure } from './failure.ts';
import { retryAfterMs } from './retry.ts';

/** The error for a request that brought no answer. */
export function failureError(exchange: Exchange, failure: Failure): HttpError {
  const { kind, says, hint, cause } = failure;
  const message = `${asked(exchange)} ${says}${afterTries(exchange)}.`;
  const details = { trouble: 'theirs', hint, cause, exchange } as const;
  if (kind === 'timeout') return new TimeoutError(message, { ...details, code: 'HTTP_TIMEOUT' });
  const code = kind === 'other' ? 'HTTP_NETWORK' : `HTTP_${kind.toUpperCase().replace(' ', '_')}`;
  return new NetworkError(message, { ...details, code, kind });
}

/** The error for a status that is no success. `reason` is what the server says about it. */
export function statusError(
  exchange: Exchange,
  { nowMs, reason }: { nowMs: number; reason?: string },
): StatusError {
  const { status = 0, statusText = '', headers = {} } = exchange.response ?? {};
  const waitMs = retryAfterMs(headers['retry-after'], nowMs);
  const words = reason ?? reasonIn(exchange.response?.body ?? '');
  const answered = `${asked(exchange)} answered ${status} ${statusText}`.trimEnd();
  return new StatusError(`${answered}${afterTries(exchange)}${words ? `: ${words}` : '.'}`, {
    code: status === 429 ? 'HTTP_TOO_MANY_REQUESTS' : status < 400 ? 'HTTP_REDIRECTS' : 'HTTP_STATUS',
    trouble: whose(status),
    hint: statusHint(status, waitMs),
    exchange,
    retryAfterMs: waitMs,
  });
}

/** The error for a body that is no JSON. */
export function jsonError(exchange: Exchange, cause: unknown): ParseError {
  const body = exchange.response?.body ?? '';
  const type = exchange.response?.headers['content-type'] ?? 'no content type';
  const details = { trouble: 'theirs', cause, exchange } as const;
  if (body.trim() === '')
    return new ParseError(`${asked(exchange)} answered with an empty body where JSON was expected.`, {
      ...details,
      code: 'HTTP_EMPTY',
      hint: 'Look at answer.status: 204 and HEAD have no body. Are all parameters given?',
    });
  if (/^\s*</.test(body))
    return new ParseError(`${asked(exchange)} answered with a web page (${type}) where JSON was expected.`, {
      ...details,
      code: 'HTTP_NOT_JSON',
      hint: 'Look at the URL: is it the address of the API, not of its website? A café login page looks like this too.',
    });
  return new ParseError(`${asked(exchange)} answered with JSON that is cut or broken.`, {
    ...details,
    code: 'HTTP_BROKEN_JSON',
    hint: 'Print answer.text and look at its end. If it stops in the middle, ask again.',
  });
}

/** The error for JSON that a check refused. */
export function shapeError(exchange: Exchange, cause: unknown): ParseError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ParseError(`${asked(exchange)} answered with JSON of an unexpected shape: ${why}`, {
    code: 'HTTP_SHAPE',
    trouble: 'theirs',
    hint: 'Compare answer.text with what your check expects.',
    cause,
    exchange,
  });
}

const asked = ({ request }: Exchange): string => `${request.method} ${request.url}`;

const afterTries = ({ tries }: Exchange): string => (tries.length > 1 ? ` (${tries.length} tries)` : '');

const whose = (status: number): Trouble =>
  status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'yours' : 'theirs';

/** Services put it into `reason` (Open-Meteo), `error`, `message` or `detail` (RFC 9457). */
function reasonIn(body: string): string {
  const [, , text = ''] = /"(reason|detail|message|error)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body) ?? [];
  return text.replaceAll('\\"', '"');
}

function statusHint(status: number, waitMs: number | undefined): string {
  if (status < 400) return 'The server sends us on and on. { redirects: 0 } shows its first answer.';
  if (status === 429)
    return `Wait ${waitMs === undefined ? 'a minute' : span(waitMs)}, then ask again. Ask less often: keep answers, ask for several places at once.`;
  if (status >= 500)
    return `The server has trouble, not your code. Try again ${waitMs === undefined ? 'in a minute' : `in ${span(waitMs)}`}.`;
  return (
    HINTS[status] ?? 'The server does not accept the request. Its words above, or its documentation, say why.'
  );
}

const HINTS: Readonly<Record<number, string>> = {
  400: 'The server did not understand the request. Compare each parameter with the documentation.',
  401: 'The server wants to know who you are: is a key or a token missing?',
  403: 'The server knows the request and refuses it: is the key allowed to do this?',
  404: 'Nothing is at this address. Read the path of the URL letter by letter.',
  405: 'The address exists, but not for this method. Try another one, GET for example.',
  415: 'The server wants another content type. To send JSON, use { json: … }.',
};
