// Shows that a step is still running: a spinner with the seconds on a terminal, plain lines elsewhere.

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
const QUIET_MS = 1_000;
const REPEAT_MS = 10_000;
const COLUMNS = 80;

const seconds = (ms) => `${Math.round(ms / 1000)} s`;

/**
 * Steps shorter than a second leave no trace. `write` gets ready text; `terminal` allows a line to be rewritten.
 *
 * @example
 * const step = createProgress({ write, terminal, now }).step('Installing packages');
 * step.note('37 of 104'); step.end('done');
 */
export function createProgress({ write, terminal, now = Date.now }) {
  const step = (label) => {
    const started = now();
    let note = '';
    let printedAt = 0;
    let frame = 0;
    const line = () => [label, note, seconds(now() - started)].filter(Boolean).join('  ');
    const clear = () => terminal && printedAt > 0 && write('\r\x1b[K');
    const show = () => {
      if (now() - started < QUIET_MS) return;
      if (!terminal && printedAt > 0 && now() - printedAt < REPEAT_MS) return;
      frame += 1;
      if (terminal) write(`\r\x1b[K${`${FRAMES[frame % FRAMES.length]} ${line()}`.slice(0, COLUMNS - 1)}`);
      else write(`  ${line()}\n`);
      printedAt = now();
    };
    const timer = setInterval(show, terminal ? FRAME_MS : QUIET_MS);
    timer.unref();
    return {
      note: (text) => {
        note = text;
      },
      end: (outcome) => {
        clearInterval(timer);
        clear();
        if (now() - started < QUIET_MS && outcome === 'done') return;
        write(`${outcome === 'done' ? '✓' : '✗'} ${label}  ${seconds(now() - started)}\n`);
      },
    };
  };
  return { step };
}
