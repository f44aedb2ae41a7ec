import type * as TypeScript from 'typescript';
import type { Tslab } from './tslab.ts';

/**
 * True when compiled cell code awaits outside every function. tslab notices only an await that TypeScript complains
 * about, so it misses `await (await fetch(url)).json()` and `for await`, and runs the cell in a plain function.
 */
export function awaitsAtTopLevel(ts: Tslab['ts'], output: string): boolean {
  if (!/\bawait\b/.test(output)) return false;
  // Without an import or export, TypeScript reads `await (x)` as a call.
  const file = ts.createSourceFile('cell.js', `export {};\n${output}`, ts.ScriptTarget.ES2022);
  const isAwait = (node: TypeScript.Node): boolean =>
    ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined);
  const holdsAwait = (node: TypeScript.Node): boolean =>
    isAwait(node) || (!ts.isFunctionLike(node) && ts.forEachChild(node, holdsAwait) === true);
  return holdsAwait(file);
}
