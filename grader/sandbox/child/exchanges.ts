import type { Reply } from '../messages.ts';

const LONGEST_BODY = 1_000_000;

/** A request as the parent is told about it. */
export interface Asked {
  readonly method: string;
  /** Scheme and host as the client wrote them. */
  readonly origin: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request without an answer yet. */
export interface Pending {
  readonly index: number;
  readonly sinceMs: number;
}

export interface Surroundings {
  /** Hands a request to the upstream. It answers at once: time passes on the virtual clock only. */
  readonly ask: (request: Asked) => { head: Reply; bytes: Buffer };
  readonly dateMs: () => number;
  readonly elapsedMs: () => number;
  readonly after: (ms: number, run: () => void) => void;
}

/** What comes back for a request: a head, and the bytes that follow before the connection ends. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly bytes: Buffer;
  /** False when the connection breaks off after `bytes`. */
  readonly isWhole: boolean;
}

/** One request; `close` when nobody waits for it any more. */
export interface Exchange {
  readonly close: () => void;
}

/** What the answer asks of the upstream, by whatever way, and what it still waits for. */
export class Exchanges {
  readonly #surroundings: Surroundings;
  readonly #open = new Map<object, Pending>();
  #count = 0;
  /** Counts the assignments: what was asked in an earlier one is not sent any more. */
  round = 0;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** The requests that wait, the oldest first. */
  get pending(): readonly Pending[] {
    return [...this.#open.values()];
  }

  /** Nobody waits any more for what was asked before. */
  forget(): void {
    this.#open.clear();
    this.#count = 0;
    this.round += 1;
  }

  /** Asks, and calls `answer` at once, after the upstream's delay, or never. */
  open(request: Asked, answer: (answered: Answered) => void): Exchange {
    const { ask, elapsedMs, after } = this.#surroundings;
    const exchange = { close: () => void this.#open.delete(exchange) };
    this.#open.set(exchange, { index: this.#count, sinceMs: elapsedMs() });
    this.#count += 1;
    const { head, bytes } = ask({ ...request, body: request.body.slice(0, LONGEST_BODY) });
    if (head.kind === 'hang') return exchange;
    const send = (): void => {
      if (this.#open.has(exchange)) answer(this.#answered(head, bytes));
    };
    if (head.delayMs > 0) after(head.delayMs, send);
    else send();
    return exchange;
  }

  #answered({ status, headers, cutAt }: Extract<Reply, { kind: 'answer' }>, bytes: Buffer): Answered {
    return {
      status,
      headers: {
        date: new Date(this.#surroundings.dateMs()).toUTCString(),
        ...headers,
        'content-length': bytes.length,
      },
      bytes: bytes.subarray(0, cutAt),
      isWhole: cutAt === undefined || cutAt >= bytes.length,
    };
  }
}
