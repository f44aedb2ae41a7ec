export type Value = string | number | boolean | null;

/**
 * Rows as CSV (RFC 4180), the column names first. `null` is an empty field.
 *
 * @example
 * csv(['city', 'pm2_5'], [['Roskilde', 5.2]]); // 'city,pm2_5\r\nRoskilde,5.2\r\n'
 */
export function csv(
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  { delimiter = ',', newline = '\r\n' }: { readonly delimiter?: string; readonly newline?: string } = {},
): string {
  const line = (fields: readonly Value[]) =>
    fields.map((field) => quoted(field, delimiter)).join(delimiter) + newline;
  return line(columns) + rows.map(line).join('');
}

function quoted(field: Value, delimiter: string): string {
  const text = field === null ? '' : String(field);
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
