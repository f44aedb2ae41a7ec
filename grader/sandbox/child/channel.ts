import { readSync, writeSync } from 'node:fs';
import type { Assignment, Reply } from '../messages.ts';
import { encode } from './encode.ts';

// Taken now, so that an answer that replaces functions of `fs` does not lose its own results.
const read = readSync;
const write = writeSync;

/** A frame of the parent: JSON, and bytes that need no JSON. */
interface Frame<Head> {
  readonly head: Head;
  readonly bytes: Buffer;
}

/**
 * The child's end of its only way out: a pipe of its own, apart from standard output. Asking waits for the reply, so
 * no time passes meanwhile and the order of requests is always the same.
 */
export class Channel {
  readonly #fd: number;

  constructor(fd: number) {
    this.#fd = fd;
  }

  /** Waits for the work to do. */
  assignment(): Frame<Assignment> {
    // Border: the parent is our own code and writes exactly this.
    return this.#frame() as Frame<Assignment>;
  }

  /** Hands a request to the parent and waits for what the upstream does with it. */
  ask(request: object): Frame<Reply> {
    this.say(request);
    // Border: the parent is our own code and writes exactly this.
    return this.#frame() as Frame<Reply>;
  }

  say(message: object): void {
    const encoded = encode(message);
    if ('problem' in encoded) throw new Error(`A message of the sandbox ${encoded.problem}`);
    this.sayText(encoded.text);
  }

  /** Says JSON that is ready. */
  sayText(text: string): void {
    const bytes = Buffer.from(`${text}\n`);
    for (let sent = 0; sent < bytes.length; ) sent += write(this.#fd, bytes, sent);
  }

  #frame(): Frame<unknown> {
    const sizes = this.#bytes(8);
    const head: unknown = JSON.parse(this.#bytes(sizes.readUInt32LE(0)).toString());
    return { head, bytes: this.#bytes(sizes.readUInt32LE(4)) };
  }

  #bytes(size: number): Buffer {
    const bytes = Buffer.allocUnsafe(size);
    for (let got = 0; got < size; ) {
      const more = read(this.#fd, bytes, got, size - got, null);
      // The parent is gone, so nobody waits for the answer any more.
      if (more === 0) process.reallyExit(1);
      got += more;
    }
    return bytes;
  }
}

declare global {
  namespace NodeJS {
    interface Process {
      /** Ends the process at once, without `exit` listeners. Node's own, not in its types. */
      reallyExit(code: number): never;
    }
  }
}
