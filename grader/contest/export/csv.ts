/** One cell of a table; a number stays one. */
export type Cell = string | number | undefined;

/**
 * A table as CSV (RFC 4180), with a mark that tells Excel of UTF-8. A text that a spreadsheet would run as a formula is
 * made one that it shows. Pure.
 *
 * @example csv([['nick', 'points'], ['=A1', 100]]) // '\uFEFFnick,points\r\n\'=A1,100\r\n'
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const shown = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
