import { escapeHtml } from '../display/html.ts';
import type { Bundle } from '../kernel/messages.ts';
import { tableHtml } from '../table/html.ts';
import { sheetOf, type TableOptions } from '../table/sheet.ts';
import { tableText } from '../table/text.ts';
import { fieldsOf, unescaped } from './check.ts';
import { type Json, units } from './spec.ts';

const HTML_ROWS = 100;
const TEXT_ROWS = 10;

/** The rows behind a chart as tables: folded in a browser, the first ones in a terminal. */
export function rowBundles(spec: Json, source: TableOptions['source']): Bundle[] {
  return [...dataSets(spec)].map(([rows, fields]) => {
    const shown = columnsOf(rows, fields);
    const about = { caption: 'The numbers behind the chart', ...(source === undefined ? {} : { source }) };
    const html = tableHtml(sheetOf(shown, { ...about, maxRows: HTML_ROWS }));
    const summary = `The numbers behind the chart: ${rows.length} rows`;
    return {
      data: {
        'text/html': `<details><summary>${escapeHtml(summary)}</summary>${html}</details>`,
        'text/plain': tableText(sheetOf(shown, { ...about, maxRows: TEXT_ROWS })),
      },
      metadata: {},
    };
  });
}

/** Inline rows, and the fields of them that some view shows. */
function dataSets(spec: Json): Map<readonly Json[], Set<string>> {
  const found = new Map<readonly Json[], Set<string>>();
  for (const { around } of units(spec)) {
    if (!around.rows || around.rows.length === 0) continue;
    const fields = found.get(around.rows) ?? new Set();
    for (const channel of Object.values(around.encoding))
      for (const field of fieldsOf(channel)) fields.add(field);
    found.set(around.rows, fields);
  }
  return found;
}

// Fields that a transform makes are in no row; when none is left, all that the rows have is shown.
function columnsOf(rows: readonly Json[], fields: ReadonlySet<string>): readonly Json[] {
  const present = [...fields].map(unescaped).filter((field) => rows.some((row) => field in row));
  if (present.length === 0) return rows;
  return rows.map((row) => Object.fromEntries(present.map((field) => [field, row[field]])));
}
