import { escapeHtml } from '../display/html.ts';
import type { Cell, Column } from './cells.ts';
import type { Sheet } from './sheet.ts';

/** A table for a browser: plain tags, no script, no style sheet, so that it survives notebooks that are not trusted. */
export function tableHtml({ caption, columns, shownRows, notes }: Sheet): string {
  const head = columns.map((column) => `<th scope="col"${align(column)}>${escapeHtml(column.name)}</th>`);
  const rows = Array.from({ length: shownRows }, (_, index) => {
    const cells = columns.map((column) => `<td${align(column)}>${cellHtml(column.cells[index])}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  const foot = notes.map(
    (note) => `<tr><td colspan="${columns.length}" style="text-align: left">${escapeHtml(note)}</td></tr>`,
  );
  return [
    `<table><caption style="text-align: left">${escapeHtml(caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>${rows.join('')}</tbody>`,
    foot.length > 0 ? `<tfoot>${foot.join('')}</tfoot>` : '',
    '</table>',
  ].join('');
}

// JupyterLab aligns every cell to the right unless the cell itself says otherwise.
const align = ({ isNumeric }: Column): string => ` style="text-align: ${isNumeric ? 'right' : 'left'}"`;

function cellHtml(cell: Cell | undefined): string {
  if (!cell) return '';
  const text = escapeHtml(cell.text);
  return cell.isGap ? `<em>${text}</em>` : text;
}
