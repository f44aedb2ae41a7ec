import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Cell, cellQueue } from './cells.ts';
import { kernelInfo } from './info.ts';
import { interrupt, stopMainThread } from './interrupt.ts';
import type { ChannelsData, Diagnosis, FromRunner, Question, ToRunner } from './messages.ts';
import { realParent, watchParent } from './orphan.ts';
import { type Outlet, openSockets, type Sockets } from './sockets.ts';
import { unitsFromCharacters } from './text-offset.ts';
import { type Header, type Message, readMessage, writeMessage } from './wire.ts';

type Content = Readonly<Record<string, unknown>>;
type Handler = (message: Message, outlet: Outlet) => void | Promise<void>;

const DRAIN_MS = 10;
const LAST_WORDS_MS = 30;
const END_MS = 700;
const MOST_START_MS = 5_000;

/**
 * The thread that owns Jupyter's sockets. It answers whatever needs no TypeScript at once, also while a cell loops:
 * kernel info, interrupt, shutdown and heartbeat. Cells and editor questions go to the runner.
 */
export async function startChannels(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('The channels of the kernel run in a worker thread.');
  // Border: set by kernel.ts when it starts this thread.
  const data = workerData as ChannelsData;
  const early: { channel: 'shell' | 'control'; frames: Buffer[] }[] = [];
  const desk: { take: (channel: 'shell' | 'control', frames: Buffer[]) => void } = {
    take: (channel, frames) => void early.push({ channel, frames }),
  };
  const sockets = await openSockets(data.tslab, data.connectionFile, (channel, frames) =>
    desk.take(channel, frames),
  );
  desk.take = openDesk(sockets, port, new Int32Array(data.phase));
  for (const { channel, frames } of early) desk.take(channel, frames);
}

function openDesk(sockets: Sockets, port: MessagePort, phase: Int32Array) {
  const { key } = sockets.connection;
  const toRunner = (message: ToRunner): void => port.postMessage(message);
  const publish = (type: string, content: object, parent: Header | undefined): void =>
    sockets.iopub.send(writeMessage({ type, content, parent, identities: [type] }, key));
  const reply = (message: Message, content: Content, outlet: Outlet): void => {
    const type = message.header.msg_type.replace(/_request$/, '_reply');
    outlet.send(writeMessage({ type, content, parent: message.header, identities: message.identities }, key));
  };
  const status = (state: 'busy' | 'idle' | 'starting', parent: Header | undefined): void =>
    publish('status', { execution_state: state }, parent);

  const parents = new Map<string, Header>();
  const answers = new Map<number, (content: Content) => void>();
  const interrupts = new Map<number, () => void>();
  const numbers = { last: 0 };
  const start: { done: () => void } = { done: () => undefined };
  // Whoever asks what this kernel is waits until it has started, but no longer than a client is patient.
  const started = new Promise<void>((resolve) => {
    start.done = resolve;
    setTimeout(resolve, MOST_START_MS).unref();
  });
  const farewell: { heard: () => void } = { heard: () => undefined };

  const cells = cellQueue({
    start(cell) {
      const { header, content } = cell.message;
      parents.set(header.msg_id, header);
      status('busy', header);
      const code = String(content.code ?? '');
      if (!cell.silent) publish('execute_input', { code, execution_count: cell.number }, header);
      toRunner({ type: 'execute', cell: header.msg_id, number: cell.number, code, silent: cell.silent });
    },
    abort(message) {
      status('busy', message.header);
      reply(message, { status: 'aborted', execution_count: cells.count() }, sockets.shell);
      status('idle', message.header);
    },
  });

  const finish = async (cell: Cell, failure: Diagnosis | undefined): Promise<void> => {
    const { header, content } = cell.message;
    if (failure && !cell.silent) publish('error', failure, header);
    // What was sent together with this cell may still be on its way.
    if (failure) await wait(DRAIN_MS);
    const execution_count = cells.count();
    const body = failure
      ? { status: 'error', execution_count, ...failure }
      : { status: 'ok', execution_count, payload: [], user_expressions: expressions(content) };
    reply(cell.message, body, sockets.shell);
    status('idle', header);
    cells.finish(failure !== undefined);
  };

  port.on('message', (message: FromRunner) => {
    if (message.type === 'ready') start.done();
    else if (message.type === 'answer') answers.get(message.id)?.(message.content);
    else if (message.type === 'bye') farewell.heard();
    else if (message.type === 'interrupted') interrupts.get(message.id)?.();
    else if (message.type === 'done') {
      const cell = cells.current();
      if (cell?.message.header.msg_id === message.cell) void finish(cell, message.failure);
    } else output(message);
  });

  const output = (message: Extract<FromRunner, { type: 'stream' | 'display' | 'result' }>): void => {
    const parent = parents.get(message.cell);
    if (message.type === 'stream') publish('stream', { name: message.name, text: message.text }, parent);
    else if (message.type === 'display')
      publish(message.update ? 'update_display_data' : 'display_data', message.content, parent);
    else publish('execute_result', { execution_count: cells.count(), ...message.content }, parent);
  };

  const ask = (question: Question): Promise<Content> =>
    new Promise((resolve) => {
      numbers.last += 1;
      const id = numbers.last;
      answers.set(id, (content) => {
        answers.delete(id);
        resolve(content);
      });
      toRunner({ type: 'question', id, question });
    });

  const interruptRunner = async (): Promise<void> => {
    numbers.last += 1;
    const id = numbers.last;
    const request = (): Promise<void> =>
      new Promise((resolve) => {
        interrupts.set(id, resolve);
        toRunner({ type: 'interrupt', id });
      });
    const runner = { request, compiling: () => Atomics.load(phase, 0) === 1 };
    const how = await interrupt(runner, { stop: stopMainThread, wait });
    interrupts.delete(id);
    if (how === 'failed') publish('stream', { name: 'stderr', text: STUCK }, cells.current()?.message.header);
  };

  const end = async (): Promise<void> => {
    // A cell that loops never reads the message that ends it.
    const clock = setTimeout(() => process.kill(process.pid, 'SIGKILL'), END_MS);
    await wait(LAST_WORDS_MS);
    toRunner({ type: 'shutdown' });
    await new Promise<void>((resolve) => {
      farewell.heard = resolve;
    });
    clearTimeout(clock);
    stopWatching();
    // With sockets and port closed this thread has nothing left to do; the other one ends the process after it.
    await sockets.close();
    port.close();
  };

  const withCursor = ({ content }: Message): { code: string; cursor: number } => {
    const code = String(content.code ?? '');
    const position = typeof content.cursor_pos === 'number' ? content.cursor_pos : code.length;
    return { code, cursor: unitsFromCharacters(code, position) };
  };

  const handlers: Readonly<Record<string, Handler>> = {
    kernel_info_request: async (message, outlet) => {
      await started;
      reply(message, kernelInfo(process.version), outlet);
    },
    connect_request: (message, outlet) => reply(message, { ...sockets.connection, key: '' }, outlet),
    comm_info_request: (message, outlet) => reply(message, { status: 'ok', comms: {} }, outlet),
    comm_open: ({ content, header }) => publish('comm_close', { comm_id: content.comm_id, data: {} }, header),
    comm_msg: () => undefined,
    comm_close: () => undefined,
    history_request: (message, outlet) => reply(message, { status: 'ok', history: [] }, outlet),
    complete_request: async (message, outlet) =>
      reply(message, await ask({ kind: 'complete', ...withCursor(message) }), outlet),
    inspect_request: async (message, outlet) =>
      reply(message, await ask({ kind: 'inspect', ...withCursor(message) }), outlet),
    is_complete_request: async (message, outlet) =>
      reply(message, await ask({ kind: 'is-complete', code: String(message.content.code ?? '') }), outlet),
    interrupt_request: async (message, outlet) => {
      await interruptRunner();
      reply(message, { status: 'ok' }, outlet);
    },
    shutdown_request: (message, outlet) => {
      const content = { status: 'ok', restart: message.content.restart === true };
      reply(message, content, outlet);
      publish('shutdown_reply', content, message.header);
      void end();
    },
  };

  const unknown: Handler = (message, outlet) => {
    if (!message.header.msg_type.endsWith('_request')) return;
    const evalue = `This kernel does not answer ${message.header.msg_type}.`;
    reply(message, { status: 'error', ename: 'NotSupported', evalue, traceback: [] }, outlet);
  };

  const stopWatching = watchParent(realParent, () => void end());
  status('starting', undefined);

  return (channel: 'shell' | 'control', frames: Buffer[]): void => {
    const message = readMessage(frames, key);
    if (!message) return;
    if (message.header.msg_type === 'execute_request') {
      cells.add(message);
      return;
    }
    status('busy', message.header);
    const handle = handlers[message.header.msg_type] ?? unknown;
    void Promise.resolve(handle(message, sockets[channel])).finally(() => status('idle', message.header));
  };
}

const STUCK =
  'This cell could not be interrupted: it waits inside the operating system. Restart the kernel to stop it.\n';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function expressions({ user_expressions: asked }: Content): Record<string, object> {
  if (typeof asked !== 'object' || asked === null) return {};
  const answer = {
    status: 'error',
    ename: 'NotSupported',
    evalue: 'This kernel evaluates no user expressions.',
    traceback: [],
  };
  return Object.fromEntries(Object.keys(asked).map((name) => [name, answer]));
}
