import { escapeHtml } from '../display/html.ts';
import { tableHtml } from '../table/html.ts';
import { type Sheet, sheetOf } from '../table/sheet.ts';
import { tableText } from '../table/text.ts';
import type { Moment } from './read-answer.ts';
import { type DataSource, sourceWarning } from './source.ts';

/** What is needed to show an answer. */
export interface SeriesView {
  readonly units: Readonly<Record<string, string>>;
  readonly source: DataSource;
  readonly attribution: string;
  readonly sections: Readonly<Record<string, readonly Moment[]>>;
}

const ROWS = 5;

/** The first rows of each section, where the numbers come from, and whom to name. */
export function seriesText(view: SeriesView): string {
  return [...sourceWarning(view.source), ...sheets(view).map(tableText), credit(view)].join('\n');
}

/** The same for a notebook. */
export function seriesHtml(view: SeriesView): string {
  return [
    ...sourceWarning(view.source).map(bannerHtml),
    ...sheets(view).map(tableHtml),
    `<p><small>${escapeHtml(credit(view))}</small></p>`,
  ].join('\n');
}

/** Seen without reading, and without colour. */
export const bannerHtml = (text: string): string =>
  `<p style="border: 2px solid; padding: 4px 10px"><b>${escapeHtml(text)}</b></p>`;

/** Open-Meteo is named for Open-Meteo's data only. */
export function credit({ source, attribution }: Pick<SeriesView, 'source' | 'attribution'>): string {
  if (source.kind === 'open-meteo') return attribution;
  return source.kind === 'sealed' ? `${source.label}. ${attribution}` : `Data: ${source.label}`;
}

const sheets = ({ sections, units }: SeriesView): readonly Sheet[] =>
  Object.entries(sections)
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) =>
      sheetOf(rows, {
        units,
        maxRows: ROWS,
        caption: `${name}, ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`,
      }),
    );
