import { exchangeHtml } from './exchange-html.ts';
import { exchangeText } from './exchange-text.ts';
import { type Shown, shown } from './shown.ts';

/** Where the answer's body came from. `revalidated`: the server said 304, so the kept copy is still good. */
export type CacheUse = 'none' | 'fresh' | 'revalidated' | 'stale';

/** One try, in words: `503 Service Unavailable` or `no answer within 10 s`. */
export interface Try {
  readonly outcome: string;
  readonly ms: number;
  /** Pause before the next try. */
  readonly waitMs?: number;
}

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ReceivedResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Size of the body after decompression. */
  readonly bytes: number;
}

/** A conversation over HTTP. Keys, passwords and cookies are masked already, so it can be shown and kept. */
export interface ExchangeRecord {
  readonly request: SentRequest;
  readonly response?: ReceivedResponse;
  readonly cache: CacheUse;
  readonly tries: readonly Try[];
  /** Addresses on the way when the server sent us elsewhere; the last one answered. */
  readonly redirects: readonly string[];
  /** From the call to the complete answer, pauses included. */
  readonly ms: number;
}

/**
 * Request and response as people read HTTP. Shows itself in Jupyter and on the console.
 *
 * @example
 * console.log(answer.exchange)
 * //=> GET /v1/air-quality?latitude=55.64&longitude=12.08&hourly=pm2_5 HTTP/1.1
 * //   host: air-quality-api.open-meteo.com
 * //   …
 * //   HTTP/1.1 200 OK
 */
export type Exchange = ExchangeRecord & Shown;

export function exchangeOf(record: ExchangeRecord): Exchange {
  return shown(record, { text: () => exchangeText(record), html: () => exchangeHtml(record) });
}
