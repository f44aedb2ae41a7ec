import { http } from './http.ts';

const PROBE_TIMEOUT_MS = 2_500;
/** So long a service counts as reached or not, so that many cells in a row do not wait for each. */
const REMEMBERED_MS = 60_000;

/** Whether a service answers, and whether it was asked just now or remembered. */
export interface Reached {
  readonly isReached: boolean;
  readonly isNews: boolean;
}

/** What decides whether a service is reached. */
export interface Probe {
  /** Rejects when nothing answers. */
  readonly knock: (url: string) => Promise<unknown>;
  readonly nowMs: () => number;
}

/**
 * Makes a question "does this service answer at all?". Any answer counts, whatever its status. Each address is asked at
 * most once a minute.
 *
 * @example const reached = reachability({ knock, nowMs: () => performance.now() }); await reached('https://api.example')
 */
export function reachability({ knock, nowMs }: Probe): (url: string) => Promise<Reached> {
  const known = new Map<string, { readonly atMs: number; readonly answers: Promise<boolean> }>();
  return async (url) => {
    const before = known.get(url);
    if (before && nowMs() - before.atMs < REMEMBERED_MS)
      return { isReached: await before.answers, isNews: false };
    const answers = knock(url).then(
      () => true,
      () => false,
    );
    known.set(url, { atMs: nowMs(), answers });
    return { isReached: await answers, isNews: true };
  };
}

/** Whether a service on the internet answers within 2.5 s, asked the way in which `http` asks, proxies included. */
export const whetherReached = reachability({
  knock: (url) => http.head(url, { timeoutMs: PROBE_TIMEOUT_MS, retries: 0, cache: false, anyStatus: true }),
  nowMs: () => performance.now(),
});
