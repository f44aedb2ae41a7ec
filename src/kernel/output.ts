import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import type { FromRunner } from './messages.ts';

/** The cell that some code belongs to, however long after its end that code runs. */
export interface CellContext {
  readonly id: string;
  readonly number: number;
  readonly code: string;
  readonly silent: boolean;
  /** Its reply is sent. */
  over: boolean;
  /** Given up: what it still prints is dropped. */
  interrupted: boolean;
  printed: number;
  /** The last expression, when there was one. */
  result: { readonly value: unknown } | undefined;
  /** What it threw. */
  thrown: { readonly value: unknown } | undefined;
}

type Post = (message: FromRunner) => void;
type StreamName = 'stdout' | 'stderr';

const LIMIT_CHARACTERS = 4_000_000;
const CHUNK_CHARACTERS = 32_000;
const CHUNK_MS = 40;

export interface Output {
  /** Runs code as part of a cell: all that it starts prints into that cell. */
  run(cell: CellContext, work: () => void): void;
  /** The cell that the running code belongs to. */
  owner(): CellContext | undefined;
  print(name: StreamName, text: string): void;
  /** Sends what is kept back. */
  flush(): void;
}

/**
 * Sends what cells print to the cell that printed it, in chunks. Code whose cell is unknown prints into the newest one.
 * A cell may print four million characters; then one line says that the rest is dropped.
 */
export function cellOutput(post: Post): Output {
  const storage = new AsyncLocalStorage<CellContext>();
  const state: {
    newest: CellContext | undefined;
    pending: { cell: CellContext; name: StreamName; text: string } | undefined;
    since: number;
    timer: NodeJS.Immediate | undefined;
  } = { newest: undefined, pending: undefined, since: 0, timer: undefined };

  const owner = (): CellContext | undefined => storage.getStore() ?? state.newest;

  const flush = (): void => {
    const { pending } = state;
    state.pending = undefined;
    state.timer = undefined;
    if (pending?.text)
      post({ type: 'stream', cell: pending.cell.id, name: pending.name, text: pending.text });
  };

  const print = (name: StreamName, text: string): void => {
    const cell = owner();
    if (!cell || cell.interrupted || cell.silent || cell.printed > LIMIT_CHARACTERS) return;
    cell.printed += text.length;
    if (state.pending && (state.pending.cell !== cell || state.pending.name !== name)) flush();
    if (!state.pending) {
      state.pending = { cell, name, text: '' };
      state.since = performance.now();
    }
    state.pending.text += cell.printed > LIMIT_CHARACTERS ? `${text.slice(0, 1000)}${TOO_MUCH}` : text;
    const isDue = state.pending.text.length > CHUNK_CHARACTERS || performance.now() - state.since > CHUNK_MS;
    if (isDue) flush();
    else state.timer ??= storage.exit(() => setImmediate(flush));
  };

  return {
    owner,
    print,
    flush,
    run(cell, work) {
      state.newest = cell;
      storage.run(cell, work);
    },
  };
}

const TOO_MUCH =
  '\nThis cell printed more than 4 million characters; the rest is dropped. Print fewer lines, or interrupt the kernel.\n';
