import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** A new token: 32 random bytes as text for a header or a file. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** How a random token is kept: it cannot be guessed, so one plain SHA-256 is enough. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** How a short PIN is kept: slow to try all of them. `salt` differs between contests. */
export function hashPin(pin: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFKC').trim(), salt, 32, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}

/** Takes equally long whether they differ early or late. */
export const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** Hex SHA-256, as the events carry it. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
