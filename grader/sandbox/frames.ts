import { LARGEST_MESSAGE } from './messages.ts';

/** A frame for the child: two lengths, JSON, bytes. */
export function frame(head: object, bytes: Uint8Array): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32LE(json.length, 0);
  sizes.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([sizes, json, bytes]);
}

/** What the child may send in one run: a value of 2 MB for each of a dozen calls, and its requests. */
const LARGEST_TALK = 32_000_000;

/**
 * Cuts the child's bytes into lines. Holds at most one line; `push` returns undefined when the child says more than
 * its own code ever would.
 *
 * @example new Lines().push(Buffer.from('{"kind":"used"}\n')) // ['{"kind":"used"}']
 */
export class Lines {
  #parts: Buffer[] = [];
  #held = 0;
  #total = 0;

  push(chunk: Buffer): string[] | undefined {
    this.#total += chunk.length;
    if (this.#total > LARGEST_TALK) return undefined;
    const lines: string[] = [];
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      lines.push(Buffer.concat([...this.#parts, chunk.subarray(from, end)]).toString());
      this.#parts = [];
      this.#held = 0;
      from = end + 1;
    }
    this.#parts.push(chunk.subarray(from));
    this.#held += chunk.length - from;
    return this.#held > LARGEST_MESSAGE ? undefined : lines;
  }
}
