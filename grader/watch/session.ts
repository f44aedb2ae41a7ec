import type { Timers } from './timers.ts';

/** What a watch session is made of; every effect is an argument. */
export interface SessionParts {
  /** One grading as text, or undefined when `isCurrent()` turned false meanwhile. */
  readonly attempt: (isCurrent: () => boolean) => Promise<string | undefined>;
  /** What `h`, `l` and `x` print. `x` asks to be pressed twice. */
  readonly actions: {
    readonly hint: () => string;
    readonly list: () => Promise<string>;
    readonly reset: () => string;
  };
  /** Time left on the practice clock, when one runs. */
  readonly timeLeft: () => string | undefined;
  readonly write: (text: string) => void;
  /** Whether the last line may be redrawn. */
  readonly live: boolean;
  readonly columns: number;
  readonly timers: Timers;
  /** Called once, when `q` was pressed or `quit` called. */
  readonly onQuit: () => void;
}

/** A running session. */
export interface Session {
  /** Grades again; a grading that runs already is superseded. */
  readonly again: (why: string) => void;
  readonly key: (key: string) => void;
  readonly quit: () => void;
}

const KEYS = 'r run again, h hint, l list, x reset, q quit';

/**
 * The loop of `--watch`: grade, show, wait for a save or a key. The newest save wins: what an older grading found is
 * dropped. Nothing is cleared but the footer, so earlier reports stay in the terminal's history.
 */
export function watchSession(parts: SessionParts): Session {
  const { write, live, timers } = parts;
  const state = { newest: 0, running: '', resetAsked: false, over: false };
  const footer = (): void => {
    if (!live || state.over) return;
    const left = parts.timeLeft();
    const text = [state.running || undefined, left, KEYS].filter((word) => word !== undefined).join(' | ');
    write(`\r\u001b[K${text.slice(0, parts.columns - 1)}`);
  };
  const show = (text: string): void => {
    if (state.over) return;
    write(`${live ? '\r\u001b[K' : ''}${text}\n`);
    footer();
  };
  const again = (why: string): void => {
    if (state.over) return;
    state.newest += 1;
    const own = state.newest;
    const isCurrent = (): boolean => own === state.newest && !state.over;
    state.running = `${why}, grading`;
    footer();
    parts
      .attempt(isCurrent)
      .catch((error: unknown) => errorWords(error))
      .then((text) => {
        if (!isCurrent() || text === undefined) return;
        state.running = '';
        show(text);
      });
  };
  const endTicks = live ? timers.every(1_000, footer) : () => {};
  const quit = (): void => {
    if (state.over) return;
    endTicks();
    if (live) write('\r\u001b[K');
    state.over = true;
    parts.onQuit();
  };
  const key = (pressed: string): void => {
    const confirmed = pressed === 'x' && state.resetAsked;
    state.resetAsked = pressed === 'x' && !confirmed;
    if (pressed === 'q') quit();
    else if (pressed === 'r') again('run again');
    else if (pressed === 'h') show(attempted(parts.actions.hint));
    else if (pressed === 'l') parts.actions.list().then(show, (error: unknown) => show(errorWords(error)));
    else if (confirmed) show(attempted(parts.actions.reset));
    else if (pressed === 'x') show('Press x again to put the starter back. Your file is kept as a backup.');
  };
  return { again, key, quit };
}

function attempted(action: () => string): string {
  try {
    return action();
  } catch (error) {
    return errorWords(error);
  }
}

function errorWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'hint' in error && typeof error.hint === 'string'
    ? `${error.message}\n${error.hint}`
    : error.message;
}
