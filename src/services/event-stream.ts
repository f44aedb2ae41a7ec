import type { FastifyReply, FastifyRequest } from 'fastify';

/** One server-sent event. */
export interface ServerEvent {
  readonly event?: string;
  readonly id?: string;
  readonly data: unknown;
}

/** An answer that stays open; nothing is written to it once the client has gone. */
export interface EventStream {
  send(event: ServerEvent): void;
  /** Acts now and then until the client goes or the stream ends. */
  every(ms: number, act: () => void): void;
  end(): void;
}

/** All open streams of the services, so that they can be ended together. */
export interface EventStreams {
  open(request: FastifyRequest, reply: FastifyReply): EventStream;
  endAll(): void;
}

const LINE_BREAK = /[\r\n]/;
/** A client that lets more than this wait is cut off: it does not read. */
const MOST_WAITING_BYTES = 256 * 1024;

/**
 * Server-sent events (HTML Living Standard, 9.2). Data is sent as JSON, which has no line breaks.
 *
 * @example
 * const stream = streams.open(request, reply);
 * stream.send({ event: 'reading', id: '1', data: { pm2_5: 5.2 } });
 */
export function createEventStreams(): EventStreams {
  const open = new Set<EventStream>();
  return {
    open: (request, reply) => {
      const stream = start(request, reply);
      open.add(stream);
      reply.raw.on('close', () => open.delete(stream));
      return stream;
    },
    endAll: () => {
      for (const stream of open) stream.end();
    },
  };
}

function start(request: FastifyRequest, reply: FastifyReply): EventStream {
  const { raw } = reply;
  const timers = new Set<NodeJS.Timeout>();
  const isOpen = () => !raw.writableEnded && !raw.destroyed;
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  raw.flushHeaders();
  request.raw.socket.setNoDelay(true);
  raw.on('close', () => {
    for (const timer of timers) clearInterval(timer);
  });
  return {
    send: (event) => {
      if (!isOpen()) return;
      if (raw.writableLength > MOST_WAITING_BYTES) raw.destroy();
      else raw.write(textOf(event));
    },
    every: (ms, act) => {
      if (isOpen()) timers.add(setInterval(() => isOpen() && act(), ms));
    },
    end: () => {
      if (isOpen()) raw.end();
    },
  };
}

function textOf({ event, id, data }: ServerEvent): string {
  const fields = { event, id, data: JSON.stringify(data) };
  return `${Object.entries(fields)
    .flatMap(([name, value]) =>
      value === undefined || LINE_BREAK.test(value) ? [] : [`${name}: ${value}\n`],
    )
    .join('')}\n`;
}
