import type { DataSource } from './source.ts';

const sources = new WeakMap<object, DataSource>();

/** Remembers where rows come from, so that a table or a chart of them says so without being told. */
export function rememberSource(rows: readonly object[], source: DataSource): void {
  for (const row of rows) sources.set(row, source);
}

/**
 * Where rows come from, as far as it is known: rows that were filtered, sorted or sliced are still the same, rows that
 * were made from them are not.
 */
export function rememberedSource(rows: unknown): DataSource | undefined {
  const list: readonly unknown[] = Array.isArray(rows) ? rows : [rows];
  for (const row of list) {
    const source = typeof row === 'object' && row !== null ? sources.get(row) : undefined;
    if (source) return source;
  }
  return undefined;
}
