import type * as TypeScript from 'typescript';
import type { Tslab } from './tslab.ts';

type Ts = Tslab['ts'];

/** The two source maps of the cell compiled last: TypeScript to ES module, ES module to CommonJS. */
export interface SourceMaps {
  readonly typescript: string | undefined;
  readonly commonjs: string | undefined;
}

export interface CompilerChanges {
  readonly replacements: Partial<Record<keyof Ts, unknown>>;
  takeMaps(): SourceMaps;
}

/**
 * What the kernel changes in tslab's TypeScript: null checks are on, source maps are kept, `await` at the top level is
 * never an error, and implicit `any` is none either (with null checks alone, `const rows = []` would be `never[]`).
 */
export function compilerChanges(ts: Ts): CompilerChanges {
  const maps: { typescript: string | undefined; commonjs: string | undefined } = {
    typescript: undefined,
    commonjs: undefined,
  };

  const createWatchCompilerHost = (
    files: string[],
    options: TypeScript.CompilerOptions,
    ...rest: [TypeScript.System]
  ): unknown => {
    const host = ts.createWatchCompilerHost(files, { ...options, ...STRICTER }, ...rest);
    const { readFile } = host;
    host.readFile = (path, encoding) => looseJson(path, readFile(path, encoding));
    return host;
  };

  const transpileModule = (
    source: string,
    options: TypeScript.TranspileOptions,
  ): TypeScript.TranspileOutput => {
    const at = source.lastIndexOf(INLINE_MAP);
    const plain = at < 0 ? source : source.slice(0, at);
    const done = ts.transpileModule(plain, {
      ...options,
      compilerOptions: { ...options.compilerOptions, sourceMap: true },
    });
    maps.typescript =
      at < 0 ? undefined : Buffer.from(source.slice(at + INLINE_MAP.length), 'base64').toString();
    maps.commonjs = done.sourceMapText;
    return { ...done, outputText: done.outputText.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, '\n') };
  };

  const getPreEmitDiagnosticsOfFiles: Ts['getPreEmitDiagnosticsOfFiles'] = (program, files) =>
    ts
      .getPreEmitDiagnosticsOfFiles(program, files)
      .filter(({ code }) => !isImplicitAny(code))
      .filter((diagnostic) => !isTopLevelAwait(ts, diagnostic))
      // tslab takes an await in a method for one at the top level unless the code differs.
      .map((diagnostic) => (diagnostic.code === 1308 ? { ...diagnostic, code: -1308 } : diagnostic));

  return {
    replacements: { createWatchCompilerHost, transpileModule, getPreEmitDiagnosticsOfFiles },
    takeMaps: () => ({ ...maps }),
  };
}

/** In a cell `await answer.json()` can be used at once, as in every tutorial; Node's own types say `unknown`. */
function looseJson(path: string, text: string | undefined): string | undefined {
  if (!path.endsWith('/undici-types/fetch.d.ts')) return text;
  return text?.replace(/(\bjson: \(\) => Promise<)unknown>/, '$1any>');
}

const STRICTER: TypeScript.CompilerOptions = {
  strictNullChecks: true,
  noImplicitAny: true,
  inlineSourceMap: true,
};

const INLINE_MAP = '//# sourceMappingURL=data:application/json;base64,';

const isImplicitAny = (code: number): boolean => code >= 7005 && code <= 7061;

/** `await` (1308) or `for await` (1103) outside every function. */
function isTopLevelAwait(ts: Ts, { code, file, start, length }: TypeScript.Diagnostic): boolean {
  if ((code !== 1308 && code !== 1103) || !file || start === undefined) return false;
  const token = ts.findPrecedingToken(start + (length ?? 0), file);
  for (let node = token?.parent; node; node = node.parent) if (ts.isFunctionLike(node)) return false;
  return true;
}
