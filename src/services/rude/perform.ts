import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Deed } from './deeds.ts';

/** One request on which a deed is done. */
export interface Stage {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What a polite server would answer. */
  readonly reading: unknown;
  /** Where a redirect leads. */
  readonly movedTo: string;
  /** The moment that a Retry-After date counts from, milliseconds since 1970. */
  readonly nowMs: number;
  readonly headers: Readonly<Record<string, string>>;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const PAGE = `<!doctype html>
<html><head><title>Welcome to Station Wi-Fi</title></head>
<body><h1>Please log in</h1><p>Accept the terms to use the network.</p></body></html>
`;
const SENSOR_ERROR = { error: true, reason: 'The sensor does not answer.' };
const PIECES = 5;

/** Does one deed of the rude server, beneath the framework, because no framework sends broken answers. */
export function perform(deed: Deed, stage: Stage): void {
  const { response, headers } = stage;
  const body = Buffer.from(JSON.stringify(stage.reading));
  switch (deed.kind) {
    case 'ok':
      if (deed.maxAgeS !== undefined) response.setHeader('cache-control', `max-age=${deed.maxAgeS}`);
      send(stage, 200, body);
      break;
    case 'status':
      sendStatus(deed, stage);
      break;
    case 'redirect':
      response.writeHead(deed.status, { ...headers, location: stage.movedTo, 'content-length': 0 }).end();
      break;
    case 'hang':
      later(response, deed.seconds * 1000, () => response.destroy());
      break;
    case 'slow':
      sendSlowly(stage, body, deed.seconds);
      break;
    case 'cut':
      send(stage, 200, half(body));
      break;
    case 'short':
      response.writeHead(200, { ...headers, ...JSON_TYPE, 'content-length': body.length });
      response.write(half(body), () => response.destroy());
      break;
    case 'html':
      response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
      break;
    case 'empty':
      send(stage, 200, Buffer.alloc(0));
      break;
    case '200-error':
      send(stage, 200, Buffer.from(JSON.stringify(SENSOR_ERROR)));
      break;
    case 'reset':
      stage.request.socket.resetAndDestroy();
  }
}

function send({ response, headers }: Stage, status: number, body: Buffer): void {
  response.writeHead(status, { ...headers, ...JSON_TYPE, 'content-length': body.length });
  response.end(body);
}

function sendStatus(deed: Deed & { readonly kind: 'status' }, stage: Stage): void {
  const { status, retryAfterS, asDate } = deed;
  if (retryAfterS !== undefined) {
    // A date has whole seconds only: rounded up, so that nobody is sent too early.
    const date = new Date(Math.ceil((stage.nowMs + retryAfterS * 1000) / 1000) * 1000).toUTCString();
    stage.response.setHeader('retry-after', asDate ? date : String(retryAfterS));
  }
  const reason =
    status === 429 ? 'Too many requests. Wait, then ask again.' : `This is a ${status}, on purpose.`;
  send(stage, status, Buffer.from(JSON.stringify({ error: true, reason })));
}

/** In pieces, so that a client that waits for the first byte only is deceived. */
function sendSlowly({ response, headers }: Stage, body: Buffer, seconds: number): void {
  response.writeHead(200, { ...headers, ...JSON_TYPE, 'content-length': body.length });
  const size = Math.ceil(body.length / PIECES);
  const next = (from: number): void => {
    response.write(body.subarray(from, from + size));
    if (from + size >= body.length) response.end();
    else later(response, (seconds * 1000) / PIECES, () => next(from + size));
  };
  response.flushHeaders();
  later(response, (seconds * 1000) / PIECES, () => next(0));
}

/** Nothing happens on a connection that the client has closed in the meantime. */
function later(response: ServerResponse, ms: number, act: () => void): void {
  const timer = setTimeout(act, ms);
  response.on('close', () => clearTimeout(timer));
}

function half(body: Buffer): Buffer {
  return body.subarray(0, Math.floor(body.length / 2));
}
