import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
/** Below this a packet more costs less than the work, bytes. */
const WORTH_BYTES = 1_024;

/**
 * The body as gzip when the client takes it and it is worth it; undefined otherwise.
 *
 * @example await gzipped(text, 'gzip, deflate, br')
 */
export async function gzipped(
  body: string | Uint8Array,
  acceptEncoding: string | undefined,
): Promise<Buffer | undefined> {
  if (body.length < WORTH_BYTES || !takesGzip(acceptEncoding ?? '')) return undefined;
  return compress(body);
}

/** Reads `Accept-Encoding`: a name with `q=0` is refused, `*` stands for all that are not named. */
export function takesGzip(acceptEncoding: string): boolean {
  const weights = new Map(
    acceptEncoding
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...details] = part.split(';').map((text) => text.trim());
        const weight = details.find((detail) => detail.startsWith('q='))?.slice(2);
        return [name, weight === undefined ? 1 : Number(weight)] as const;
      }),
  );
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0;
}
