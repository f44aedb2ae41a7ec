import type { Column } from './cells.ts';
import type { Sheet } from './sheet.ts';

const WIDTH = 80;
const WIDEST_COLUMN = 40;

/** A table for a terminal, at most 80 columns wide; columns that do not fit are named below. */
export function tableText({ caption, columns, shownRows, notes }: Sheet): string {
  const laid = columns.map(layOut);
  const fitting = countFitting(laid.map(({ width }) => width));
  const shown = laid.slice(0, fitting);
  const left = columns.slice(fitting).map(({ name }) => name);
  const lines = Array.from({ length: shownRows + 1 }, (_, row) =>
    shown
      .map(({ lines }) => lines[row] ?? '')
      .join('  ')
      .trimEnd(),
  );
  const rule = shown.map(({ width }) => '─'.repeat(width)).join('  ');
  return [
    caption,
    ...lines.slice(0, 1),
    rule,
    ...lines.slice(1),
    ...(left.length > 0
      ? [`… ${left.length} more column${left.length === 1 ? '' : 's'}: ${left.join(', ')}`]
      : []),
    ...notes,
    '',
  ].join('\n');
}

interface LaidOut {
  readonly width: number;
  /** The header, then the cells, all of the same width. */
  readonly lines: readonly string[];
}

function layOut({ name, isNumeric, cells }: Column): LaidOut {
  const texts = [name, ...cells.map(({ text }) => text)].map((text) => cut(text.replace(/\s+/g, ' ')));
  const width = Math.max(...texts.map(widthOf));
  const pad = (text: string): string => ' '.repeat(width - widthOf(text));
  return { width, lines: texts.map((text) => (isNumeric ? pad(text) + text : text + pad(text))) };
}

function countFitting(widths: readonly number[]): number {
  const state = { used: -2, count: 0 };
  for (const width of widths) {
    state.used += width + 2;
    if (state.used > WIDTH) break;
    state.count += 1;
  }
  return Math.max(1, state.count);
}

function cut(text: string): string {
  if (widthOf(text) <= WIDEST_COLUMN) return text;
  const characters = [...text];
  while (widthOf(characters.join('')) >= WIDEST_COLUMN) characters.pop();
  return `${characters.join('')}…`;
}

const ZERO = /\p{Mark}|\p{Cf}/u;
const WIDE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60]/u;

/** Columns of a terminal that a text takes: two for 北, none for a combining accent. */
function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return [...text].reduce(
    (sum, character) => sum + (ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1),
    0,
  );
}
