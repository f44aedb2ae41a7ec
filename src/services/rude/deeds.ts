/** What the rude server can do with one request. */
export type Deed =
  | { readonly kind: 'ok'; readonly maxAgeS?: number }
  | { readonly kind: 'cut' | 'short' | 'html' | 'empty' | '200-error' | 'reset' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfterS?: number;
      readonly asDate?: boolean;
    }
  | { readonly kind: 'redirect'; readonly status: number }
  | { readonly kind: 'hang' | 'slow'; readonly seconds: number };

/** Every word of a script, with what it does; `/docs` and error messages show it. */
export const DEEDS: Readonly<Record<string, string>> = {
  ok: 'the reading, as JSON; ok:60 may be kept for 60 seconds',
  '429': '429 with Retry-After: 1; 429:5 says 5 seconds, 429:date says it as a date',
  '503': '503; 503:2 with Retry-After: 2; so any status from 400 to 599',
  '301': '301 (or 302, 303, 307, 308) to an address that answers',
  hang: 'no answer for 30 s, then the connection ends; hang:2 after 2 s',
  slow: 'the reading in pieces over 1 s; slow:3 over 3 s',
  cut: 'half of the JSON, and the length agrees',
  short: 'half of the JSON, but content-length promises all of it',
  html: '200 with a web page instead of JSON',
  empty: '200 with no body',
  '200-error': '200 with an error inside',
  reset: 'the connection is cut at once',
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_SECONDS = 60;
const MOST_DEEDS = 50;
const HANG_SECONDS = 30;

/**
 * A script as a list of deeds, or the words that it does not know.
 *
 * @example
 * parseScript('429:2,503,ok'); // { deeds: [{ kind: 'status', status: 429, retryAfterS: 2 }, …] }
 */
export function parseScript(
  text: string,
): { readonly deeds: readonly Deed[] } | { readonly unknown: readonly string[] } {
  const words = text
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
    .slice(0, MOST_DEEDS);
  const deeds = words.map(parseDeed);
  const known = deeds.filter((deed) => deed !== undefined);
  if (known.length === deeds.length) return { deeds: known };
  return { unknown: words.filter((_, index) => deeds[index] === undefined) };
}

function parseDeed(word: string): Deed | undefined {
  const [, name = '', detail] = /^([a-z0-9-]+)(?::(.+))?$/.exec(word) ?? [];
  switch (name) {
    case 'ok':
      return fresh(detail);
    case 'cut':
    case 'short':
    case 'html':
    case 'empty':
    case '200-error':
    case 'reset':
      return detail === undefined ? { kind: name } : undefined;
    case 'hang':
      return timed('hang', detail, HANG_SECONDS);
    case 'slow':
      return timed('slow', detail, 1);
    default:
      return /^[345]\d\d$/.test(name) ? statusDeed(Number(name), detail) : undefined;
  }
}

function fresh(detail: string | undefined): Deed | undefined {
  if (detail === undefined) return { kind: 'ok' };
  return /^\d{1,5}$/.test(detail) ? { kind: 'ok', maxAgeS: Number(detail) } : undefined;
}

function timed(kind: 'hang' | 'slow', detail: string | undefined, usual: number): Deed | undefined {
  const seconds = detail === undefined ? usual : secondsOf(detail);
  return seconds === undefined ? undefined : { kind, seconds };
}

function statusDeed(status: number, detail: string | undefined): Deed | undefined {
  if (status < 400)
    return REDIRECTS.has(status) && detail === undefined ? { kind: 'redirect', status } : undefined;
  if (detail === 'date') return { kind: 'status', status, retryAfterS: 1, asDate: true };
  if (detail === undefined)
    return status === 429 ? { kind: 'status', status, retryAfterS: 1 } : { kind: 'status', status };
  const retryAfterS = /^\d+$/.test(detail) ? secondsOf(detail) : undefined;
  return retryAfterS === undefined ? undefined : { kind: 'status', status, retryAfterS };
}

function secondsOf(text: string): number | undefined {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return seconds <= MOST_SECONDS ? seconds : undefined;
}
