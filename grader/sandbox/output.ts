/** What an answer prints, up to a limit. */
export class Output {
  readonly #chunks: Buffer[] = [];
  readonly #most: number;
  readonly #onFlood: () => void;
  #held = 0;

  constructor(most: number, onFlood: () => void) {
    this.#most = most;
    this.#onFlood = onFlood;
  }

  add(chunk: Buffer): void {
    const kept = chunk.subarray(0, this.#most - this.#held);
    this.#held += kept.length;
    this.#chunks.push(kept);
    if (kept.length < chunk.length) this.#onFlood();
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString();
  }
}
