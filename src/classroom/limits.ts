/** How much one address may ask, in calls; a large request counts as several (see `serving/weight.ts`). */
export interface Allowance {
  readonly minutely: number;
  readonly hourly: number;
  readonly daily: number;
}

/** Open-Meteo's free service. */
export const FREE_ALLOWANCE: Allowance = { minutely: 600, hourly: 5_000, daily: 10_000 };

/** Counts the calls of each address. The time is an argument, milliseconds since 1970. */
export interface Limits {
  /** Open-Meteo's words when the address has used up a minute, an hour or a day; undefined when it may ask. */
  refusal(address: string, nowMs: number): string | undefined;
  spend(address: string, calls: number, nowMs: number): void;
}

const WINDOWS = [
  {
    name: 'minutely',
    lengthMs: 60_000,
    reason: 'Minutely API request limit exceeded. Please try again in one minute.',
  },
  {
    name: 'hourly',
    lengthMs: 3_600_000,
    reason: 'Hourly API request limit exceeded. Please try again in the next hour.',
  },
  {
    name: 'daily',
    lengthMs: 86_400_000,
    reason: 'Daily API request limit exceeded. Please try again tomorrow.',
  },
] as const;

/**
 * Counters that start anew with every minute, full hour and UTC day, as Open-Meteo's do: a class behind one address
 * that meets a limit is served again when the next minute begins.
 *
 * @example
 * const limits = limitsOf(FREE_ALLOWANCE);
 * limits.spend('10.0.0.7', 600, nowMs);
 * limits.refusal('10.0.0.7', nowMs); // 'Minutely API request limit exceeded. Please try again in one minute.'
 */
export function limitsOf(allowance: Allowance): Limits {
  const windows = WINDOWS.map((window) => ({ ...window, most: allowance[window.name], ...counter(window) }));
  return {
    refusal: (address, nowMs) => windows.find(({ spent, most }) => spent(address, nowMs) >= most)?.reason,
    spend: (address, calls, nowMs) => {
      for (const { add } of windows) add(address, calls, nowMs);
    },
  };
}

interface Counter {
  readonly spent: (address: string, nowMs: number) => number;
  readonly add: (address: string, calls: number, nowMs: number) => void;
}

/** What each address has spent in the running window; older windows are forgotten, so it stays small. */
function counter({ lengthMs }: { readonly lengthMs: number }): Counter {
  const running = { index: Number.NaN, calls: new Map<string, number>() };
  const callsAt = (nowMs: number): Map<string, number> => {
    const index = Math.floor(nowMs / lengthMs);
    if (index !== running.index) {
      running.index = index;
      running.calls.clear();
    }
    return running.calls;
  };
  return {
    spent: (address, nowMs) => callsAt(nowMs).get(address) ?? 0,
    add: (address, calls, nowMs) => {
      const all = callsAt(nowMs);
      all.set(address, (all.get(address) ?? 0) + calls);
    },
  };
}
