/** What stands where a secret stood. */
export const MASK = '***';

const SECRET_HEADERS =
  /^(authorization|proxy-authorization|cookie|set-cookie|api-?key|x-api-?key|x-auth-token|x-access-token)$/i;
const SECRET_FIELDS =
  /^(api[-_]?key|key|token|access[-_]?token|refresh[-_]?token|secret|client[-_]?secret|password|passwd|sig|signature)$/i;
const JSON_FIELD = /"([\w-]+)"(\s*:\s*)"((?:[^"\\]|\\.)*)"/g;
/** A shorter value is found in any text by accident. */
const SHORTEST_SECRET = 4;

/** True for headers that let others act as you: keys, passwords, cookies. */
export const isSecretHeader = (name: string): boolean => SECRET_HEADERS.test(name);

/**
 * The URL as it may be shown: without password, key or token.
 *
 * @example maskUrl('https://api.example.com/v1?apikey=abc&q=1') //=> 'https://api.example.com/v1?apikey=***&q=1'
 */
export function maskUrl(url: string): string {
  return url
    .replace(/^(\w+:\/\/)[^/?#@]*@/, `$1${MASK}@`)
    .replace(/([?&])([^=&#]+)=([^&#]*)/g, (whole, before, name) =>
      SECRET_FIELDS.test(decoded(name)) ? `${before}${name}=${MASK}` : whole,
    );
}

/** Headers as they may be shown. */
export function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      isSecretHeader(name) ? maskValue(name, value) : value,
    ]),
  );
}

/**
 * The secret values of a request. Servers send them back in echoes and error pages, so they are masked there too.
 */
export function secretsOf(url: string, headers: Readonly<Record<string, string>>): readonly string[] {
  const found = [
    ...Object.entries(headers)
      .filter(([name]) => isSecretHeader(name))
      .flatMap(([, value]) => [value, ...value.split(/[\s;=]+/)]),
    ...[...url.matchAll(/[?&]([^=&#]+)=([^&#]*)/g)]
      .filter(([, name = '']) => SECRET_FIELDS.test(decoded(name)))
      .flatMap(([, , value = '']) => [value, decoded(value)]),
  ];
  return found.filter((value) => value.length >= SHORTEST_SECRET && !/^(basic|bearer)$/i.test(value));
}

/** Text as it may be shown: neither the given secrets nor what a field like `"password": "…"` holds. */
export function maskText(text: string, secrets: readonly string[]): string {
  const plain = secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
  return plain.replace(JSON_FIELD, (whole, name, colon) =>
    SECRET_FIELDS.test(name) ? `"${name}"${colon}"${MASK}"` : whole,
  );
}

// `Bearer ***` and `session=***; Path=/` still teach how the header is built.
function maskValue(name: string, value: string): string {
  const scheme = /^(basic|bearer|digest)\s/i.exec(value);
  if (scheme) return `${scheme[1]} ${MASK}`;
  if (/^cookie$/i.test(name)) return value.replace(/=[^;]*/g, `=${MASK}`);
  if (/^set-cookie$/i.test(name)) return value.replace(/=[^;]*/, `=${MASK}`);
  return MASK;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
