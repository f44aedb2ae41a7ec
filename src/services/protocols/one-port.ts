import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** What a connection speaks, seen from its first bytes. */
export type Speech = 'http' | 'grpc' | 'mqtt';

export interface OnePort {
  /** Ends connections that have not said anything yet. */
  close(): void;
}

const HTTP2_PREFACE = 'PRI ';
const MQTT_CONNECT = 0x10;
/** A connection that says nothing is ended after this time. */
const SILENCE_MS = 60_000;

/**
 * Lets HTTP/2 (gRPC) and MQTT in at the port of an HTTP server: their connections go to `accept`, paused and with all
 * their bytes, all others to HTTP as before.
 */
export function shareOnePort(
  server: Server,
  accept: (speech: 'grpc' | 'mqtt', socket: Socket) => void,
): OnePort {
  const serveHttp = server.listeners('connection');
  const silent = new Set<Socket>();
  const state = { isClosed: false };
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    if (state.isClosed) return socket.destroy();
    silent.add(socket);
    listenFirst(socket, (speech) => {
      silent.delete(socket);
      if (speech === undefined) return;
      if (speech !== 'http') return accept(speech, socket);
      for (const serve of serveHttp) serve.call(server, socket);
    });
  });
  return {
    close: () => {
      state.isClosed = true;
      for (const socket of silent) socket.destroy();
    },
  };
}

/** Tells what a connection speaks, with its first bytes put back; undefined when it ended before. */
function listenFirst(socket: Socket, tell: (speech: Speech | undefined) => void): void {
  const heard: Buffer[] = [];
  const done = (speech: Speech | undefined): void => {
    socket.off('data', hear).off('error', end).off('close', end).off('timeout', silence).setTimeout(0);
    if (heard.length > 0) {
      socket.pause();
      socket.unshift(Buffer.concat(heard));
    }
    tell(speech);
    if (speech === 'http') socket.resume();
  };
  const hear = (bytes: Buffer): void => {
    heard.push(bytes);
    const speech = speechOf(Buffer.concat(heard));
    if (speech !== undefined) done(speech);
  };
  const end = (): void => done(undefined);
  const silence = (): void => {
    socket.destroy();
  };
  socket.on('data', hear).on('error', end).on('close', end).on('timeout', silence).setTimeout(SILENCE_MS);
}

/** Undefined as long as it may still become HTTP/2: POST, PUT and PATCH begin with a P too. */
export function speechOf(bytes: Buffer): Speech | undefined {
  if (bytes[0] === MQTT_CONNECT) return 'mqtt';
  const text = bytes.subarray(0, HTTP2_PREFACE.length).toString('latin1');
  if (text === HTTP2_PREFACE) return 'grpc';
  return HTTP2_PREFACE.startsWith(text) ? undefined : 'http';
}
