import { OutsideError } from '../../errors.ts';

/** An answer whose body was JSON to its end. */
export interface JsonAnswer {
  /** For messages: the address without its query. */
  readonly name: string;
  readonly headers: Headers;
  readonly value: unknown;
}

interface Asking {
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
}

/** A recording has less than 1 MB; a server that sends more is none of ours, bytes. */
const MOST_BYTES = 20_000_000;

const TRY_LATER = "That is the server's trouble. Try again in some minutes, or ask another one: --from URL";
const CHECK_ADDRESS =
  'Is this an Open-Meteo server? A Wi-Fi login page answers like this, too. Open the address in a browser.';

/**
 * GET an address and read JSON.
 *
 * @throws {OutsideError} `RECORD_UNREACHABLE`, `RECORD_ABORTED`, `RECORD_STATUS`, `RECORD_CUT` or `RECORD_CONTENT`
 */
export async function getJson(url: string, { fetch, signal }: Asking): Promise<JsonAnswer> {
  const name = `GET ${url.replace(/\?.*$/s, '')}`;
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    throw failed(error, name, signal);
  });
  const text = await readText(response, name, signal);
  if (!response.ok) throw refused(response, text, name);
  return { name, headers: response.headers, value: parse(text, response, name) };
}

/** What is wrong with an answer's content, as an error. */
export function wrongContent(name: string, says: string): OutsideError {
  return new OutsideError(`${name}: ${says}. Nothing was kept.`, CHECK_ADDRESS, 'RECORD_CONTENT');
}

async function readText(response: Response, name: string, signal: AbortSignal): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > MOST_BYTES) throw wrongContent(name, `expected at most ${MOST_BYTES / 1e6} MB, got more`);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof OutsideError || signal.aborted) throw failed(error, name, signal);
    throw new OutsideError(
      `${name} answered ${response.status}, but its body broke off after ${size} bytes. Nothing was kept.`,
      TRY_LATER,
      'RECORD_CUT',
      error,
    );
  }
  return Buffer.concat(parts).toString('utf8');
}

function failed(error: unknown, name: string, signal: AbortSignal): OutsideError {
  if (error instanceof OutsideError) return error;
  if (signal.aborted)
    return new OutsideError(
      `${name} was given up: ${isTimeout(signal.reason) ? 'no whole answer in time' : 'stopped'}.`,
      'Check the network, or ask another server: --from URL',
      'RECORD_ABORTED',
      error,
    );
  return new OutsideError(
    `${name} did not work: ${innermost(error)}.`,
    'Nothing answers there: check the network and the address, or ask another server: --from URL',
    'RECORD_UNREACHABLE',
    error,
  );
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}

/** `fetch failed` says nothing; its cause does. */
function innermost(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return innermost(error.cause);
  const code = 'code' in error ? String(error.code) : '';
  return error.message || code || error.name;
}

function refused(response: Response, text: string, name: string): OutsideError {
  const { status } = response;
  const says = reasonIn(text) ?? (text === '' ? 'an empty body' : excerpt(text));
  const hint =
    status === 429
      ? 'The address of this network has asked too much. Wait until the time that it names, or ask another server: --from URL'
      : status >= 500
        ? TRY_LATER
        : CHECK_ADDRESS;
  return new OutsideError(`${name} answered ${status}: ${says}`, hint, 'RECORD_STATUS');
}

function reasonIn(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const hasReason = typeof value === 'object' && value !== null && 'reason' in value;
    return hasReason && typeof value.reason === 'string' ? value.reason : undefined;
  } catch {
    return undefined;
  }
}

function parse(text: string, response: Response, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const type = response.headers.get('content-type') ?? 'no content type';
    if (!/json/i.test(type)) throw wrongContent(name, `expected JSON, got ${type}: ${excerpt(text)}`);
    throw new OutsideError(
      `${name} answered ${response.status}, but its JSON is cut or damaged after ${text.length} characters. Nothing was kept.`,
      TRY_LATER,
      'RECORD_CUT',
      error,
    );
  }
}

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 60)}…`;
}
