import { Chalk } from 'chalk';

/** How a terminal wants its text. */
export interface Look {
  /** Columns that may be used; at most 80, because long lines are hard to read. */
  readonly width: number;
  readonly colour: boolean;
  /** False: ASCII only. */
  readonly unicode: boolean;
}

/** What decides the look. */
export interface Surroundings {
  readonly isTerminal: boolean;
  readonly columns?: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `--no-color` was given. */
  readonly plain?: boolean;
}

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'none';

const WIDEST = 80;
const NARROWEST = 40;

/**
 * Reads the look from the terminal and its environment: `NO_COLOR`, `FORCE_COLOR`, `TERM=dumb`, the locale.
 *
 * @example lookOf({ isTerminal: false, env: {} }) // { width: 80, colour: false, unicode: true }
 */
export function lookOf({ isTerminal, columns, env, plain = false }: Surroundings): Look {
  const width = isTerminal && columns ? Math.max(NARROWEST, Math.min(WIDEST, columns)) : WIDEST;
  return { width, colour: !plain && wantsColour(isTerminal, env), unicode: hasUnicode(env) };
}

function wantsColour(isTerminal: boolean, env: Surroundings['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

function hasUnicode(env: Surroundings['env']): boolean {
  if (env.TERM === 'dumb' || env.TERM === 'linux') return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  // An unset locale is common in containers whose terminals show UTF-8 well.
  return locale === undefined || locale === '' || /utf-?8/i.test(locale);
}

/** The look decides about colour, not what chalk finds out by itself. */
const chalk = new Chalk({ level: 1 });

/** Colours one line. Never the only signal: a mark or a word says the same. */
export function paint(line: string, style: Style, look: Look): string {
  if (!look.colour || style === 'none' || line === '') return line;
  return chalk[style](line);
}

/** The marks of the three outcomes. */
export function markOf(outcome: 'passed' | 'failed' | 'unchecked', look: Look): string {
  const marks = look.unicode
    ? { passed: '✓', failed: '✗', unchecked: '–' }
    : { passed: '+', failed: 'x', unchecked: '-' };
  return marks[outcome];
}

const ASCII: Readonly<Record<string, string>> = {
  µ: 'u',
  μ: 'u',
  '·': '-',
  '–': '-',
  '—': '-',
  '…': '...',
  '→': '->',
  '≥': '>=',
  '≤': '<=',
  '×': 'x',
  '³': '3',
  '²': '2',
  '°': ' deg ',
  '“': '"',
  '”': '"',
  '’': "'",
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
};

/** Spells text with ASCII characters where the terminal has no others. */
export function spellable(text: string, look: Look): string {
  if (look.unicode) return text;
  return text
    .replace(/[^\0-\x7f]/gu, (character) => ASCII[character] ?? character)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\0-\x7f]/gu, '?');
}
