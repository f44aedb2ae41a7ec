/** Where numbers come from. Simulated and changed data are never called Open-Meteo's. */
export interface DataSource {
  /**
   * `open-meteo`: the real service, now. `sealed`: a kept answer of it. `variant`: changed for a test.
   * `simulated`: invented. `other`: a server that does not say.
   */
  readonly kind: 'open-meteo' | 'sealed' | 'variant' | 'simulated' | 'other';
  /** In words: `Open-Meteo`, or `simulated, seed 7`. */
  readonly label: string;
}

/** The classroom API names its data in this header; the real service has no such header. */
const HEADER = 'x-airlab-data';
const REAL_HOST = /(^|[.-])open-meteo\.com$/;

/**
 * Reads the label of the classroom API: what the data are, then `; ` and what was done to them. `elsewhere …` only says
 * what answers for places that were not recorded.
 *
 * @example dataSource({ 'x-airlab-data': 'simulated, seed 7' }, url) //=> { kind: 'simulated', label: 'simulated, seed 7' }
 */
export function dataSource(headers: Readonly<Record<string, string>>, url: string): DataSource {
  const label = headers[HEADER];
  const { hostname } = new URL(url);
  if (label === undefined)
    return REAL_HOST.test(hostname)
      ? { kind: 'open-meteo', label: 'Open-Meteo' }
      : { kind: 'other', label: hostname };
  const [data = '', ...done] = label.split('; ');
  if (done.some((what) => !what.startsWith('elsewhere '))) return { kind: 'variant', label };
  if (data.startsWith('simulated')) return { kind: 'simulated', label };
  return { kind: data.startsWith('Open-Meteo') ? 'sealed' : 'other', label };
}

/** The line that stands above data which are not Open-Meteo's. */
export function sourceWarning({ kind, label }: DataSource): readonly string[] {
  if (kind === 'simulated') return [`SIMULATED DATA, no measurement and no forecast (${label})`];
  return kind === 'variant' ? [`CHANGED DATA, no measurement and no forecast (${label})`] : [];
}
