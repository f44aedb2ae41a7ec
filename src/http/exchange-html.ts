import { escapeHtml } from '../display/html.ts';
import type { ExchangeRecord } from './exchange.ts';
import { notes, requestLines, responseLines } from './exchange-text.ts';

// Only inline styles: a notebook that is not trusted keeps them, and nbconvert too.
const BOX =
  'margin:0 0 6px;padding:6px 10px;border-left:3px solid #888;white-space:pre-wrap;word-break:break-word';

/** The exchange for a notebook: the request, the response, and what happened on the way. */
export function exchangeHtml(record: ExchangeRecord): string {
  const block = (title: string, lines: readonly string[]): string =>
    `<div><b>${title}</b><pre style="${BOX}">${lines.map(escapeHtml).join('\n')}</pre></div>`;
  return [
    block('Request', requestLines(record)),
    block('Response', responseLines(record)),
    `<div>${notes(record).map(escapeHtml).join('<br>')}</div>`,
  ].join('\n');
}
