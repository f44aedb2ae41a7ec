/** Counts per client in windows of time: rate limits and quotas. Pure but for its own counters. */
export interface Windows {
  /** One more request of that client; says how many are left and when the window is over. */
  spend(client: string, limit: Limit, nowMs: number): Spent;
  forget(client: string): void;
}

export interface Limit {
  readonly requests: number;
  readonly windowMs: number;
}

export interface Spent {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Whole seconds until the window is over, at least 1. */
  readonly resetS: number;
}

const MOST_CLIENTS = 500;

/**
 * A window begins with the first request of a client and not with the full minute, so that a lesson can rely on it.
 *
 * @example
 * const windows = createWindows();
 * windows.spend('10.0.0.7', { requests: 5, windowMs: 60_000 }, clockMs()); // { allowed: true, remaining: 4, resetS: 60 }
 */
export function createWindows(): Windows {
  const clients = new Map<string, { readonly endMs: number; count: number }>();
  return {
    spend: (client, { requests, windowMs }, nowMs) => {
      const known = clients.get(client);
      const window =
        known !== undefined && nowMs < known.endMs ? known : { endMs: nowMs + windowMs, count: 0 };
      clients.delete(client);
      clients.set(client, window);
      const [oldest] = clients.keys();
      if (clients.size > MOST_CLIENTS && oldest !== undefined) clients.delete(oldest);
      window.count += 1;
      return {
        allowed: window.count <= requests,
        remaining: Math.max(0, requests - window.count),
        resetS: Math.max(1, Math.ceil((window.endMs - nowMs) / 1000)),
      };
    },
    forget: (client) => {
      clients.delete(client);
    },
  };
}
