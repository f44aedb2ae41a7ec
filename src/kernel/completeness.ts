import type { Tslab } from './tslab.ts';

export interface Completeness {
  readonly status: 'complete' | 'incomplete' | 'invalid';
  /** What the next line starts with, when incomplete. */
  readonly indent?: string;
}

/**
 * Whether typed code can run, needs more lines or can never run.
 *
 * @example completeness(ts, 'if (pm25 > 15) {')  // { status: 'incomplete', indent: '  ' }
 */
export function completeness(ts: Tslab['ts'], code: string): Completeness {
  const prefix = 'export {};\n';
  const file = ts.createSourceFile('cell.ts', prefix + code, ts.ScriptTarget.ES2022, true);
  // Border: the parser keeps its complaints in a field that TypeScript's public types leave out.
  const { parseDiagnostics } = file as typeof file & { parseDiagnostics: ParseProblem[] };
  const [first] = parseDiagnostics;
  if (!first) return { status: 'complete' };
  const end = prefix.length + code.trimEnd().length;
  const isOpen = (first.start >= end && first.code !== OPEN_STRING) || OPEN_ENDED.has(first.code);
  return isOpen ? { status: 'incomplete', indent: indentAfter(code) } : { status: 'invalid' };
}

interface ParseProblem {
  readonly start: number;
  readonly code: number;
}

// A string cannot go on in the next line.
const OPEN_STRING = 1002;
// Template literal and comment without their end: reported where they begin.
const OPEN_ENDED = new Set([1010, 1160]);

function indentAfter(code: string): string {
  const line = code.trimEnd().split('\n').at(-1) ?? '';
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  return /[{([]\s*$/.test(line) ? `${indent}  ` : indent;
}
