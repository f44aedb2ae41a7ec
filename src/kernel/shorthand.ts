import type * as TypeScript from 'typescript';
import type { Tslab } from './tslab.ts';

/** The part of TypeScript that reads a cell. */
export type Parser = Pick<
  Tslab['ts'],
  'createSourceFile' | 'ScriptTarget' | 'isShorthandPropertyAssignment' | 'forEachChild'
>;

/** A cell whose shorthand properties are written out, and the way back for positions in it. */
export interface WrittenOut {
  readonly source: string;
  /** The character in the cell as it was typed; both count from 0. */
  readonly typedCharacter: (line: number, character: number) => number;
}

/**
 * Writes `{ now }` as `{ now: now }` where `now` may come from an earlier cell. tslab forgets to look there for a
 * shorthand property, so that `f({ now })` would end with "now is not defined".
 *
 * @example writeOutShorthand(ts, 'declare const now = 1;', 'f({ now })').source // 'f({ now: now })'
 */
export function writeOutShorthand(ts: Parser, declarations: string, source: string): WrittenOut {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true);
  const inserts: { readonly at: number; readonly text: string }[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isShorthandPropertyAssignment(node) && isKnown(node.name.text, declarations))
      inserts.push({ at: node.name.end, text: `: ${node.name.text}` });
    ts.forEachChild(node, visit);
  };
  visit(file);
  const places = inserts.map(({ at, text }) => ({
    ...file.getLineAndCharacterOfPosition(at),
    length: text.length,
  }));
  return {
    source: inserts.reduceRight(
      (text, insert) => text.slice(0, insert.at) + insert.text + text.slice(insert.at),
      source,
    ),
    typedCharacter: (line, character) =>
      places
        .filter((place) => place.line === line)
        .reduce(
          (typed, place) =>
            typed > place.character ? Math.max(place.character, typed - place.length) : typed,
          character,
        ),
  };
}

const isKnown = (name: string, declarations: string): boolean =>
  new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(declarations);
