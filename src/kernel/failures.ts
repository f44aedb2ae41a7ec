import { inspect } from 'node:util';
import type { Diagnosis } from './messages.ts';
import type { Place } from './positions.ts';
import type { Diagnostic } from './tslab.ts';

/** Where a cell failed, for the excerpt. */
export interface CellText {
  /** As in stacks: `cell[3]`. */
  readonly name: string;
  readonly code: string;
}

/** TypeScript's complaints about a cell; every one with its line and a caret. */
export function typeFailure(diagnostics: readonly Diagnostic[], cell: CellText): Diagnosis {
  const groups = grouped(diagnostics);
  const traceback = groups.map(([first, ...more]) => {
    const place = { line: first.start.line + 1, column: first.start.character + 1 };
    const where = first.fileName ?? cell.name;
    const code = first.code ? ` (TS${Math.abs(first.code)})` : '';
    const excerptText = first.fileName ? '' : `\n${excerpt(cell.code, place)}`;
    const details = more.map(({ messageText }) => `\n  ${messageText}`).join('');
    return `${where}:${place.line}:${place.column} ${first.messageText}${code}${details}${excerptText}`;
  });
  const [first] = diagnostics;
  const evalue = first
    ? `${first.start.line + 1}:${first.start.character + 1} - ${first.messageText}`
    : 'The cell could not be compiled.';
  return { ename: 'TypeScriptError', evalue, traceback };
}

/**
 * An error or any other value that a cell threw: the line in the cell, a short stack, causes and hints. What a thrown
 * value does when it is looked at (a getter that throws, a name that is no text) is its own trouble, not the kernel's.
 */
export function thrownFailure(thrown: unknown, cell: CellText): Diagnosis {
  try {
    const { ename, evalue, traceback } = describeThrown(thrown, cell);
    return { ename: cut(ename), evalue: cut(evalue), traceback: traceback.map(cut) };
  } catch {
    const evalue = 'The cell threw a value that throws when it is shown.';
    return { ename: 'Thrown', evalue, traceback: [evalue] };
  }
}

function describeThrown(thrown: unknown, cell: CellText): Diagnosis {
  if (!(thrown instanceof Error) && !looksLikeError(thrown)) {
    const evalue = inspect(thrown);
    return { ename: 'Thrown', evalue, traceback: [`The cell threw a value that is no Error: ${evalue}`] };
  }
  const [ename, evalue] = [String(thrown.name || 'Error'), String(thrown.message)];
  const stack = withoutArrow(String(thrown.stack ?? `${ename}: ${evalue}`), ename);
  const place = placeIn(stack, cell.name);
  const causes = causesOf(thrown).map((cause) => `caused by ${describeCause(cause)}`);
  const hint = 'hint' in thrown && typeof thrown.hint === 'string' ? [`Next: ${thrown.hint}`] : [];
  return {
    ename,
    evalue,
    traceback: [shortStack(stack), ...(place ? [excerpt(cell.code, place)] : []), ...causes, ...hint],
  };
}

/** An error that no cell waits for, as text; safe for every value. */
export function stackText(error: unknown): string {
  try {
    return cut(error instanceof Error ? String(error.stack ?? error.message) : inspect(error));
  } catch {
    return 'a value that throws when it is shown';
  }
}

export function interruptedFailure(): Diagnosis {
  const evalue = 'The cell was interrupted.';
  return {
    ename: 'KeyboardInterrupt',
    evalue,
    traceback: [`${evalue} Names that it declared are not kept; its timers are cancelled.`],
  };
}

/** The line with a caret under the column. */
function excerpt(code: string, { line, column }: Place): string {
  const text = code.split('\n')[line - 1] ?? '';
  const number = String(line).padStart(4);
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return `${number} | ${text}\n     | ${indent}^`;
}

function placeIn(stack: string, name: string): Place | undefined {
  const at = stack.indexOf(`${name}:`);
  const [, line, column] = /^:(\d+):(\d+)/.exec(stack.slice(at + name.length)) ?? [];
  return at < 0 || !line || !column ? undefined : { line: Number(line), column: Number(column) };
}

// For errors of synchronous code Node puts the compiled line and an arrow before the stack.
function withoutArrow(stack: string, ename: string): string {
  const at = stack.indexOf(`\n\n${ename}`);
  return at > 0 ? stack.slice(at + 2) : stack;
}

const LIMIT_CHARACTERS = 20_000;

function cut(text: string): string {
  if (text.length <= LIMIT_CHARACTERS) return text;
  return `${text.slice(0, LIMIT_CHARACTERS)} … ${text.length - LIMIT_CHARACTERS} more characters`;
}

const FRAMES = 8;

function shortStack(stack: string): string {
  const lines = stack.split('\n');
  const first = lines.findIndex((line) => /^ {4}at /.test(line));
  if (first < 0 || lines.length - first <= FRAMES) return stack;
  const left = lines.length - first - FRAMES;
  return [...lines.slice(0, first + FRAMES), `    … ${left} more`].join('\n');
}

const CAUSES = 5;

function causesOf(error: Error): Error[] {
  const causes: Error[] = [];
  for (let { cause } = error; cause instanceof Error && causes.length < CAUSES; cause = cause.cause)
    causes.push(cause);
  return causes;
}

// ECONNREFUSED of both loopback addresses comes as an AggregateError with an empty message.
function describeCause(cause: Error): string {
  const inner = cause instanceof AggregateError ? cause.errors.map(String).join('; ') : '';
  return `${cause.name}: ${cause.message || inner}`;
}

function looksLikeError(value: unknown): value is Error {
  return (
    typeof value === 'object' &&
    value !== null &&
    'message' in value &&
    'stack' in value &&
    typeof value.message === 'string'
  );
}

// tslab flattens TypeScript's message chains into neighbours with the same place.
function grouped(diagnostics: readonly Diagnostic[]): [Diagnostic, ...Diagnostic[]][] {
  const groups: [Diagnostic, ...Diagnostic[]][] = [];
  for (const diagnostic of diagnostics) {
    const last = groups.at(-1);
    if (
      last &&
      last[0].start.offset === diagnostic.start.offset &&
      last[0].end.offset === diagnostic.end.offset
    )
      last.push(diagnostic);
    else groups.push([diagnostic]);
  }
  return groups;
}
