import type { Call, Outcome } from '../exercise.ts';
import { frame, Lines } from './frames.ts';
import { limitSays, silenceSays } from './limits.ts';
import { type Failure, type Message, parseMessage } from './messages.ts';
import { positionOf } from './position.ts';
import type { CompiledAnswer, Ending, Limits, RunOptions, UpstreamReply, UpstreamRequest } from './run.ts';

export interface SessionOptions {
  readonly compiled: CompiledAnswer;
  readonly options: RunOptions;
  readonly limits: Limits;
  /** Sends bytes to the child. */
  readonly send: (bytes: Buffer) => void;
  /** The child must say no more. */
  readonly stop: () => void;
  /** The child has done all that it was told. */
  readonly done: () => void;
}

const NO_BYTES = new Uint8Array();

/**
 * The parent's side of one run. Nothing that the child says is trusted: unknown messages end the run, outcomes count
 * once and only for calls that were made, and what it says about itself can only make its own verdict worse.
 */
export class Session {
  readonly outcomes = new Map<string, Outcome>();
  readonly requests: UpstreamRequest[] = [];
  ending: Ending | undefined;
  /** Our own part of the child is done; what goes wrong from here on is the answer's. */
  isReady = false;
  used = { virtualMs: 0, rssMb: 0 };
  readonly #lines = new Lines();
  readonly #calls: ReadonlyMap<string, Call>;
  readonly #given: SessionOptions;

  constructor(given: SessionOptions) {
    this.#given = given;
    this.#calls = new Map(given.options.calls.map((call) => [call.id, call]));
  }

  /** Hands over the answer and the calls. */
  begin(): void {
    const { compiled, options, limits, send } = this.#given;
    const { calls, nowMs } = options;
    const assignment = { path: compiled.path, calls, nowMs, virtualMs: limits.virtualMs };
    send(frame(assignment, Buffer.from(compiled.code)));
  }

  /** Bytes of the child. */
  hear(chunk: Buffer): void {
    if (this.ending) return;
    const lines = this.#lines.push(chunk);
    if (lines === undefined) this.#spoiled();
    for (const line of lines ?? []) {
      if (this.ending) return;
      const message = parseMessage(line);
      if (message) this.#take(message);
      else this.#spoiled();
    }
  }

  /** Ends the run; the first reason counts. */
  end(ending: Ending): void {
    if (this.ending) return;
    this.ending = ending;
    this.#given.stop();
  }

  exceed(limit: Extract<Ending, { kind: 'limit' }>['limit']): void {
    this.end({ kind: 'limit', limit, says: limitSays(limit, this.#given.limits) });
  }

  get isComplete(): boolean {
    return this.outcomes.size === this.#calls.size;
  }

  #take(message: Message): void {
    switch (message.kind) {
      case 'ready':
        this.isReady = true;
        break;
      case 'request':
        this.#request(message);
        break;
      case 'crashed':
        this.#crashed(message.failure);
        break;
      case 'exited':
        this.#exited(message);
        break;
      case 'waited':
        this.#waited(message);
        break;
      case 'used':
        this.used = { virtualMs: message.virtualMs, rssMb: message.rssMb };
        if (this.isComplete) this.#finish();
        break;
      default:
        this.#outcome(message);
    }
  }

  #finish(): void {
    this.ending ??= { kind: 'finished' };
    this.#given.done();
  }

  #request({ kind: _, ...request }: Extract<Message, { kind: 'request' }>): void {
    const { limits, options, send } = this.#given;
    const index = this.requests.length;
    const earlierMs = this.requests.at(-1)?.atMs ?? 0;
    if (index >= limits.requests) {
      this.exceed('requests');
      return;
    }
    // Time only goes forward, and not beyond its end, whatever the child says.
    const atMs = Math.min(Math.max(request.atMs, earlierMs), limits.virtualMs);
    const asked = { ...request, index, atMs };
    this.requests.push(asked);
    try {
      send(replyFrame(options.upstream(asked)));
    } catch (error) {
      this.end({
        kind: 'broken',
        says: `the classroom API failed: ${error instanceof Error ? error.message : error}`,
      });
    }
  }

  #outcome(message: Extract<Message, { id: string }>): void {
    if (!this.#calls.has(message.id) || this.outcomes.has(message.id)) return;
    this.outcomes.set(message.id, this.#outcomeOf(message));
  }

  #outcomeOf(message: Extract<Message, { id: string }>): Outcome {
    switch (message.kind) {
      case 'value':
        return { kind: 'value', value: message.value };
      case 'missing':
        return { kind: 'missing', found: message.found };
      case 'unfinished':
        return { kind: 'unfinished', why: message.why };
      case 'threw': {
        const { name, message: text, stack } = message.failure;
        return { kind: 'threw', name: name || 'Error', message: text, ...this.#at(stack) };
      }
    }
  }

  #exited({ code, stack }: Extract<Message, { kind: 'exited' }>): void {
    this.end({
      kind: 'crashed',
      says: `ended its own process with process.exit(${code})`,
      ...this.#at(stack),
    });
  }

  #waited({ request, forMs }: Extract<Message, { kind: 'waited' }>): void {
    const silent = request === undefined ? undefined : this.requests[request];
    if (silent) this.end({ kind: 'limit', limit: 'virtual-time', says: silenceSays(silent, forMs) });
    else this.exceed('virtual-time');
  }

  #crashed({ name, message, stack }: Failure): void {
    const says = `crashed with ${name || 'an error'}: ${message}`;
    if (this.isReady) this.end({ kind: 'crashed', says, ...this.#at(stack) });
    else this.end({ kind: 'broken', says: `the sandbox itself ${says}` });
  }

  #at(stack: string): { at?: string } {
    const at = positionOf(stack, this.#given.compiled);
    return at === undefined ? {} : { at };
  }

  #spoiled(): void {
    this.end({ kind: 'crashed', says: "wrote into the grader's own channel" });
  }
}

function replyFrame(reply: UpstreamReply): Buffer {
  if (reply.kind === 'hang') return frame({ kind: 'hang' }, NO_BYTES);
  const { status, headers, body, delayMs = 0, cutAt } = reply;
  const head = { kind: 'answer', status, headers, delayMs, ...(cutAt === undefined ? {} : { cutAt }) };
  return frame(head, typeof body === 'string' ? Buffer.from(body) : body);
}
