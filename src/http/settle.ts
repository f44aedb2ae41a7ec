import { isAirlabError } from '../errors.ts';
import { type Answer, answerOf } from './answer.ts';
import { exchangeFrom, type Outcome, type Received } from './outcome.ts';
import { failureError, jsonError, shapeError, statusError } from './raise.ts';
import { maskUrl } from './secrets.ts';

export interface SettleRules {
  readonly anyStatus?: boolean;
  readonly redirects: number;
  readonly nowMs: number;
}

/** The answer that a caller gets, or the error. */
export function settle(outcome: Outcome, { anyStatus = false, redirects, nowMs }: SettleRules): Answer {
  const exchange = exchangeFrom(outcome);
  if (outcome.ending.kind === 'failed') throw failureError(exchange, outcome.ending.failure);
  const { received } = outcome.ending;
  const sentOn = redirects > 0 && received.status < 400 && received.headers.location !== undefined;
  const refused = received.status >= 400 || (sentOn && received.status >= 300);
  if (refused && !anyStatus) throw statusError(exchange, { nowMs });
  const { status, statusText, headers, text, body, cache } = received;
  const url = maskUrl(received.redirects.at(-1) ?? outcome.request.url.href);
  const attempts = outcome.tries.length;
  const json = jsonReader(received, exchange);
  return answerOf({
    status,
    statusText,
    url,
    headers,
    text,
    bytes: body,
    cache,
    attempts,
    ms: outcome.ms,
    exchange,
    json,
  });
}

function jsonReader({ text }: Received, exchange: Answer['exchange']): Answer['json'] {
  function json<T = unknown>(): T;
  function json<T>(check: (value: unknown) => T): T;
  function json(check?: (value: unknown) => unknown): unknown {
    const value = parsed(text, exchange);
    if (!check) return value;
    try {
      return check(value);
    } catch (cause) {
      throw isAirlabError(cause) ? cause : shapeError(exchange, cause);
    }
  }
  return json;
}

function parsed(text: string, exchange: Answer['exchange']): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw jsonError(exchange, cause);
  }
}
