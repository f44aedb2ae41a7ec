import type { CompiledAnswer } from '../sandbox/run.ts';
import { compileAnswer } from './compile.ts';
import type { AnswerFile } from './find.ts';
import { type NotebookTools, notebookModule } from './notebook.ts';

/** An answer that can run, and what a student should know about how it was read. */
export interface ReadyAnswer {
  readonly compiled: CompiledAnswer;
  /** For example cells that the kernel would refuse. */
  readonly remarks: readonly string[];
}

/**
 * Compiles a .ts file or the code cells of a notebook. `exports` are the functions that the exercise asks for.
 *
 * @throws AirlabError `ANSWER_SYNTAX`, `NOTEBOOK_INVALID`, `NOTEBOOK_CONVERTER`.
 */
export async function readyAnswer(
  answer: AnswerFile,
  exports: readonly string[],
  tools: NotebookTools,
): Promise<ReadyAnswer> {
  if (answer.kind === 'typescript') {
    const place = (line: number): string => `${answer.shown}:${line}`;
    return {
      compiled: await compileAnswer(answer, { contents: answer.source, loader: 'ts', place }),
      remarks: [],
    };
  }
  const { source, refused } = await notebookModule(answer, exports, tools);
  const remarks = refused.map(
    ({ index, line, message, ran }) =>
      `Cell ${index + 1}${ran ? ' was graded, but the kernel refuses it' : ' did not run'}, line ${line}: ${message}`,
  );
  return { compiled: await compileAnswer(answer, source), remarks };
}
