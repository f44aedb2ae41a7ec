import { createRequire, SourceMap } from 'node:module';
import { dirname } from 'node:path';
import type { BuildFailure, BuildOptions, Message } from 'esbuild';
import { AirlabError } from '../../src/errors.ts';
import type { CompiledAnswer } from '../sandbox/run.ts';
import { asyncModule } from './async-module.ts';
import type { AnswerFile } from './find.ts';
import { answerImports } from './imports.ts';

// Not imported: to import it, Node would read this large CommonJS file twice, which takes 20 ms.
const { build }: typeof import('esbuild') = createRequire(import.meta.url)('esbuild');

/** What is compiled: the file as it is, or the module made of a notebook's cells. */
export interface Source {
  readonly contents: string;
  readonly loader: 'ts' | 'js';
  /** Maps a line of `contents` to what the student sees. Identity for a .ts file. */
  readonly place: (line: number) => string | undefined;
}

/**
 * Compiles an answer to one CommonJS file in the trusted parent, so that the sandbox resolves and reads nothing.
 * Types are stripped, not checked. Top-level `await` works: the exports wait for it.
 *
 * @throws AirlabError `ANSWER_SYNTAX` with file:line of the first mistake.
 * @example const compiled = await compileAnswer(findAnswer({ root, exercise }), source)
 */
export async function compileAnswer(answer: AnswerFile, source: Source): Promise<CompiledAnswer> {
  const options = buildOptions(answer, source);
  const bundle = await build({ ...options, format: 'cjs' }).catch((failure: BuildFailure) => failure);
  if (!('errors' in bundle) || bundle.errors.length === 0) return compiled(answer, source, outputs(bundle));
  if (bundle.errors.some((error) => error.text.startsWith('Top-level await'))) {
    const modules = await build({ ...options, format: 'esm' }).catch((failure: BuildFailure) => failure);
    if (!('errors' in modules) || modules.errors.length === 0) {
      const { code, map } = outputs(modules);
      return compiled(answer, source, { code: asyncModule(code), map });
    }
    throw syntaxError(answer, source, modules.errors);
  }
  throw syntaxError(answer, source, bundle.errors);
}

function buildOptions(answer: AnswerFile, source: Source): BuildOptions & { write: false } {
  return {
    stdin: {
      contents: source.contents,
      resolveDir: dirname(answer.path),
      sourcefile: answer.shown,
      loader: source.loader,
    },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    sourcemap: 'external',
    sourcesContent: false,
    outfile: 'answer.cjs',
    logLevel: 'silent',
    tsconfigRaw: '{}',
    plugins: [answerImports(answer.path)],
  };
}

interface Output {
  readonly code: string;
  readonly map: string;
}

function outputs(result: unknown): Output {
  const files =
    typeof result === 'object' && result !== null && 'outputFiles' in result ? result.outputFiles : [];
  const list: readonly { path: string; text: string }[] = Array.isArray(files) ? files : [];
  const text = (ending: string): string => list.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { code: text('.cjs'), map: text('.map') };
}

function compiled(answer: AnswerFile, source: Source, { code, map }: Output): CompiledAnswer {
  return {
    code,
    path: answer.shown,
    locate: (line, column) => {
      const entry = new SourceMap(JSON.parse(map)).findEntry(line - 1, column - 1);
      if (!('originalLine' in entry) || !entry.originalSource.endsWith(answer.shown)) return undefined;
      return source.place(entry.originalLine + 1);
    },
  };
}

function syntaxError(answer: AnswerFile, source: Source, errors: readonly Message[]): AirlabError {
  const [first] = errors;
  const at = first?.location ? (source.place(first.location.line) ?? answer.shown) : answer.shown;
  const line = first?.location?.lineText.trim();
  return new AirlabError(`${at} cannot be compiled: ${first?.text ?? 'unknown reason'}.`, {
    code: 'ANSWER_SYNTAX',
    trouble: 'yours',
    hint: line ? `Look at this line: ${line}` : 'Correct the file and grade again.',
  });
}
