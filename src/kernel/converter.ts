import { awaitsAtTopLevel } from './awaits.ts';
import type { CompilerChanges } from './compiler.ts';
import { loosenCell, loosenDeclarations } from './loosen.ts';
import { locator } from './positions.ts';
import { type WrittenOut, writeOutShorthand } from './shorthand.ts';
import type { CellNames } from './stacks.ts';
import type { Conversion, Converter, Diagnostic, Tslab } from './tslab.ts';

export interface ConverterTools {
  readonly tslab: Pick<Tslab, 'ts' | 'createConverter'>;
  readonly takeMaps: CompilerChanges['takeMaps'];
  readonly cells: CellNames;
  /** Runs `work` as a step that an interrupt must not cut. */
  readonly guarded: <T>(work: () => T) => T;
  /** Name in stacks of the cell that is being converted. */
  readonly cellName: () => string;
}

export interface CellConverter extends Converter {
  /** What TypeScript had against the cell converted last. */
  problems(): readonly Diagnostic[];
}

/**
 * tslab's converter with its traps removed: every top-level await is noticed, and when TypeScript cannot write down an
 * inferred type, or fails itself ("Debug Failure"), the cell is tried again without inferred types instead of being
 * refused or never answered.
 */
export function cellConverter({ tslab, takeMaps, cells, guarded, cellName }: ConverterTools): CellConverter {
  const { ts } = tslab;
  const state: { inner: Converter; problems: readonly Diagnostic[] } = {
    inner: tslab.createConverter(),
    problems: [],
  };

  const restart = (): void => {
    try {
      state.inner.close();
    } catch {
      // What failed once may fail again here; the new converter does not need the old one.
    }
    state.inner = tslab.createConverter();
  };

  const attempt = (declarations: string, source: string): Conversion => {
    try {
      const result = state.inner.convert(declarations, source);
      if (!hasOnlyUnnamedTypes(result)) return result;
      const loose = state.inner.convert(declarations, loosenCell(ts, source));
      return loose.diagnostics.length === 0 ? loose : result;
    } catch {
      restart();
    }
    try {
      return state.inner.convert(loosenDeclarations(ts, declarations), loosenCell(ts, source));
    } catch (error) {
      restart();
      return { diagnostics: [compilerFailure(error)] };
    }
  };

  const orElse = <T>(work: () => T, fallback: T): T =>
    guarded(() => {
      try {
        return work();
      } catch {
        restart();
        return fallback;
      }
    });

  return {
    problems: () => state.problems,
    convert: (declarations, source) =>
      guarded(() => {
        const writtenOut = writeOutShorthand(ts, declarations, source);
        const result = asTyped(attempt(declarations, writtenOut.source), writtenOut);
        state.problems = result.diagnostics;
        if (result.diagnostics.length > 0 || !result.output) return result;
        const awaits = awaitsAtTopLevel(ts, result.output);
        const name = cellName();
        const locate = locator(takeMaps(), result.output, awaits);
        cells.learn(name, (place) => {
          const { line, column } = locate(place) ?? {};
          if (line === undefined || column === undefined) return undefined;
          return { line, column: writtenOut.typedCharacter(line - 1, column - 1) + 1 };
        });
        return { ...result, hasToplevelAwait: awaits, output: `${result.output}\n//# sourceURL=${name}` };
      }),
    inspect: (declarations, source, position) =>
      orElse(() => state.inner.inspect(declarations, source, position), undefined),
    complete: (declarations, source, position) =>
      orElse(() => state.inner.complete(declarations, source, position), {
        start: position,
        end: position,
        candidates: [],
      }),
    addModule: (name, source, metadata) => guarded(() => state.inner.addModule(name, source, metadata)),
    close: () => state.inner.close(),
  };
}

/** The places of what TypeScript says, in the cell as it was typed. */
function asTyped(result: Conversion, { typedCharacter }: WrittenOut): Conversion {
  const typed = (place: Diagnostic['start']): Diagnostic['start'] => ({
    ...place,
    character: typedCharacter(place.line, place.character),
  });
  const diagnostics = result.diagnostics.map((one) =>
    one.fileName ? one : { ...one, start: typed(one.start), end: typed(one.end) },
  );
  return { ...result, diagnostics };
}

/** "Exported variable … has or is using name … but cannot be named": true for no cell that a person would call wrong. */
function hasOnlyUnnamedTypes({ diagnostics }: Conversion): boolean {
  const isUnnamed = (code: number): boolean =>
    (code >= 4020 && code <= 4094) || code === 2742 || code === 7056;
  return diagnostics.length > 0 && diagnostics.every(({ code }) => isUnnamed(code));
}

function compilerFailure(error: unknown): Diagnostic {
  const start = { offset: 0, line: 0, character: 0 };
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return {
    start,
    end: start,
    category: 1,
    code: 0,
    messageText: `TypeScript itself failed on this cell (${reason}). Give the names that it declares a type, for example "const rows: any[] = …", or import the missing type in this cell.`,
  };
}
