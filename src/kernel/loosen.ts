import type * as TypeScript from 'typescript';
import type { Tslab } from './tslab.ts';

type Ts = Tslab['ts'];

/**
 * The same cell with `any` wherever TypeScript would have to work out the type of a name that later cells can see.
 * Used when TypeScript cannot write such a type down.
 */
export function loosenCell(ts: Ts, source: string): string {
  const file = parse(ts, source);
  const inserts = file.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations
        .filter((declaration) => !declaration.type)
        .map(({ name, exclamationToken }) => ({ at: (exclamationToken ?? name).end, text: ': any' }));
    }
    return ts.isFunctionDeclaration(statement) ? returnType(ts, statement, file) : [];
  });
  return inserts.reduceRight((text, { at, text: more }) => text.slice(0, at) + more + text.slice(at), source);
}

/** The declarations of earlier cells with every value typed `any`; types and imports stay. */
export function loosenDeclarations(ts: Ts, declarations: string): string {
  const file = parse(ts, declarations);
  return file.statements
    .map((statement) => {
      if (ts.isVariableStatement(statement))
        return statement.declarationList.declarations
          .map(({ name }) => `declare let ${name.getText(file)}: any;`)
          .join('\n');
      if (ts.isFunctionDeclaration(statement) && statement.name)
        return `declare let ${statement.name.text}: any;`;
      return statement.getFullText(file).trim();
    })
    .join('\n');
}

function parse(ts: Ts, source: string): TypeScript.SourceFile {
  return ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true);
}

function returnType(
  ts: Ts,
  declaration: TypeScript.FunctionDeclaration,
  file: TypeScript.SourceFile,
): { at: number; text: string }[] {
  if (declaration.type || !declaration.body || declaration.asteriskToken) return [];
  const isAsync = declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
  const close = file.text.lastIndexOf(')', declaration.body.getStart(file));
  return [{ at: close + 1, text: isAsync ? ': Promise<any>' : ': any' }];
}
