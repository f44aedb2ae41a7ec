import { escapeHtml } from '../http/shown.ts';
import type { Moment } from './read-answer.ts';
import type { DataSource } from './source.ts';

/** What is needed to show an answer. */
export interface SeriesView {
  readonly units: Readonly<Record<string, string>>;
  readonly source: DataSource;
  readonly attribution: string;
  readonly current: readonly Moment[];
  readonly hourly: readonly Moment[];
  readonly daily: readonly Moment[];
}

const ROWS = 5;

/** The first rows of each section, where the numbers come from, and whom to name. */
export function seriesText(view: SeriesView): string {
  const blocks = sections(view).map(([name, rows]) =>
    [headline(name, rows), ...textTable(rows, view.units)].join('\n'),
  );
  return [...warning(view.source), ...blocks, credit(view)].join('\n\n');
}

/** The same for a notebook. */
export function seriesHtml(view: SeriesView): string {
  const banner = warning(view.source).map(
    (text) => `<p style="border:2px solid;padding:4px 10px"><b>${escapeHtml(text)}</b></p>`,
  );
  const tables = sections(view).map(
    ([name, rows]) => `<p>${escapeHtml(headline(name, rows))}</p>${htmlTable(rows, view.units)}`,
  );
  return [...banner, ...tables, `<p><small>${escapeHtml(credit(view))}</small></p>`].join('\n');
}

function sections({ current, hourly, daily }: SeriesView): readonly (readonly [string, readonly Moment[]])[] {
  const all = [
    ['current', current],
    ['hourly', hourly],
    ['daily', daily],
  ] as const;
  return all.filter(([, rows]) => rows.length > 0);
}

function warning({ kind, label }: DataSource): readonly string[] {
  if (kind === 'simulated') return [`SIMULATED DATA, not from Open-Meteo (${label})`];
  return kind === 'variant' ? [`CHANGED DATA, not from Open-Meteo (${label})`] : [];
}

function credit({ source, attribution }: SeriesView): string {
  if (source.kind === 'open-meteo') return attribution;
  return source.kind === 'sealed' ? `${source.label}. ${attribution}` : `Data: ${source.label}`;
}

function headline(name: string, rows: readonly Moment[]): string {
  const shown = rows.length > ROWS ? `, the first ${ROWS}` : '';
  return `${name}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}${shown}`;
}

const heading = (name: string, units: Readonly<Record<string, string>>): string =>
  units[name] ? `${name} (${units[name]})` : name;

const cell = (value: Moment[string] | undefined): string =>
  value === null || value === undefined ? 'null' : String(value);

function textTable(rows: readonly Moment[], units: Readonly<Record<string, string>>): readonly string[] {
  const names = Object.keys(rows[0] ?? {});
  const lines = [
    names.map((name) => heading(name, units)),
    ...rows.slice(0, ROWS).map((row) => names.map((name) => cell(row[name]))),
  ];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function htmlTable(rows: readonly Moment[], units: Readonly<Record<string, string>>): string {
  const names = Object.keys(rows[0] ?? {});
  const head = names.map((name) => `<th scope="col">${escapeHtml(heading(name, units))}</th>`).join('');
  const body = rows
    .slice(0, ROWS)
    .map((row) => `<tr>${names.map((name) => `<td>${escapeHtml(cell(row[name]))}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}
