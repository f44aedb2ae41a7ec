/** @import { Letter, Outbox, Outcome } from './outbox.js' */
/** @import { ServerClock } from '../live/server-clock.js' */
import { ask, Refused } from '../live/api.js';
import { addressOf, nextLetter, readOutbox, settle } from './outbox.js';

/** The server takes one submission of a person in so long; it says when it is too early. */
const EARLY_S = 10;
const RETRY_MS = 5_000;

/** Keeps answers in the browser until the server has them, and sends them one after the other. */
export class Postman {
  /** @type {Outbox} */
  outbox = [];
  #key = '';
  #isSending = false;

  /**
   * @param {{
   *   clock: ServerClock,
   *   storage: Pick<Storage, 'getItem' | 'setItem'>,
   *   isLinkUp: () => boolean,
   *   onChange: () => void,
   * }} tools
   */
  constructor(tools) {
    this.tools = tools;
  }

  /** Takes up what this person had left. @param {string} person */
  startFor(person) {
    const key = `airlab.outbox.${person}`;
    if (key === this.#key) return;
    this.#key = key;
    this.outbox = readOutbox(this.tools.storage.getItem(key));
    this.tools.onChange();
  }

  /** @param {Pick<Letter, 'kind' | 'source'>} answer */
  post(answer) {
    const madeMs = this.tools.clock.nowMs;
    this.#keep([
      ...this.outbox,
      { ...answer, id: newId(), madeMs, wasOffline: !this.tools.isLinkUp(), notBeforeMs: 0 },
    ]);
    return this.send();
  }

  /** @param {string} id */
  forget(id) {
    this.#keep(settle(this.outbox, id, { kind: 'sent' }));
  }

  /** Sends what may go now. */
  async send() {
    if (this.#isSending || this.#key === '') return;
    this.#isSending = true;
    const { clock } = this.tools;
    for (
      let letter = nextLetter(this.outbox, clock.nowMs);
      letter;
      letter = nextLetter(this.outbox, clock.nowMs)
    ) {
      const outcome = await deliver(letter, clock.nowMs);
      this.#keep(settle(this.outbox, letter.id, outcome));
      if (outcome.kind === 'unreached') break;
    }
    this.#isSending = false;
  }

  /** @param {Outbox} outbox */
  #keep(outbox) {
    this.outbox = outbox;
    this.tools.storage.setItem(this.#key, JSON.stringify(outbox));
    this.tools.onChange();
  }
}

/**
 * @param {Letter} letter
 * @param {number} nowMs
 * @returns {Promise<Outcome>}
 */
async function deliver(letter, nowMs) {
  try {
    await ask(addressOf(letter), { text: letter.source });
    return { kind: 'sent' };
  } catch (error) {
    if (!(error instanceof Refused)) return { kind: 'unreached' };
    if (error.status === 429 && error.code !== 'TOO_MANY')
      return { kind: 'postponed', untilMs: nowMs + (error.retryAfterS ?? EARLY_S) * 1000 };
    if (error.status >= 500) return { kind: 'postponed', untilMs: nowMs + RETRY_MS };
    return { kind: 'refused', why: `${error.message} ${error.hint}`.trim() };
  }
}

/** A random UUID: `crypto.randomUUID` is not there on addresses without a certificate. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-');
}
