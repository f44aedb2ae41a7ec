import type { MessagePort, Worker } from 'node:worker_threads';
import { cellTimers } from './cell-timers.ts';
import { compilerChanges } from './compiler.ts';
import { cellConverter } from './converter.ts';
import { answerEditor } from './editor.ts';
import { interruptedFailure, stackText, thrownFailure, typeFailure } from './failures.ts';
import { type EndProcess, guardProcess } from './guards.ts';
import { isInterruptMark } from './interrupt.ts';
import type { CellRequest, Diagnosis, FromRunner, ToRunner } from './messages.ts';
import { type CellContext, cellOutput } from './output.ts';
import { plainJson } from './plain-json.ts';
import { resultBundle } from './result.ts';
import { cellNames, type Frame, formatStack } from './stacks.ts';
import { type Executor, loadTslab } from './tslab.ts';

export interface RunnerParts {
  /** The channels thread. */
  readonly channels: Pick<Worker | MessagePort, 'postMessage' | 'on'>;
  readonly tslabFolder: string;
  readonly phase: Int32Array;
}

/**
 * The thread that runs cells: tslab's converter and executor, and around them what Jupyter needs to know.
 *
 * @returns ends the process, which cells cannot.
 */
export function startRunner({ channels, tslabFolder, phase }: RunnerParts): EndProcess {
  const post = (message: FromRunner): void => channels.postMessage(message);
  const output = cellOutput(post);
  const timers = cellTimers(output.owner);
  const cells = cellNames();
  const state: { current: CellContext | undefined } = { current: undefined };
  const name = (): string => cells.name(state.current?.number ?? 0);

  const tslab = loadTslabWithChanges(tslabFolder);
  const converter = cellConverter({
    tslab: tslab.module,
    takeMaps: tslab.takeMaps,
    cells,
    cellName: name,
    guarded: (work) => {
      Atomics.store(phase, 0, 1);
      try {
        return work();
      } finally {
        Atomics.store(phase, 0, 0);
      }
    },
  });

  const finish = (cell: CellContext, failure?: Diagnosis): void => {
    if (cell.over) return;
    cell.over = true;
    state.current = undefined;
    output.flush();
    post({ type: 'done', cell: cell.id, ...(failure && { failure }) });
  };

  const interrupt = (): void => {
    const cell = state.current;
    if (!cell) return;
    output.flush();
    cell.interrupted = true;
    timers.cancel(cell);
    finish(cell, interruptedFailure());
    executor.interrupt();
  };

  const executor: Executor = tslab.module.createExecutor(converter, {
    log(value) {
      const cell = output.owner();
      if (cell) cell.result = { value };
    },
    error(first, ...rest) {
      const cell = output.owner();
      // With more arguments these are TypeScript's complaints, which the converter keeps.
      if (cell && rest.length === 0) cell.thrown = { value: first };
    },
  });

  const failureOf = (cell: CellContext): Diagnosis => {
    const text = { name: cells.name(cell.number), code: cell.code };
    if (!cell.thrown) return typeFailure(converter.problems(), text);
    const { value } = cell.thrown;
    return isSignal(value) ? interruptedFailure() : thrownFailure(value, text);
  };

  const complete = async (cell: CellContext, succeeded: boolean): Promise<void> => {
    if (cell.over) return;
    if (!succeeded) return finish(cell, failureOf(cell));
    if (cell.result && !cell.silent) {
      const content = await resultBundle(cell.result.value);
      output.flush();
      if (!cell.over) post({ type: 'result', cell: cell.id, content });
    }
    finish(cell);
  };

  const execute = ({ cell: id, number, code, silent }: CellRequest): void => {
    const cell: CellContext = { ...FRESH, id, number, code, silent };
    state.current = cell;
    output.run(cell, () => {
      executor
        .execute(code)
        .then((succeeded) => complete(cell, succeeded))
        .catch((error) => finish(cell, thrownFailure(error, { name: name(), code })));
    });
  };

  tslab.module.captureDisplay((content, update) => {
    const cell = output.owner();
    if (!cell || cell.interrupted || cell.silent) return;
    output.flush();
    post({ type: 'display', cell: cell.id, update, content: plainJson(content) });
  });
  Error.prepareStackTrace = (error, frames) => formatStack(error, frames as readonly Frame[], cells);
  takeOverProcess();
  const end = guardProcess((error) => {
    const cell = output.owner();
    if (cell) finish(cell, thrownFailure(error, { name: cells.name(cell.number), code: cell.code }));
  });

  channels.on('message', (message: ToRunner) => {
    if (message.type === 'execute') return execute(message);
    if (message.type === 'shutdown') return post({ type: 'bye' });
    if (message.type === 'interrupt') {
      interrupt();
      return post({ type: 'interrupted', id: message.id });
    }
    const content = answerEditor(message.question, executor, tslab.module.ts);
    post({ type: 'answer', id: message.id, content });
  });
  channels.on('exit', () => end(0));
  process.on('SIGINT', interrupt);
  // While the person still reads: TypeScript's own libraries and the types of this package are most of a first cell.
  converter.convert('', WARM_UP);
  Atomics.store(phase, 0, 0);
  post({ type: 'ready' });
  return end;

  function takeOverProcess(): void {
    process.stdout.write = writer('stdout');
    process.stderr.write = writer('stderr');
    const report = (what: string) => (error: unknown) => {
      if (!isInterruptMark(error)) output.print('stderr', `${what}: ${stackText(error)}\n`);
    };
    process.on('uncaughtException', report('Error after the cell was left'));
    process.on('unhandledRejection', report('Promise rejected and nobody awaited it'));
  }

  function writer(stream: 'stdout' | 'stderr'): typeof process.stdout.write {
    return (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
      output.print(stream, typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      const callback = typeof encoding === 'function' ? encoding : done;
      if (typeof callback === 'function') process.nextTick(() => callback());
      return true;
    };
  }
}

const WARM_UP = "import 'airlab';";
const FRESH = { over: false, interrupted: false, printed: 0, result: undefined, thrown: undefined };

const isSignal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';

function loadTslabWithChanges(folder: string) {
  const kept: { takeMaps: () => ReturnType<ReturnType<typeof compilerChanges>['takeMaps']> } = {
    takeMaps: () => ({ typescript: undefined, commonjs: undefined }),
  };
  const module = loadTslab(folder, (ts) => {
    const changes = compilerChanges(ts);
    kept.takeMaps = changes.takeMaps;
    return changes.replacements;
  });
  return { module, takeMaps: () => kept.takeMaps() };
}
