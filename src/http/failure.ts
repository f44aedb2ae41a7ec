import type { NetworkTrouble } from './errors.ts';

/** Why a try brought no answer. */
export interface Failure {
  readonly kind: NetworkTrouble | 'timeout';
  /** After "GET https://… ": `found no server named …`. */
  readonly says: string;
  readonly hint: string;
  /** Often passes by itself. */
  readonly passing: boolean;
  readonly cause: unknown;
}

export interface FailureSetting {
  readonly url: URL;
  readonly timeoutMs: number;
  /** Whether this computer has a network at all. */
  readonly isOnline: () => boolean;
}

const CODES: readonly (readonly [Failure['kind'], RegExp])[] = [
  ['timeout', /^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT|AIRLAB_TIMEOUT)$/],
  ['cut', /^(BODY_CUT|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|Z_BUF_ERROR|Z_DATA_ERROR)$/],
  ['too large', /^(UND_ERR_RES_EXCEEDED_MAX_SIZE|ERR_BUFFER_TOO_LARGE)$/],
  ['dns', /^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|EAI_NODATA|ENODATA)$/],
  ['refused', /^ECONNREFUSED$/],
  ['reset', /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/],
  ['offline', /^(ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL)$/],
  ['tls', /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$)/],
];

/** Names what happened from the codes that Node, OpenSSL, zlib and undici use. */
export function failureOf(error: unknown, { url, timeoutMs, isOnline }: FailureSetting): Failure {
  const code = codeOf(error);
  const named = isRedirectLoop(error) ? 'redirect loop' : CODES.find(([, codes]) => codes.test(code))?.[0];
  // Without a network no name is found either; "no such server" would send people on the wrong track.
  const kind = named === 'dns' && !isOnline() ? 'offline' : (named ?? 'other');
  const passing = kind === 'timeout' || kind === 'cut' || kind === 'reset' || code === 'EAI_AGAIN';
  return { kind, passing, cause: error, ...words(kind, { url, timeoutMs, error }) };
}

function words(
  kind: Failure['kind'],
  { url, timeoutMs, error }: { url: URL; timeoutMs: number; error: unknown },
): Pick<Failure, 'says' | 'hint'> {
  const local = /^(localhost|127\.|\[::1\])/.test(url.hostname);
  switch (kind) {
    case 'timeout':
      return {
        says: `got no complete answer within ${timeoutMs / 1000} s`,
        hint: 'The server or the network is slow. Try again, ask for less, or give it more time: { timeoutMs: 30_000 }.',
      };
    case 'cut':
      return {
        says: 'got an answer that was cut off',
        hint: 'The connection ended in the middle. Try again; a part of the data is not the data.',
      };
    case 'too large':
      return {
        says: 'got an answer that is too large',
        hint: 'Ask for less: fewer days, places or variables.',
      };
    case 'dns':
      return {
        says: `found no server named ${url.hostname}`,
        hint: 'Read the host name letter by letter. If it is right, the network you are in may block it.',
      };
    case 'offline':
      return {
        says: 'could not leave this computer: no network',
        hint: 'Connect to a network, or work offline with the classroom API: npm start -- --offline',
      };
    case 'refused':
      return {
        says: `found nobody listening at ${url.host}`,
        hint: local
          ? 'Is the server running? The classroom API starts with npm start, or npm run classroom.'
          : 'The server is down, or the port is wrong. Look at the URL, then try again later.',
      };
    case 'reset':
      return {
        says: 'lost the connection before an answer came',
        hint: 'The server or the network closed the connection. Try again in a moment.',
      };
    case 'tls':
      return {
        says: `does not trust the certificate of ${url.hostname}: ${messageOf(error)}`,
        hint: 'A network that reads along (school, café) or a wrong clock on this computer can be the reason.',
      };
    case 'redirect loop':
      return {
        says: 'is sent on in a circle',
        hint: 'The server sends us back to where we were. { redirects: 0 } shows its first answer.',
      };
    case 'other':
      return { says: `failed: ${messageOf(error)}`, hint: 'The cause below says more.' };
  }
}

/** undici finds a header that cannot be written, and says it in this way; a redirect loop too. */
export const isWrongRequest = (error: unknown): error is Error =>
  codeOf(error) === 'UND_ERR_INVALID_ARG' && !isRedirectLoop(error);

const isRedirectLoop = (error: unknown): boolean => /^Redirect loop/.test(messageOf(error));

/** The most telling code: undici and `Promise.any` in Node's connect wrap the first one. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
