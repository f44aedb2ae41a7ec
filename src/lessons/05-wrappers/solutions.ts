const LINES = {
  facts: [
    'function facts(method: string, url: string, status: number): string {',
    "  return method + ' ' + url + ' answered ' + status; // who reads it can ask the same by hand",
    '}',
    '// Rejected: only the status. Forty services give a 503 now and then; which one was it?',
  ],
  wait: [
    'function waitMs(retryAfter: string | null, tried: number): number {',
    '  if (retryAfter !== null) return Number(retryAfter) * 1000; // the service says seconds, timers count in ms',
    '  return 500 * 2 ** (tried - 1); // doubling, so that a long trouble gets few requests',
    '}',
    '// Rejected: the same second each time. A class of sixty then knocks sixty times a second for as long as it lasts.',
  ],
  mayRepeat: [
    'function mayRepeat(method: string, status: number): boolean {',
    "  const actsOnce = method !== 'POST' && method !== 'PATCH'; // nobody knows whether the lost one acted",
    '  const passes = status === 0 || status === 429 || status >= 500; // not our mistake',
    '  return actsOnce && passes;',
    '}',
    '// Rejected: every error. A 404 stays a 404, and a POST twice is two notices.',
  ],
  cached: [
    'function cached(ask: Ask, nowMs: () => number) {',
    '  const kept = new Map<string, { body: unknown; untilMs: number }>();',
    '  return async (url: string) => {',
    '    const known = kept.get(url); // the whole URL: another city is another question',
    '    if (known && nowMs() < known.untilMs) return known.body;',
    '    const { body, maxAgeS } = await ask(url); // when it throws, nothing is kept',
    '    kept.set(url, { body, untilMs: nowMs() + maxAgeS * 1000 });',
    '    return body;',
    '  };',
    '}',
    '// Rejected: a time of our own, for example an hour. The service knows how long its answer holds; we do not.',
  ],
  pages: [
    'async function* allRows(page: Page) {',
    '  let offset = 0;',
    '  let total = 1; // unknown before the first page',
    '  while (offset < total) {',
    '    const { rows, num_rows_total } = await page(offset);',
    '    if (rows.length === 0) return; // a service that forgets rows must not keep us for ever',
    '    yield* rows;',
    '    total = num_rows_total;',
    '    offset += rows.length; // what came, not what was hoped for',
    '  }',
    '}',
    '// Rejected: collect all pages, then return a list. Who needs three rows pays for 450.',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A model answer for each check, with its reason and one rejected alternative. */
export const SOLUTIONS = {
  facts: LINES.facts.join('\n'),
  wait: LINES.wait.join('\n'),
  mayRepeat: LINES.mayRepeat.join('\n'),
  cached: LINES.cached.join('\n'),
  pages: LINES.pages.join('\n'),
};
