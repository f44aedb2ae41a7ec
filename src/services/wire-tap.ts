import { connect, createServer, type Server } from 'node:net';
import { pipeline } from 'node:stream';
import { type Piece, transcript } from './transcript.ts';

/** A tap on the wire between a client and a server. */
export interface WireTap {
  /** Use it in the place of the server's own address. */
  readonly url: string;
  /**
   * What passed since the last call, as text; everything or one side. See {@link transcript}.
   *
   * @example console.log(wire.heard()); // you → 97 bytes …
   */
  heard(from?: Piece['from']): string;
  /** Ends it, and what runs through it. It also ends with the process. */
  close(): Promise<void>;
}

/**
 * Puts a tap before a server on this machine: every byte passes, in both directions, whatever the protocol, and can be
 * looked at.
 *
 * @throws when no port is free.
 * @example
 * const wire = await tapWire(classroom.url);
 * await fetch(`${wire.url}/protocols/rest/cities/roskilde/readings/latest`);
 * console.log(wire.heard());
 */
export async function tapWire(url: string): Promise<WireTap> {
  const { hostname, port } = new URL(url);
  const pieces: Piece[] = [];
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((you) => {
    const service = connect(Number(port), hostname);
    sockets.add(you).add(service);
    you.on('data', (bytes) => pieces.push({ from: 'you', bytes }));
    service.on('data', (bytes) => pieces.push({ from: 'service', bytes }));
    // What ends or breaks one side ends the other; the client sees it as if there were no tap.
    pipeline(you, service, you, () => {
      you.destroy();
      service.destroy();
      sockets.delete(you);
      sockets.delete(service);
    });
  });
  const own = await listening(server);
  return {
    url: `http://127.0.0.1:${own}`,
    heard: (from) => transcript(pieces.splice(0), from),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.unref();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
