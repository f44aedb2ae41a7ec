import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { OutsideError } from '../errors.ts';
import packageJson from '../package.json' with { type: 'json' };
import { mountServices } from '../services/mount.ts';
import type { World } from './answer.ts';
import { type OpenMeteoOptions, openMeteo, refusal } from './serving/open-meteo.ts';

/** One answered request, for the log. */
export interface Served {
  readonly method: string;
  readonly url: string;
  readonly address: string;
  readonly status: number;
  readonly ms: number;
}

export interface ClassroomOptions extends OpenMeteoOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** `0.0.0.0` lets other machines in. */
  readonly host?: string;
  /** `/health` says it, so that whoever started this server knows it from another one at the same address. */
  readonly id?: string | undefined;
  /** Hears of every answered request. */
  readonly log?: (served: Served) => void;
  /**
   * False for a server that ends with its process, for example in a notebook's kernel.
   * @default true
   */
  readonly keepsProcessAlive?: boolean;
}

/** A running classroom API. */
export interface ClassroomServer {
  readonly url: string;
  readonly port: number;
  /** Lets the requests that are being answered end, then frees the port. */
  close(): Promise<void>;
}

/** 1,000 places in one address need this much room, bytes. */
const MOST_HEADER_BYTES = 128 * 1024;
const MOST_BODY_BYTES = 128 * 1024;
/** A client that keeps its connection busy longer than this is cut off at the end. */
const CLOSE_GRACE_MS = 1_000;

/**
 * Starts the classroom API: everything that Open-Meteo answers, and `/health`.
 *
 * @throws {OutsideError} `PORT_TAKEN` or `NO_LISTEN`
 * @example
 * const server = await startClassroomServer({ port: 0, world: () => ({ source, nowMs: Date.now() }) });
 * await fetch(`${server.url}/v1/air-quality?latitude=55.6&longitude=12.1&hourly=pm2_5`);
 * await server.close();
 */
export async function startClassroomServer(options: ClassroomOptions): Promise<ClassroomServer> {
  const { port, host = '127.0.0.1' } = options;
  const app = await assemble(options);
  if (options.keepsProcessAlive === false) letProcessEnd(app);
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    throw listenTrouble(error, { port, host });
  }
  const address = app.server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://${nameOf(host)}:${taken}`, port: taken, close: () => closeSoon(app) };
}

/** Each service is a plugin of its own; Open-Meteo answers whatever no other service takes. */
async function assemble(options: ClassroomOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: MOST_BODY_BYTES,
    http: { maxHeaderSize: MOST_HEADER_BYTES },
    // Addresses that cannot be decoded, for example `/%zz`.
    frameworkErrors: (error, _request, reply) => {
      reply.hijack();
      const { status, headers, body } = refusal(error.statusCode ?? 400, error.message);
      reply.raw.writeHead(status, headers).end(body);
    },
    clientErrorHandler: answerGarbage,
    // No route here has a schema; loading their compilers would take a third of the start.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  });
  if (options.log !== undefined) logWith(app, options.log);
  mountServices(app, options);
  sayWhereFrom(app, options);
  app.get('/health', () => ({ ...healthOf(options.world()), id: options.id }));
  await app.register(openMeteo, options);
  return app;
}

function noSchemas(): never {
  throw new TypeError('The routes of the classroom server have no schemas');
}

/** Every answer names its data and its moment. */
function sayWhereFrom(app: FastifyInstance, { world }: ClassroomOptions): void {
  app.addHook('onRequest', (_request, reply, next) => {
    const { source, nowMs } = world();
    reply.header('x-airlab-data', source.label).header('x-airlab-now', new Date(nowMs).toISOString());
    next();
  });
}

function logWith(app: FastifyInstance, log: (served: Served) => void): void {
  app.addHook('onResponse', (request, reply, next) => {
    const { method = '', url = '' } = request.raw;
    log({ method, url, address: request.ip, status: reply.statusCode, ms: reply.elapsedTime });
    next();
  });
}

function healthOf({ source, nowMs }: World): Record<string, unknown> {
  const now = new Date(nowMs).toISOString();
  return { ok: true, version: packageJson.version, data: source.label, kind: source.kind, now };
}

/** Something that is not HTTP, or headers that are too large. */
function answerGarbage(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason] =
    error.code === 'HPE_HEADER_OVERFLOW' ? [431, 'Request Header Fields Too Large'] : [400, 'Bad Request'];
  const { headers, body } = refusal(status, reason);
  const lines = [
    `HTTP/1.1 ${status} ${reason}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.length}`,
    'connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

function letProcessEnd({ server }: FastifyInstance): void {
  server.unref();
  server.on('connection', (socket: Socket) => socket.unref());
}

async function closeSoon(app: FastifyInstance): Promise<void> {
  const cutOff = setTimeout(() => app.server.closeAllConnections(), CLOSE_GRACE_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(cutOff);
  }
}

/** How a browser on this machine reaches a host that was listened on. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function listenTrouble(error: unknown, { port, host }: { port: number; host: string }): OutsideError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new OutsideError(
      `Port ${port} on ${host} is taken by another program.`,
      `Choose another one: --port ${port < 65_535 ? port + 1 : port - 1}, or --port 0 for any free one.`,
      'PORT_TAKEN',
      error,
    );
  const why = error instanceof Error ? error.message : String(error);
  return new OutsideError(
    `The classroom API could not listen on ${host}, port ${port}: ${why}`,
    'Ports above 1023 need no rights: --port 8787. This machine alone: --host 127.0.0.1.',
    'NO_LISTEN',
    error,
  );
}
