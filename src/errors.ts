/**
 * Whose trouble an error is:
 * `yours` (the code that called), `theirs` (an upstream service), `ours` (airlab), `usage` (a wrong command or argument).
 */
export type Trouble = 'yours' | 'theirs' | 'ours' | 'usage';

/** What every airlab error carries besides its message. */
export interface ErrorDetails {
  /** Stable and machine readable, for example `UPSTREAM_STATUS`. */
  readonly code: string;
  readonly trouble: Trouble;
  /** The next thing to type or to look at. */
  readonly hint: string;
  readonly cause?: unknown;
}

/**
 * Base of every error that airlab throws. The message says what happened to what (method and URL, or file:line),
 * what was expected and what came; `hint` says the next step.
 *
 * @example
 * try { await airQuality({ place, hourly: ['pm2_5'] }) } catch (error) {
 *   if (isAirlabError(error)) console.log(error.trouble, error.hint)
 * }
 */
export class AirlabError extends Error {
  override readonly name: string = 'AirlabError';
  readonly code: string;
  readonly trouble: Trouble;
  readonly hint: string;

  constructor(message: string, { code, trouble, hint, cause }: ErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.trouble = trouble;
    this.hint = hint;
  }
}

/** Narrows by shape, because `instanceof` fails when a module was loaded twice (a notebook that reloads airlab). */
export function isAirlabError(error: unknown): error is AirlabError {
  return error instanceof Error && 'trouble' in error && 'hint' in error && 'code' in error;
}

/** A wrong command, option or argument. Exit code 2. */
export class UsageError extends AirlabError {
  override readonly name = 'UsageError';
  constructor(message: string, hint: string, code = 'USAGE') {
    super(message, { code, trouble: 'usage', hint });
  }
}

/** Something outside failed: no network, a port taken, a bad snapshot. Exit code 3. */
export class OutsideError extends AirlabError {
  override readonly name = 'OutsideError';
  constructor(message: string, hint: string, code = 'OUTSIDE', cause?: unknown) {
    super(message, { code, trouble: 'theirs', hint, cause });
  }
}
