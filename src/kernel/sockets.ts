import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Jupyter's connection file. */
export interface Connection {
  readonly transport: string;
  readonly ip: string;
  readonly key: string;
  readonly shell_port: number;
  readonly control_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly hb_port: number;
}

export type Frames = readonly (Buffer | string)[];

/** A socket that sends one message after the other. */
export interface Outlet {
  send(frames: Frames): void;
  /** Resolves when everything so far is handed to ZeroMQ. */
  flushed(): Promise<void>;
}

export interface Sockets {
  readonly connection: Connection;
  readonly shell: Outlet;
  readonly control: Outlet;
  readonly iopub: Outlet;
  /** Sends what waits, then closes all five. */
  close(): Promise<void>;
}

interface Socket extends AsyncIterable<Buffer[]> {
  bind(address: string): Promise<void>;
  send(frames: Frames): Promise<void>;
  close(): void;
}

interface ZeroMq {
  readonly Router: new () => Socket;
  readonly Publisher: new (options: { sendHighWaterMark: number }) => Socket;
  readonly Reply: new () => Socket;
}

/**
 * Binds the five sockets of a Jupyter kernel and answers the heartbeat.
 *
 * @param receive called with the frames of every shell and control message.
 */
export async function openSockets(
  tslab: string,
  connectionFile: string,
  receive: (channel: 'shell' | 'control', frames: Buffer[]) => void,
): Promise<Sockets> {
  const connection: Connection = JSON.parse(readFileSync(connectionFile, 'utf8'));
  // Border: zeromq comes with tslab, so it is loaded from there and only the members used are described.
  const zeromq = createRequire(join(tslab, 'package.json'))('zeromq') as ZeroMq;
  const [shell, control, stdin] = [new zeromq.Router(), new zeromq.Router(), new zeromq.Router()];
  const iopub = new zeromq.Publisher({ sendHighWaterMark: 0 });
  const heartbeat = new zeromq.Reply();
  const bind = (socket: Socket, port: number): Promise<void> =>
    socket.bind(
      `${connection.transport}://${connection.ip}${connection.transport === 'ipc' ? '-' : ':'}${port}`,
    );
  await Promise.all([
    bind(shell, connection.shell_port),
    bind(control, connection.control_port),
    bind(iopub, connection.iopub_port),
    bind(stdin, connection.stdin_port),
    bind(heartbeat, connection.hb_port),
  ]);
  void forEach(shell, (frames) => receive('shell', frames));
  void forEach(control, (frames) => receive('control', frames));
  void forEach(heartbeat, (frames) => heartbeat.send(frames));
  const outlets = { shell: outlet(shell), control: outlet(control), iopub: outlet(iopub) };
  const close = async (): Promise<void> => {
    await Promise.all(Object.values(outlets).map((each) => each.flushed()));
    for (const socket of [shell, control, stdin, iopub, heartbeat]) socket.close();
  };
  return { connection, ...outlets, close };
}

async function forEach(socket: Socket, take: (frames: Buffer[]) => unknown): Promise<void> {
  try {
    for await (const frames of socket) await take(frames);
  } catch {
    // Closed while it waited: the kernel ends.
  }
}

// zeromq refuses a second send while the first waits, so they are chained.
function outlet(socket: Socket): Outlet {
  const queue: { tail: Promise<void> } = { tail: Promise.resolve() };
  return {
    send(frames) {
      queue.tail = queue.tail.then(() => socket.send(frames)).catch(() => undefined);
    },
    flushed: () => queue.tail,
  };
}
