import type { Locate } from './positions.ts';

/** What V8 tells about a frame of a stack. */
export interface Frame {
  /** Cells have no file, only a `sourceURL`. */
  getScriptNameOrSourceURL(): string | null | undefined;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
  toString(): string;
}

/** Cells by the name that they have in stacks, such as `cell[3]`. */
export interface CellNames {
  name(number: number): string;
  learn(name: string, locate: Locate): void;
  locate(name: string): Locate | undefined;
}

export function cellNames(): CellNames {
  const known = new Map<string, Locate>();
  return {
    name: (number) => `cell[${number || '*'}]`,
    learn: (name, locate) => void known.set(name, locate),
    locate: (name) => known.get(name),
  };
}

/**
 * Writes a stack for people: frames of tslab, Node's inner modules and the kernel are left out, and places in cells
 * are those of the TypeScript that was typed.
 */
export function formatStack(error: unknown, frames: readonly Frame[], cells: CellNames): string {
  const shown = frames.flatMap((frame) => frameText(frame, cells) ?? []);
  return [describe(error), ...shown.map((text) => `    at ${text}`)].join('\n');
}

const NOISE = /^node:(internal|vm|async_hooks)|[\\/]tslab[\\/]dist[\\/]|[\\/]kernel\.js$|^evalmachine/;

function frameText(frame: Frame, cells: CellNames): string | undefined {
  const file = frame.getScriptNameOrSourceURL() ?? '';
  if (NOISE.test(file)) return undefined;
  const locate = cells.locate(file);
  if (!locate) return String(frame);
  const [line, column] = [frame.getLineNumber() ?? 0, frame.getColumnNumber() ?? 0];
  const place = locate({ line, column });
  if (!place) return undefined;
  // Functions of earlier cells are compiled to members of tslab's proxy.
  const text = String(frame).replace(/^(async )?Proxy\./, '$1');
  return text.replace(`${file}:${line}:${column}`, `${file}:${place.line}:${place.column}`);
}

function describe(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'Error';
  }
}
