import type { CacheUse, Exchange } from './exchange.ts';
import { exchangeHtml } from './exchange-html.ts';
import { exchangeText } from './exchange-text.ts';
import { type Shown, shown } from './shown.ts';

/**
 * What came back. As the last line of a cell it shows request and response as people read HTTP.
 *
 * @example
 * const answer = await http.get('https://air-quality-api.open-meteo.com/v1/air-quality', {
 *   query: { latitude: 55.64, longitude: 12.08, hourly: 'pm2_5' },
 * })
 * answer.status                    //=> 200
 * answer.headers['content-type']   //=> 'application/json; charset=utf-8'
 * answer.json()                    //=> { latitude: 55.6, longitude: 12.100002, … }
 */
export interface Answer extends Shown {
  /** `200`, `404` … */
  readonly status: number;
  /** `OK`, `Not Found` … */
  readonly statusText: string;
  /** True for 200 to 299. */
  readonly ok: boolean;
  /** Where the answer came from in the end; keys are masked. */
  readonly url: string;
  /** Response headers, names in lower case: `answer.headers['content-type']`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text. */
  readonly text: string;
  /** The body as bytes, decompressed. */
  readonly bytes: Uint8Array;
  /** True when the body was kept from an earlier request. */
  readonly fromCache: boolean;
  /** How the cache was used. */
  readonly cache: CacheUse;
  /** How often the server was asked. */
  readonly attempts: number;
  /** From the call to the complete answer, in milliseconds, pauses included. */
  readonly ms: number;
  /** Request and response, ready to be shown. */
  readonly exchange: Exchange;
  /**
   * The body read as JSON. The type is your promise; nothing checks it.
   *
   * @throws ParseError when it is no JSON: cut, empty, or a web page.
   * @example const { hourly } = answer.json<{ hourly: { time: string[]; pm2_5: (number | null)[] } }>()
   */
  json<T = unknown>(): T;
  /**
   * The body read as JSON and checked: `check` gets it, and returns it typed or throws.
   *
   * @throws ParseError when it is no JSON, or when `check` throws.
   */
  json<T>(check: (value: unknown) => T): T;
}

/** Everything of an answer but how it shows itself. */
export type AnswerParts = Omit<Answer, 'toString' | 'ok' | 'fromCache'>;

export function answerOf(parts: AnswerParts): Answer {
  const answer = {
    ...parts,
    ok: parts.status >= 200 && parts.status < 300,
    fromCache: parts.cache !== 'none',
  };
  return shown(answer, {
    text: () => exchangeText(parts.exchange),
    html: () => exchangeHtml(parts.exchange),
  });
}
