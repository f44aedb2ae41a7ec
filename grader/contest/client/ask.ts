import { AirlabError, OutsideError } from '../../../src/errors.ts';

/** The server that a student's machine talks to. */
export interface Server {
  readonly url: string;
  readonly token?: string | undefined;
  /** Ends an exchange that takes longer. */
  readonly limitMs?: number;
}

export interface Ask {
  readonly method?: 'GET' | 'POST';
  readonly json?: unknown;
  /** Sent as it is, `text/plain`. */
  readonly text?: string;
}

/** On a Wi-Fi full of people an answer may take a while. */
const LIMIT_MS = 8_000;

/**
 * One exchange with the contest server.
 *
 * @throws OutsideError `CONTEST_UNREACHABLE` when no answer came: nothing is known of what the server did.
 * @throws AirlabError with the server's own code, words and hint.
 * @example await ask({ url, token }, '/api/contest')
 */
export async function ask(
  { url, token, limitMs = LIMIT_MS }: Server,
  path: string,
  { method, json, text }: Ask = {},
): Promise<unknown> {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(text === undefined ? {} : { 'content-type': 'text/plain; charset=utf-8' }),
  };
  const body = json === undefined ? text : JSON.stringify(json);
  const wanted = method ?? (body === undefined ? 'GET' : 'POST');
  try {
    const response = await fetch(`${url}${path}`, {
      method: wanted,
      headers,
      signal: AbortSignal.timeout(limitMs),
      ...(body === undefined ? {} : { body }),
    });
    const said = await response.text();
    if (response.ok) return said === '' ? undefined : JSON.parse(said);
    throw refused(said, { status: response.status, address: `${wanted} ${url}${path.split('?')[0]}` });
  } catch (error) {
    if (error instanceof AirlabError) throw error;
    throw unreachable(url, error);
  }
}

function refused(said: string, { status, address }: { status: number; address: string }): AirlabError {
  const { code, message, hint } = problemIn(said);
  // 5xx is the server's own trouble: what was sent may be sent again.
  if (status >= 500)
    return new OutsideError(
      `${address} answered ${status}: ${message}`,
      hint || 'Try again.',
      'CONTEST_FAILED',
    );
  return new AirlabError(message, { code, hint, trouble: 'usage' });
}

function problemIn(said: string): { code: string; message: string; hint: string } {
  const otherwise = {
    code: 'NOT_A_CONTEST',
    message: 'This server is not a contest.',
    hint: 'Check the address.',
  };
  try {
    const { error }: { error?: unknown } = JSON.parse(said);
    if (typeof error !== 'object' || error === null) return otherwise;
    const fields: Partial<Record<string, unknown>> = { ...error };
    const field = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
    return { code: field('code'), message: field('message'), hint: field('hint') };
  } catch {
    return otherwise;
  }
}

function unreachable(url: string, cause: unknown): OutsideError {
  return new OutsideError(
    `The contest at ${url} does not answer.`,
    'Are you in the same network as the instructor? Some Wi-Fi keeps its guests apart: then use the hotspot of the room. ' +
      'What you submit meanwhile is kept here and sent later.',
    'CONTEST_UNREACHABLE',
    cause,
  );
}
