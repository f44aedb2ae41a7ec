import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const DECODERS: Readonly<Record<string, (bytes: Uint8Array, limit: { maxOutputLength: number }) => Buffer>> =
  {
    gzip: gunzipSync,
    'x-gzip': gunzipSync,
    deflate: inflateSync,
    br: brotliDecompressSync,
  };

/** What we can undo, for the request header `accept-encoding`. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

/**
 * The body before it was compressed. An encoding that we do not know is left as it is.
 *
 * @throws Error with a zlib code when the body is cut or damaged.
 */
export function decompressed(bytes: Uint8Array, encoding: string | undefined, maxBytes: number): Uint8Array {
  const steps = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((step) => step.trim())
    .filter(Boolean)
    .reverse();
  if (bytes.length === 0) return bytes;
  return steps.reduce<Uint8Array>(
    (body, step) => DECODERS[step]?.(body, { maxOutputLength: maxBytes }) ?? body,
    bytes,
  );
}

/** The body as text, in the charset that the content type names; UTF-8 when it names none that is known. */
export function textOf(bytes: Uint8Array, contentType: string | undefined): string {
  const charset = /charset="?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** True when the content type promises JSON: `application/json`, `application/geo+json`. */
export const promisesJson = (contentType: string | undefined): boolean =>
  /^\s*[\w.+-]+\/([\w.-]+\+)?json\b/i.test(contentType ?? '');

/** True when the text is whole JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
