import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { type Look, paint, type Style, spellable } from './look.ts';

/** Where a paragraph stands. */
export interface Place {
  /** Columns before every line. @default 0 */
  readonly indent?: number;
  /** Written in front of the first line; further lines stand under its end. */
  readonly lead?: string;
  readonly style?: Style;
  /** Style of `lead`; that of the paragraph when left out. */
  readonly leadStyle?: Style;
}

/**
 * Wraps one paragraph to the look's width; words that are too long are cut. Control characters that came with the
 * text (a student's output, an error message) are removed, so that they cannot move the cursor.
 *
 * @example paragraph('differs from 22:00 on', look, { indent: 2, lead: '✗ ' })
 */
export function paragraph(text: string, look: Look, place: Place = {}): string[] {
  const { indent = 0, lead = '', style = 'none', leadStyle = style } = place;
  const hang = indent + stringWidth(lead);
  const room = Math.max(10, look.width - hang);
  const lines = clean(text)
    .split('\n')
    .flatMap((line) => wrapLine(spellable(line, look), room));
  return lines.map((line, index) => {
    const start = index === 0 ? ' '.repeat(indent) + paint(lead, leadStyle, look) : ' '.repeat(hang);
    return (start + paint(line.trimEnd(), style, look)).trimEnd();
  });
}

/** Spaces at the beginning of a line (code in a hint, printed tables) stay in front of all its pieces. */
function wrapLine(line: string, room: number): string[] {
  const spaces = /^ */.exec(line)?.[0].slice(0, Math.floor(room / 2)) ?? '';
  return wrapAnsi(line.trim(), room - spaces.length, { hard: true, trim: true })
    .split('\n')
    .map((piece) => spaces + piece);
}

/** Puts `right` at the right border when both fit, else on a line of its own. */
export function spread(left: string, right: string, look: Look): string[] {
  const gap = look.width - stringWidth(left) - stringWidth(right);
  return gap >= 2 ? [left + ' '.repeat(gap) + right] : [...paragraph(left, look), right];
}

/** Keeps the first and the last lines of a long text and says how many were left out. */
export function fold(text: string, most: number): string[] {
  const lines = clean(text).trimEnd().split('\n');
  if (lines.length <= most) return lines;
  const first = Math.ceil((most - 1) / 2);
  const last = most - 1 - first;
  return [
    ...lines.slice(0, first),
    `… ${lines.length - first - last} lines left out …`,
    ...(last > 0 ? lines.slice(-last) : []),
  ];
}

/** Fills up to a width in columns; East Asian characters and emoji take two. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - stringWidth(text))) + text;
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

/** Cuts to a width in columns; the last one shows that something is missing. */
export function cut(text: string, columns: number, look: Look): string {
  if (stringWidth(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > columns - 1) break;
    kept += character;
  }
  return kept + (look.unicode ? '…' : '~');
}

/** Text without escape sequences and control characters; tabs become two spaces. */
export function clean(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '  ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) =>
      character === '\n' ? character : '',
    );
}
