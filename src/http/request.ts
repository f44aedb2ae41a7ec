import { UsageError } from '../errors.ts';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Scalar = string | number | boolean;

/** What one request may say. Everything is optional. */
export interface RequestOptions {
  /**
   * Added to the URL's query. A list repeats the name (`a=1&a=2`); `undefined` and `null` are left out.
   * @example { latitude: 55.64, hourly: 'pm2_5' }
   */
  readonly query?: Readonly<Record<string, Scalar | readonly Scalar[] | null | undefined>>;
  /** Request headers, for example `{ authorization: 'Bearer …' }`. Keys are never shown. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, with the content type that says so. */
  readonly json?: unknown;
  /** Sent as an HTML form would send it. */
  readonly form?: Readonly<Record<string, Scalar>>;
  /** Sent as it is. */
  readonly body?: string | Uint8Array;
  /** Ends the request when it fires: `AbortSignal.timeout(5_000)`, or a controller's `signal`. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds for each try, from the moment it is sent to the last byte.
   * @default 10_000
   */
  readonly timeoutMs?: number;
  /**
   * Tries after the first one, when the trouble often passes by itself. Never for POST and PATCH.
   * @default 3
   */
  readonly retries?: number;
  /**
   * Whether an answer that is kept may be used (RFC 9111).
   * @default true
   */
  readonly cache?: boolean;
  /**
   * How often to follow when the server sends us elsewhere; 0 shows the 3xx answer itself.
   * @default 5
   */
  readonly redirects?: number;
  /**
   * Return 4xx and 5xx answers instead of throwing a `StatusError`.
   * @default false
   */
  readonly anyStatus?: boolean;
}

/** A request ready to be sent. */
export interface Outgoing {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** @throws UsageError for a URL that is none, a scheme other than http(s), or two bodies. */
export function outgoing(
  method: Method,
  url: string | URL,
  { options, headers }: { options: RequestOptions; headers: Readonly<Record<string, string>> },
): Outgoing {
  const target = parseUrl(url);
  for (const [name, value] of queryPairs(options.query)) target.searchParams.append(name, value);
  const login = loginHeader(target);
  target.hash = '';
  const content = contentOf(options);
  return {
    method,
    url: target,
    headers: lowerCase([headers, content.headers, login, options.headers ?? {}]),
    ...(content.body === undefined ? {} : { body: content.body }),
  };
}

function parseUrl(url: string | URL): URL {
  const parsed = URL.canParse(String(url)) ? new URL(url) : undefined;
  if (!parsed)
    throw new UsageError(
      `"${url}" is not a URL.`,
      'Write it whole, with https:// in front: https://air-quality-api.open-meteo.com/v1/air-quality',
      'HTTP_URL',
    );
  if (parsed.protocol === 'http:' || parsed.protocol === 'https:') return parsed;
  throw new UsageError(
    `http can only ask http: and https: URLs, not ${parsed.protocol}`,
    'Read files with node:fs instead.',
    'HTTP_URL',
  );
}

function queryPairs(query: RequestOptions['query'] = {}): readonly (readonly [string, string])[] {
  return Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    const values: readonly Scalar[] = typeof value === 'object' ? value : [value];
    return values.map((item) => [name, String(item)] as const);
  });
}

/** `https://user:password@host/` becomes a header, as curl does it. */
function loginHeader(url: URL): Readonly<Record<string, string>> {
  if (!url.username && !url.password) return {};
  const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  return { authorization: `Basic ${Buffer.from(login).toString('base64')}` };
}

function contentOf({ json, form, body }: RequestOptions): {
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
} {
  if ([json, form, body].filter((part) => part !== undefined).length > 1)
    throw new UsageError('A request has one body.', 'Give one of json, form and body.', 'HTTP_BODY');
  if (json !== undefined)
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) };
  if (form !== undefined) {
    const pairs = Object.entries(form).map(([name, value]): [string, string] => [name, String(value)]);
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(pairs).toString(),
    };
  }
  return body === undefined ? { headers: {} } : { headers: {}, body };
}

/** Later ones win; names in lower case, so that `Accept` and `accept` are the same header. */
function lowerCase(sets: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const entries = sets.flatMap((set) => Object.entries(set));
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}
