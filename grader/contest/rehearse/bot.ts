import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAirlabError } from '../../../src/errors.ts';
import { ask } from '../client/ask.ts';
import type { View } from '../viewer.ts';

/** What a bot hands in, and what it must get: at least so many points. */
export interface BotAnswer {
  readonly name: string;
  readonly source: string;
  readonly passes: boolean;
}

/** A submission that the server acknowledged. */
export interface Acknowledged {
  readonly bot: string;
  readonly submission: string;
  readonly answer: BotAnswer;
  readonly state: string;
}

/** A student who is a program: joins, and hands answers in until they are acknowledged, whatever the link does. */
export class Bot {
  readonly nick: string;
  readonly acknowledged: Acknowledged[] = [];
  /** How often it had to ask again because nothing came back. */
  repeats = 0;
  person = '';
  readonly #url: string;
  #token = '';

  constructor(url: string, nick: string) {
    this.#url = url;
    this.nick = nick;
  }

  async join(): Promise<void> {
    const told = await this.#insist('/api/join', { json: { nick: this.nick } });
    if (typeof told !== 'object' || told === null || !('token' in told) || !('person' in told)) return;
    this.#token = String(told.token);
    this.person = String(told.person);
  }

  /** `queuedMs`: when it was written, if the link was down then. */
  async submit(answer: BotAnswer, queuedMs?: number): Promise<void> {
    const query = new URLSearchParams({
      ...{ id: randomUUID(), kind: 'ts', via: 'rehearsal' },
      ...(queuedMs === undefined ? {} : { queuedMs: String(Math.round(queuedMs)) }),
    });
    const told = await this.#insist(`/api/submissions?${query}`, { text: answer.source });
    if (typeof told !== 'object' || told === null || !('submission' in told) || !('state' in told)) return;
    const { submission, state } = told;
    this.acknowledged.push({ bot: this.nick, answer, submission: String(submission), state: String(state) });
  }

  async view(): Promise<View> {
    // Border: our own server.
    return (await ask({ url: this.#url, token: this.#token }, '/api/contest')) as View;
  }

  /** The same request until it is answered: the server may be down, or want a pause. */
  async #insist(path: string, body: { json?: unknown; text?: string }): Promise<unknown> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await ask({ url: this.#url, token: this.#token || undefined, limitMs: 4_000 }, path, body);
      } catch (error) {
        const isPassing = isAirlabError(error) && (error.trouble === 'theirs' || error.code === 'TOO_SOON');
        if (!isPassing || tries > 120) throw error;
        this.repeats += 1;
        await sleep(isPassing && error.code === 'TOO_SOON' ? 2_000 : 250);
      }
    }
  }
}
