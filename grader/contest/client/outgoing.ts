import { isAirlabError } from '../../../src/errors.ts';
import { type Sent, sendLetters } from './outbox.ts';
import type { Seat } from './seat.ts';
import { type Receipt, sendLetter } from './student.ts';

export interface SendTools {
  readonly now: () => number;
  readonly offsetMs: number;
  readonly sleep: (ms: number) => Promise<void>;
  /** How long the pause that the server wants is waited out. @default 12 s */
  readonly patienceMs?: number;
  /** Hears why it takes longer. */
  readonly step: (says: string) => void;
}

/** A letter that waited longer than this was not sent at once: it says so. */
const AT_ONCE_MS = 3_000;
/** The pause that the server wants between two submissions, and a little more. */
const LONGEST_PAUSE_MS = 12_000;
const LOOK_MS = 1_000;

/** Sends everything that waits on this disk, the oldest first, and waits out the pause between two of them. */
export function sendAll(root: string, seat: Seat, tools: SendTools): Promise<readonly Sent<Receipt>[]> {
  const { now, offsetMs, sleep, step, patienceMs = LONGEST_PAUSE_MS } = tools;
  return sendLetters(root, async (letter) => {
    const untilMs = now() + patienceMs;
    for (let tries = 1; ; tries += 1) {
      try {
        return await sendLetter(seat, letter, now() + offsetMs - letter.queuedMs > AT_ONCE_MS);
      } catch (error) {
        if (!isAirlabError(error) || error.code !== 'TOO_SOON' || now() >= untilMs) throw error;
        if (tries === 1) step('10 s must pass between two submissions; waiting for them');
        await sleep(LOOK_MS);
      }
    }
  });
}
