/** @import { Problem } from '../contract.ts' */

const PATIENCE_MS = 8_000;

/** What the server refused, with its reason and the next step. */
export class Refused extends Error {
  /** @override */
  name = 'Refused';

  /**
   * @param {number} status
   * @param {Problem['error']} problem
   * @param {number | undefined} retryAfterS
   */
  constructor(status, { code, message, hint }, retryAfterS) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = hint;
    this.retryAfterS = retryAfterS;
  }
}

/**
 * Asks our server. The answer is JSON of the asked type: it is our own server's.
 *
 * @example await ask('/api/time') // { nowMs: … }
 * @param {string} path
 * @param {{ method?: string, json?: unknown, text?: string, timeoutMs?: number }} [options]
 * @returns {Promise<any>}
 * @throws {Refused} for 4xx and 5xx; a TypeError or TimeoutError when the server was not reached.
 */
export async function ask(path, { method, json, text, timeoutMs = PATIENCE_MS } = {}) {
  const body = json === undefined ? text : JSON.stringify(json);
  const response = await fetch(path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...(body === undefined ? {} : { body }),
    headers: {
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(text === undefined ? {} : { 'content-type': 'text/plain; charset=utf-8' }),
    },
    cache: 'no-store',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw await refusal(response);
  return response.status === 204 ? undefined : response.json();
}

/** @param {Response} response */
async function refusal(response) {
  const waitS = Number(response.headers.get('retry-after') ?? Number.NaN);
  const body = await response.json().catch(() => undefined);
  const unnamed = { code: 'UNNAMED', message: `The server answered ${response.status}.`, hint: '' };
  return new Refused(response.status, body?.error ?? unnamed, Number.isFinite(waitS) ? waitS : undefined);
}
