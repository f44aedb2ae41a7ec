import { type Exchange, type ExchangeRecord, exchangeOf, type Try } from './exchange.ts';
import type { Failure } from './failure.ts';
import type { Outgoing } from './request.ts';
import { maskHeaders, maskText, maskUrl, secretsOf } from './secrets.ts';
import type { Incoming } from './transport.ts';

/** An answer with its body decompressed. */
export interface Received extends Incoming {
  readonly text: string;
  readonly body: Uint8Array;
  /** Promised JSON and is none: the connection was closed politely, but too early. */
  readonly brokenJson: boolean;
}

/** How a try ended. */
export type Ending =
  | { readonly kind: 'answered'; readonly received: Received }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** All of a request's tries. */
export interface Outcome {
  readonly request: Outgoing;
  readonly ending: Ending;
  readonly tries: readonly Try[];
  readonly ms: number;
}

const SHOWN_CHARACTERS = 4_000;

/** The conversation with all secrets masked, wherever they turn up. */
export function exchangeFrom({ request, ending, tries, ms }: Outcome): Exchange {
  const secrets = secretsOf(request.url.href, request.headers);
  const received = ending.kind === 'answered' ? ending.received : undefined;
  const sent = received?.sent ?? { method: request.method, url: request.url.href, headers: request.headers };
  const record: ExchangeRecord = {
    request: {
      method: sent.method,
      url: maskUrl(sent.url),
      headers: maskHeaders(sent.headers),
      ...(request.body === undefined || sent.method !== request.method
        ? {}
        : { body: shownBody(request, secrets) }),
    },
    ...(received ? { response: shownResponse(received, secrets) } : {}),
    cache: received?.cache ?? 'none',
    tries,
    redirects: (received?.redirects ?? []).map(maskUrl),
    ms,
  };
  return exchangeOf(record);
}

function shownResponse(
  received: Received,
  secrets: readonly string[],
): NonNullable<ExchangeRecord['response']> {
  const headers = Object.entries(maskHeaders(received.headers));
  return {
    status: received.status,
    statusText: received.statusText,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, maskUrl(maskText(value, secrets))])),
    body: shownText(received, secrets),
    bytes: received.body.length,
  };
}

function shownText({ body, text, headers }: Received, secrets: readonly string[]): string {
  const textual = /^(text\/|[\w.-]+\/[\w.+-]*(json|xml|javascript|yaml|form-urlencoded))/i;
  if (!textual.test(headers['content-type'] ?? 'text/') && text.includes('\uFFFD'))
    return `(${body.length} bytes that are no text)`;
  // Masked before it is cut: half a secret is a secret too.
  return maskText(text, secrets).slice(0, SHOWN_CHARACTERS);
}

function shownBody({ body, headers }: Outgoing, secrets: readonly string[]): string {
  if (body === undefined) return '';
  if (typeof body !== 'string') return `(${body.length} bytes)`;
  const form = /form-urlencoded/.test(headers['content-type'] ?? '');
  return maskText(form ? maskUrl(`?${body}`).slice(1) : body, secrets).slice(0, SHOWN_CHARACTERS);
}
