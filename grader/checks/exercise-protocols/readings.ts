import { mixed } from '../../../src/services/mixed.ts';
import { CITIES, type Reading } from '../../../src/services/reading.ts';

/** The n-th reading of the data of that salt: city, hour and value differ from salt to salt. */
export function readingOf(salt: number, n: number): Reading & { readonly pm2_5: number } {
  const city = CITIES[Math.floor(mixed('city', salt, n) * CITIES.length)]?.id ?? 'roskilde';
  const hour = String(Math.floor(mixed('hour', salt, n) * 24)).padStart(2, '0');
  // Every n has a range of its own, so that no two readings of one trial have the same value.
  const tenths = 31 + 50 * n + Math.floor(mixed('value', salt, n) * 49);
  return { city, time: `2026-11-24T${hour}:00Z`, pm2_5: tenths / 10, unit: 'μg/m³' };
}

/** The same items in an order that depends on the salt. */
export function shuffled<Item>(items: readonly Item[], salt: number): readonly Item[] {
  return items
    .map((item, index) => ({ item, rank: salt === 0 ? index : mixed('order', salt, index) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
