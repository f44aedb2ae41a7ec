/** First parts of the addresses that the classroom services take; everything else is Open-Meteo's. */
export const SERVICE_ROOTS = [
  'board',
  'rude',
  'doors',
  'jokes',
  'rates',
  'news',
  'datasets',
  'statbank',
  'worldbank',
  'energi',
  'protocols',
  'docs',
] as const;

const ROOTS: ReadonlySet<string> = new Set(SERVICE_ROOTS);

/**
 * True for an address of a classroom service. Cheap, because every request of the classroom API is asked.
 *
 * @example
 * isServicePath('/jokes/random_joke'); // true
 * isServicePath('/v1/air-quality?latitude=52'); // false
 */
export function isServicePath(url: string): boolean {
  const end = url.slice(1).search(/[/?]/);
  return ROOTS.has(end < 0 ? url.slice(1) : url.slice(1, end + 1));
}
