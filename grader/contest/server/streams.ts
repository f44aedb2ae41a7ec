import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

const HEARTBEAT_MS = 15_000;
/** Who lets more than this wait does not read: the connection ends, and the client comes back. */
const MOST_WAITING_BYTES = 256 * 1024;

/** What a stream sends: the text of one view, and the place in the journal that it shows. */
export interface Told {
  readonly id: number;
  readonly json: string;
}

interface Open {
  readonly tell: () => Told;
  last: string;
}

/**
 * All open event streams (server-sent events). Each gets the newest view first, whatever it had before, so nothing is
 * missed by a client that was away. Views that many share are made once.
 */
export class Streams {
  readonly #open = new Map<ServerResponse, Open>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor() {
    this.#heartbeat = setInterval(() => {
      for (const response of this.#open.keys()) this.#write(response, ':\n\n');
    }, HEARTBEAT_MS);
    // The server keeps the process, not this.
    this.#heartbeat.unref();
  }

  get count(): number {
    return this.#open.size;
  }

  /** Keeps a reply open, with the headers that every reply has; `tell` gives what its viewer may see now. */
  add(reply: FastifyReply, tell: () => Told): void {
    const { raw: response } = reply;
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) response.setHeader(name, value);
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    response.socket?.setNoDelay(true);
    response.on('close', () => this.#open.delete(response));
    const open = { tell, last: '' };
    this.#open.set(response, open);
    this.#tell(response, open);
  }

  /** Sends every viewer what has changed for it. */
  tellAll(): void {
    for (const [response, open] of this.#open) this.#tell(response, open);
  }

  endAll(): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#open.keys()) response.end();
    this.#open.clear();
  }

  #tell(response: ServerResponse, open: Open): void {
    const { id, json } = open.tell();
    if (json === open.last) return;
    open.last = json;
    this.#write(response, `id: ${id}\nevent: view\ndata: ${json}\n\n`);
  }

  #write(response: ServerResponse, text: string): void {
    if (response.writableEnded || response.destroyed) return;
    if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
    else response.write(text);
  }
}
