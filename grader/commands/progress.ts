import type { Look } from '../report/look.ts';
import { realTimers, type Timers } from '../watch/timers.ts';

/** Says on stderr what takes long. */
export interface ProgressTalk {
  /** A new step began. */
  readonly step: (says: string) => void;
  /** Erases what is still shown. */
  readonly end: () => void;
}

/** A step shorter than this is not worth a word. */
const PATIENCE_MS = 1_000;
const TICK_MS = 100;
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] as const;
const ASCII_FRAMES = ['|', '/', '-', '\\'] as const;

/**
 * Shows the running step once it takes longer than a second: a spinner on a terminal, else one plain line.
 *
 * @example const talk = progressTalk(context); talk.step('sealing the data'); …; talk.end()
 */
export function progressTalk(
  { liveTalk, look, talk }: { liveTalk: boolean; look: Look; talk: (text: string) => void },
  timers: Timers = realTimers,
): ProgressTalk {
  const frames = look.unicode ? FRAMES : ASCII_FRAMES;
  let [says, ticks, shown] = ['', 0, false];
  const endTicks = timers.every(TICK_MS, () => {
    ticks += 1;
    if (says === '' || ticks * TICK_MS < PATIENCE_MS) return;
    if (liveTalk) talk(`\r\u001b[K${frames[ticks % frames.length]} ${says}`);
    else if (!shown) talk(`${says} ...\n`);
    shown = true;
  });
  const erase = (): void => {
    if (shown && liveTalk) talk('\r\u001b[K');
    [says, ticks, shown] = ['', 0, false];
  };
  return {
    step: (next) => {
      erase();
      says = next;
    },
    end: () => {
      erase();
      endTicks();
    },
  };
}
