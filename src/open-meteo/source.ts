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

/** @example dataSource({ 'x-airlab-data': 'simulated, seed 7' }, url) //=> { kind: 'simulated', label: 'simulated, seed 7' } */
export function dataSource(headers: Readonly<Record<string, string>>, url: string): DataSource {
  const label = headers[HEADER];
  const host = new URL(url).host;
  if (label === undefined)
    return REAL_HOST.test(host)
      ? { kind: 'open-meteo', label: 'Open-Meteo' }
      : { kind: 'other', label: host };
  if (/simulat/i.test(label)) return { kind: 'simulated', label };
  if (/variant|changed/i.test(label)) return { kind: 'variant', label };
  return /snapshot|sealed/i.test(label) ? { kind: 'sealed', label } : { kind: 'other', label };
}
