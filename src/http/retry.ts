/** How one try ended, as far as it matters for another one. */
export type TryOutcome =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string | undefined }
  /** `passing`: trouble that often passes by itself, for example a reset connection. */
  | { readonly kind: 'trouble'; readonly passing: boolean };

export interface RetryRules {
  readonly method: string;
  /** Tries after the first one. */
  readonly retries: number;
  /** Longest wait before another try, in milliseconds. */
  readonly maxWaitMs: number;
}

export interface TryState {
  readonly outcome: TryOutcome;
  /** Tries so far, this one included. */
  readonly tries: number;
  readonly nowMs: number;
  /** From 0 to 1, so that a whole class does not come back at the same moment. */
  readonly random: number;
}

/** Repeating these changes nothing on the server (RFC 9110, 9.2.2). POST and PATCH may act twice, so never. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);
const PASSING_STATUS = new Set([408, 429, 500, 502, 503, 504]);
const FIRST_WAIT_MS = 500;

/** True for statuses that often pass by themselves. Another 4xx stays wrong however often it is repeated. */
export const isPassingStatus = (status: number): boolean => PASSING_STATUS.has(status);

/**
 * How long to wait before the next try; undefined when there should be none.
 * What the server asks for in Retry-After is kept to; when it asks for more than `maxWaitMs`, we give up at once
 * instead of coming back too early.
 *
 * @example waitMs({ method: 'GET', retries: 3, maxWaitMs: 30_000 }, { outcome: { kind: 'status', status: 503 }, tries: 1, nowMs, random: 0 }) //=> 500
 */
export function waitMs(rules: RetryRules, { outcome, tries, nowMs, random }: TryState): number | undefined {
  if (tries > rules.retries || !IDEMPOTENT.has(rules.method)) return undefined;
  const passing = outcome.kind === 'status' ? isPassingStatus(outcome.status) : outcome.passing;
  if (!passing) return undefined;
  const asked = outcome.kind === 'status' ? retryAfterMs(outcome.retryAfter, nowMs) : undefined;
  if (asked !== undefined) return asked <= rules.maxWaitMs ? asked : undefined;
  const backoff = FIRST_WAIT_MS * 2 ** (tries - 1) * (1 + random / 2);
  return Math.min(backoff, rules.maxWaitMs);
}

/**
 * Milliseconds that a Retry-After header asks for, given as seconds or as an HTTP date; undefined when there is none
 * that can be read.
 *
 * @example retryAfterMs('120', Date.now()) //=> 120000
 */
export function retryAfterMs(value: string | undefined, nowMs: number): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const dateMs = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
