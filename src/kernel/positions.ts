import { SourceMap } from 'node:module';
import type { SourceMaps } from './compiler.ts';

/** A place in a cell, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds the place in the TypeScript of a cell for a place (from 1) in the script that V8 runs. */
export type Locate = (place: Place) => Place | undefined;

// tslab puts `export {};` before the cell and this before the compiled code.
const LINES_BEFORE_CELL = 1;
const WRAPPERS = { async: '(async function(exports, require) { ', plain: '(function(exports, require) { ' };

/** Follows both source maps back. @returns undefined for places outside the cell's own code. */
export function locator({ typescript, commonjs }: SourceMaps, output: string, awaits: boolean): Locate {
  if (!typescript || !commonjs) return () => undefined;
  const maps = { typescript: read(typescript), commonjs: read(commonjs) };
  const shift = (awaits ? WRAPPERS.async : WRAPPERS.plain).length;
  const lines = output.split('\n').length;
  return ({ line, column }) => {
    if (line > lines) return undefined;
    const module = maps.commonjs(line - 1, column - 1 - (line === 1 ? shift : 0));
    const cell = module && maps.typescript(module.line, module.column);
    if (!cell || cell.line < LINES_BEFORE_CELL) return undefined;
    return { line: cell.line - LINES_BEFORE_CELL + 1, column: cell.column + 1 };
  };
}

// Lines and columns from 0 inside.
function read(text: string): (line: number, column: number) => Place | undefined {
  const map = new SourceMap(JSON.parse(text));
  return (line, column) => {
    const entry = map.findEntry(line, column);
    if (!('originalLine' in entry) || entry.generatedLine !== line) return undefined;
    return { line: entry.originalLine, column: entry.originalColumn };
  };
}
