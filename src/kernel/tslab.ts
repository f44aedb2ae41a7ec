import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as TypeScript from 'typescript';

// Border: tslab 1.0.22 publishes no types for its inner modules; these are the members that the kernel uses.
// The version is pinned exactly in package.json.

export interface DiagnosticPosition {
  readonly offset: number;
  /** From 0. */
  readonly line: number;
  /** From 0. */
  readonly character: number;
}

export interface Diagnostic {
  readonly start: DiagnosticPosition;
  readonly end: DiagnosticPosition;
  readonly messageText: string;
  readonly category: number;
  readonly code: number;
  readonly fileName?: string | undefined;
}

export interface Conversion {
  readonly output?: string;
  readonly declOutput?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly lastExpressionVar?: string;
  readonly hasToplevelAwait?: boolean;
  readonly sideOutputs?: readonly object[];
}

export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
  readonly original?: { readonly entries: readonly { readonly name: string; readonly kind: string }[] };
}

export interface Converter {
  convert(declarations: string, source: string): Conversion;
  inspect(declarations: string, source: string, position: number): TypeScript.QuickInfo | undefined;
  complete(declarations: string, source: string, position: number): Completion;
  addModule(name: string, source: string, metadata: object): readonly Diagnostic[];
  close(): void;
}

export interface Executor {
  /** Resolves to false when the cell failed; the reasons went to `console.error`. */
  execute(source: string): Promise<boolean>;
  inspect(source: string, position: number): TypeScript.QuickInfo | undefined;
  complete(source: string, position: number): Completion;
  interrupt(): void;
}

export interface ExecutorConsole {
  log(value: unknown): void;
  error(...values: unknown[]): void;
}

export interface DisplayData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface Tslab {
  /** The TypeScript that tslab brings (5.0, with its own additions). */
  readonly ts: typeof TypeScript & TslabAdditions;
  createConverter(): Converter;
  createExecutor(converter: Converter, console: ExecutorConsole): Executor;
  /** `display.html()` and the like, and packages that look for tslab's writer, end in `write`. */
  captureDisplay(write: (content: DisplayData, update: boolean) => void): void;
}

interface TslabAdditions {
  findPrecedingToken(position: number, file: TypeScript.SourceFile): TypeScript.Node | undefined;
  getPreEmitDiagnosticsOfFiles(
    program: TypeScript.Program,
    files: readonly TypeScript.SourceFile[],
  ): readonly TypeScript.Diagnostic[];
}

type Replacements = Partial<Record<keyof Tslab['ts'], unknown>>;

/**
 * Loads tslab from `folder` (where its package.json is) after replacing functions of its TypeScript.
 * Only this process is changed, nothing on disk.
 */
export function loadTslab(folder: string, replace: (ts: Tslab['ts']) => Replacements): Tslab {
  const load = createRequire(join(folder, 'package.json'));
  const path = load.resolve('@tslab/typescript-for-tslab');
  const ts: Tslab['ts'] = load(path);
  const cached = load.cache[path];
  if (cached) cached.exports = { ...ts, ...replace(ts) };
  const { createConverter } = load('./dist/converter.js');
  const { createExecutor } = load('./dist/executor.js');
  const jupyter = load('./dist/jupyter.js');
  return {
    ts,
    createConverter: () => createConverter({ isJS: false, isBrowser: false }),
    createExecutor: (converter, console) =>
      createExecutor(
        process.cwd(),
        { node: converter, browser: converter, close: () => converter.close() },
        console,
      ),
    captureDisplay(write) {
      jupyter.lastWriteDisplayData = write;
    },
  };
}
