/** Timers as arguments, so that a test decides when time passes. Each returns a function that ends it. */
export interface Timers {
  readonly every: (everyMs: number, action: () => void) => () => void;
  readonly after: (delayMs: number, action: () => void) => () => void;
}

/** The timers of Node. */
export const realTimers: Timers = {
  every: (everyMs, action) => {
    const timer = setInterval(action, everyMs);
    return () => clearInterval(timer);
  },
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};
