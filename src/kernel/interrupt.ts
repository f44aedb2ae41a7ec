import { Session } from 'node:inspector';
import { types } from 'node:util';

/** Members of the thread that runs cells, seen from the channels thread. */
export interface Runner {
  /** Asks the event loop to interrupt; resolves when it did. */
  request(): Promise<void>;
  /** True while TypeScript compiles: stopping that half-way would break the next cell. */
  compiling(): boolean;
}

/** How an interrupt ended: the event loop answered, the thread was stopped inside a loop, or nothing helped. */
export type Interruption = 'answered' | 'stopped' | 'failed';

export interface InterruptTools {
  readonly stop: () => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
}

const ANSWER_MS = 150;
const TRIES = 15;

/**
 * Interrupts the cell that runs. A cell that waits is answered by the event loop. A cell that loops, before or after an
 * `await`, in a timer or in a regular expression, never gets there: then V8 is told to unwind the thread.
 *
 * Code that blocks inside the operating system (`execSync`) cannot be stopped from here: `failed` after three seconds.
 */
export async function interrupt(runner: Runner, { stop, wait }: InterruptTools): Promise<Interruption> {
  const answered = runner.request().then(() => true);
  const answerWithin = (ms: number): Promise<boolean> => Promise.race([answered, wait(ms).then(() => false)]);
  if (await answerWithin(ANSWER_MS)) return 'answered';
  while (runner.compiling()) if (await answerWithin(ANSWER_MS)) return 'answered';
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (!runner.compiling()) await stop();
    if (await answerWithin(200)) return 'stopped';
  }
  return 'failed';
}

/**
 * Unwinds whatever JavaScript the main thread runs. Node's record of asynchronous callbacks is emptied first: the
 * unwinding skips the places that would do so, and Node ends a process whose record is wrong.
 */
export async function stopMainThread(): Promise<void> {
  const session = new Session();
  session.connectToMainThread();
  const post = (method: string, parameters: object): Promise<void> =>
    new Promise((resolve) => session.post(method, parameters, () => resolve()));
  const both = Promise.all([
    post('Runtime.evaluate', { expression: CLEAR_EXPRESSION }),
    post('Runtime.terminateExecution', {}),
  ]);
  const expiry = new Promise((resolve) => setTimeout(resolve, 1000).unref());
  await Promise.race([both, expiry]);
  session.disconnect();
}

const MARK = 'airlab.kernel.interrupt';
const CLEAR_EXPRESSION = `process._fatalException(Object.assign(new Error('interrupted'), { airlab: ${JSON.stringify(MARK)} }))`;

/** True for the error that `stopMainThread` throws to empty Node's record: it is nobody's. */
export function isInterruptMark(error: unknown): boolean {
  return types.isNativeError(error) && 'airlab' in error && error.airlab === MARK;
}
