/** What the two threads of the kernel say to each other: the channels thread owns Jupyter's sockets, the runner the cells. */

export interface Diagnosis {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** MIME types to values, as in a `display_data` message. */
export interface Bundle {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Questions of an editor; `cursor` counts UTF-16 units. */
export type Question =
  | { readonly kind: 'complete'; readonly code: string; readonly cursor: number }
  | { readonly kind: 'inspect'; readonly code: string; readonly cursor: number }
  | { readonly kind: 'is-complete'; readonly code: string };

export interface CellRequest {
  /** The `msg_id` of the request: output names it as its parent. */
  readonly cell: string;
  /** The number in `In [3]`; 0 for silent requests. */
  readonly number: number;
  readonly code: string;
  readonly silent: boolean;
}

export type ToRunner =
  | ({ readonly type: 'execute' } & CellRequest)
  | { readonly type: 'question'; readonly id: number; readonly question: Question }
  | { readonly type: 'interrupt'; readonly id: number }
  | { readonly type: 'shutdown' };

export type FromRunner =
  | {
      readonly type: 'stream';
      readonly cell: string;
      readonly name: 'stdout' | 'stderr';
      readonly text: string;
    }
  | { readonly type: 'display'; readonly cell: string; readonly update: boolean; readonly content: Bundle }
  | { readonly type: 'result'; readonly cell: string; readonly content: Bundle }
  | { readonly type: 'done'; readonly cell: string; readonly failure?: Diagnosis }
  /** The first cell need not wait for TypeScript. */
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly content: Readonly<Record<string, unknown>> }
  | { readonly type: 'interrupted'; readonly id: number }
  /** The answer to `shutdown`: the thread that runs cells is free to end. */
  | { readonly type: 'bye' };

/** What the channels thread is started with. */
export interface ChannelsData {
  readonly connectionFile: string;
  /** Folder of tslab's package.json: zeromq is one of its dependencies. */
  readonly tslab: string;
  /** One Int32: 1 while the runner must not be stopped (it compiles), else 0. */
  readonly phase: SharedArrayBuffer;
}
