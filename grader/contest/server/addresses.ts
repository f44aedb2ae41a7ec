import { UsageError } from '../../../src/errors.ts';

/** Crockford's alphabet: no I, L, O, U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The first port that a contest takes; a code has room for the 256 that follow. */
export const FIRST_PORT = 8790;
const PORTS = 256;
const LETTERS = 8;

/** What `os.networkInterfaces()` tells of one address. */
export interface NetworkAddress {
  readonly address: string;
  readonly family: string | number;
  readonly internal: boolean;
}

/**
 * The IPv4 addresses at which others in the room may reach this machine; those of home and school networks first. Pure.
 *
 * @example roomAddresses(networkInterfaces()) // ['192.168.1.20']
 */
export function roomAddresses(
  interfaces: Readonly<Record<string, readonly NetworkAddress[] | undefined>>,
): string[] {
  const found = Object.entries(interfaces)
    .filter(([name]) => !/^(docker|br-|veth|virbr|vmnet|tun|utun)/.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(({ family, internal }) => (family === 'IPv4' || family === 4) && !internal)
    .map(({ address }) => address)
    .filter((address) => !address.startsWith('169.254.'));
  return [...new Set(found)].sort((one, other) => Number(isPrivate(other)) - Number(isPrivate(one)));
}

const isPrivate = (address: string): boolean => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);

/**
 * An address as a code that can be read aloud and typed: it is the address itself, so nothing has to be looked up and it
 * works in a network without names. Pure.
 *
 * @example codeOf('192.168.1.20', 8790) // 'R2M0-2500'
 */
export function codeOf(address: string, port: number): string | undefined {
  const bytes = address.split('.').map(Number);
  const offset = port - FIRST_PORT;
  if (bytes.length !== 4 || offset < 0 || offset >= PORTS) return undefined;
  let bits = bytes.concat(offset).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let code = '';
  for (let letter = 0; letter < LETTERS; letter += 1) {
    code = DIGITS[Number(bits % 32n)] + code;
    bits /= 32n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * The base URL that a code or an address means.
 *
 * @throws UsageError `BAD_CODE`
 * @example urlOf('R2M0-2500') // 'http://192.168.1.20:8790'
 */
export function urlOf(given: string): string {
  const text = given.trim();
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return new URL(text).origin;
  const letters = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (letters.length === LETTERS && [...letters].every((letter) => DIGITS.includes(letter)))
    return decoded(letters);
  if (/^[\w.-]+:\d+$/.test(text)) return `http://${text}`;
  throw new UsageError(
    `"${given}" is neither a join code nor an address.`,
    'A code looks like R2M0-2500, an address like http://192.168.1.20:8790; the board shows both.',
    'BAD_CODE',
  );
}

function decoded(letters: string): string {
  const bits = [...letters].reduce((sum, letter) => sum * 32n + BigInt(DIGITS.indexOf(letter)), 0n);
  const byte = (index: number): number => Number((bits >> BigInt(8 * index)) & 255n);
  return `http://${byte(4)}.${byte(3)}.${byte(2)}.${byte(1)}:${FIRST_PORT + byte(0)}`;
}
