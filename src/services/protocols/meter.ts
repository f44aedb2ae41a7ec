import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export const PROTOCOLS = ['rest', 'polling', 'json-rpc', 'soap', 'sse', 'websocket', 'grpc', 'mqtt'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** What one protocol has cost so far. Bytes are those above TCP: heads, frames and bodies. */
export interface Count {
  readonly connections: number;
  /** Questions that were answered. */
  readonly roundTrips: number;
  /** Messages that nobody had to ask for. */
  readonly pushes: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

export interface Meter {
  counts(): Readonly<Record<Protocol, Count>>;
  reset(): void;
  /** Counts one HTTP request and its answer. */
  http(protocol: Protocol, request: IncomingMessage, response: ServerResponse): void;
  /** Counts a connection that belongs to one protocol until it closes; `alreadyIn` bytes of it came before. */
  socket(protocol: Protocol, socket: Socket, alreadyIn?: number): void;
  answered(protocol: Protocol): void;
  pushed(protocol: Protocol): void;
}

interface Ledger {
  connections: number;
  roundTrips: number;
  pushes: number;
  bytesIn: number;
  bytesOut: number;
}

/** An open connection, and how much of it has been booked. */
interface Open {
  readonly protocol: Protocol;
  readonly socket: Socket;
  bookedIn: number;
  bookedOut: number;
}

/** Counts bytes and round trips of each protocol on this server, so that a lesson can compare them. */
export function createMeter(): Meter {
  const ledgers = Object.fromEntries(PROTOCOLS.map((name) => [name, emptyLedger()]));
  const ledgerOf = (protocol: Protocol): Ledger => ledgers[protocol] ?? emptyLedger();
  const open = new Set<Open>();
  const book = (entry: Open): void => {
    const ledger = ledgerOf(entry.protocol);
    const { bytesRead, bytesWritten } = entry.socket;
    ledger.bytesIn += bytesRead - entry.bookedIn;
    ledger.bytesOut += bytesWritten - entry.bookedOut;
    Object.assign(entry, { bookedIn: bytesRead, bookedOut: bytesWritten });
  };
  return {
    counts: () => {
      for (const entry of open) book(entry);
      return countsOf(ledgers);
    },
    reset: () => {
      for (const entry of open) book(entry);
      for (const name of PROTOCOLS) Object.assign(ledgerOf(name), emptyLedger());
    },
    http: (protocol, request, response) => {
      const { socket } = request;
      const ledger = ledgerOf(protocol);
      const writtenBefore = socket.bytesWritten;
      ledger.roundTrips += 1;
      ledger.bytesIn += headBytes(request) + Number(request.headers['content-length'] ?? 0);
      if (isFirst(request)) ledger.connections += 1;
      response.once('close', () => {
        ledger.bytesOut += socket.bytesWritten - writtenBefore;
      });
    },
    socket: (protocol, socket, alreadyIn = 0) => {
      const entry = {
        protocol,
        socket,
        bookedIn: socket.bytesRead - alreadyIn,
        bookedOut: socket.bytesWritten,
      };
      ledgerOf(protocol).connections += 1;
      open.add(entry);
      socket.once('close', () => {
        book(entry);
        open.delete(entry);
      });
    },
    answered: (protocol) => {
      ledgerOf(protocol).roundTrips += 1;
    },
    pushed: (protocol) => {
      ledgerOf(protocol).pushes += 1;
    },
  };
}

function countsOf(ledgers: Readonly<Record<string, Ledger>>): Readonly<Record<Protocol, Count>> {
  const count = (name: Protocol): Count => ({ ...(ledgers[name] ?? emptyLedger()) });
  return {
    rest: count('rest'),
    polling: count('polling'),
    'json-rpc': count('json-rpc'),
    soap: count('soap'),
    sse: count('sse'),
    websocket: count('websocket'),
    grpc: count('grpc'),
    mqtt: count('mqtt'),
  };
}

/** The request line and the headers as they were sent, `Name: value`. */
export function headBytes({ method = '', url = '', httpVersion, rawHeaders }: IncomingMessage): number {
  const line = `${method} ${url} HTTP/${httpVersion}\r\n`;
  const names = rawHeaders.length / 2;
  // ': ' and the line break of each header, and the empty line.
  return Buffer.byteLength(line + rawHeaders.join('')) + 4 * names + 2;
}

/** True for the first request of a connection: nothing else has been read from it. */
function isFirst(request: IncomingMessage): boolean {
  const { bytesRead, bytesWritten } = request.socket;
  return (
    bytesWritten === 0 && bytesRead <= headBytes(request) + Number(request.headers['content-length'] ?? 0)
  );
}

function emptyLedger(): Ledger {
  return { connections: 0, roundTrips: 0, pushes: 0, bytesIn: 0, bytesOut: 0 };
}
