import { isAirlabError } from '../../../src/errors.ts';

/** Something that a client did which the contest refuses, with its status. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly hint: string;
  readonly retryAfterS: number | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    { hint = '', retryAfterS }: RefusalDetails = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = hint;
    this.retryAfterS = retryAfterS;
  }
}

interface RefusalDetails {
  readonly hint?: string;
  readonly retryAfterS?: number | undefined;
}

/** What a client is told of an error. Our own failures are told without their text: that is for the log. */
export interface Problem {
  readonly status: number;
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
  readonly retryAfterS?: number | undefined;
  /** For the log. */
  readonly isOurs: boolean;
}

/** @example problemOf(new Refusal(409, 'TOO_LATE', 'The race is over.')).status // 409 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    const { status, code, message, hint, retryAfterS } = error;
    return { status, error: { code, message, hint }, retryAfterS, isOurs: false };
  }
  if (isAirlabError(error)) {
    const status =
      STATUS[error.code] ?? (error.trouble === 'theirs' ? 503 : error.trouble === 'ours' ? 500 : 400);
    return {
      status,
      error: { code: error.code, message: error.message, hint: error.hint },
      isOurs: status >= 500,
    };
  }
  const { status, message } = ofFastify(error);
  if (status === 429)
    return {
      status,
      error: { code: 'TOO_FAST', message: 'Too many requests in one minute.', hint: 'Wait a little.' },
      isOurs: false,
    };
  if (status >= 400 && status < 500)
    return { status, error: { code: 'BAD_REQUEST', message, hint: 'See /docs.' }, isOurs: false };
  const hint = 'Try again; the instructor finds more in the log.';
  return {
    status: 500,
    error: { code: 'OUR_BUG', message: 'The server failed at this.', hint },
    isOurs: true,
  };
}

/** Of the store's refusals; others are 400. */
const STATUS: Readonly<Record<string, number>> = {
  NICK_TAKEN: 409,
  KEY_REUSED: 409,
  JUDGED_ALREADY: 409,
  WRONG_PIN: 403,
  KICKED: 403,
  SOURCE_TOO_LARGE: 413,
  TOO_SOON: 429,
  TOO_MANY: 429,
};

/** Fastify's own errors (a body too large, a wrong type) carry a status. */
function ofFastify(error: unknown): { status: number; message: string } {
  if (!(error instanceof Error) || !('statusCode' in error)) return { status: 500, message: '' };
  return { status: Number(error.statusCode), message: error.message };
}
