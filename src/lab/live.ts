const AIR_QUALITY_URL = 'https://air-quality-api.open-meteo.com';

/** Whether the real Open-Meteo can be reached from here. */
export type LiveState = 'reachable' | 'unreachable' | 'not asked';

/** Asks the real service for one value; any HTTP answer counts, silence after `timeoutMs` does not. */
export async function probeLive(fetchUrl: typeof fetch, timeoutMs = 1_500): Promise<LiveState> {
  const url = `${AIR_QUALITY_URL}/v1/air-quality?latitude=52.22&longitude=6.89&current=pm2_5`;
  try {
    await fetchUrl(url, { signal: AbortSignal.timeout(timeoutMs) });
    return 'reachable';
  } catch {
    return 'unreachable';
  }
}
