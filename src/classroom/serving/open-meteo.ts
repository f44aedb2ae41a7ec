import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, type ApiRequest, type ApiResponse, answer, type World } from '../answer.ts';
import type { Limits } from '../limits.ts';
import { gzipped } from './compression.ts';
import { TOO_MANY_AT_ONCE, type Turn, turnsOf } from './turns.ts';
import { weightOf } from './weight.ts';

export interface OpenMeteoOptions {
  readonly world: () => World;
  /** Answers 429 as Open-Meteo does; without it everybody is served. */
  readonly limits?: Limits;
  /** The time by which the limits count, milliseconds since 1970; the real one when left out. */
  readonly clock?: () => number;
  /** Hears of an error that should not happen; the client got a 500. */
  readonly trouble?: (error: unknown) => void;
  /** Another answer than Open-Meteo's, for tests. */
  readonly answer?: Answer;
}

/** With limits on, an answer takes so long as on a server far away, else no two requests would ever meet. */
const LIMITED_ANSWER_MS = 20;

/** A plugin that answers, as Open-Meteo would, every request that no route takes. */
export async function openMeteo(app: FastifyInstance, options: OpenMeteoOptions): Promise<void> {
  const respond = options.limits === undefined ? plain(options) : limited(options, options.limits);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setNotFoundHandler(async (request, reply) => {
    const asked = toApiRequest(request);
    return send(reply, await respond(asked), asked);
  });
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) options.trouble?.(error);
    return send(reply, refusal(status, status < 500 ? error.message : 'Internal Server Error'));
  });
}

type Respond = (request: ApiRequest) => Promise<ApiResponse>;

function plain({ world, answer: answerWith = answer }: OpenMeteoOptions): Respond {
  return async (request) => answerWith(request, world());
}

function limited(options: OpenMeteoOptions, limits: Limits): Respond {
  const respond = plain(options);
  const takeTurn = turnsOf();
  // The moment of the world may stand still; limits end all the same.
  const { clock = Date.now } = options;
  return async (request) => {
    const address = request.address ?? '';
    const reason = limits.refusal(address, clock());
    if (reason !== undefined) return refusal(429, reason);
    const turn = takeTurn(address);
    if (turn === undefined) return refusal(429, TOO_MANY_AT_ONCE);
    const response = await inTurn(turn, () => respond(request));
    const calls = response.status === 200 ? weightOf(request.url) : 1;
    limits.spend(address, calls, clock());
    return response;
  };
}

async function inTurn<Value>(turn: Turn, act: () => Promise<Value>): Promise<Value> {
  await turn.ready;
  try {
    await pause(LIMITED_ANSWER_MS);
    return await act();
  } finally {
    turn.done();
  }
}

function toApiRequest(request: FastifyRequest): ApiRequest {
  const { method = 'GET', url = '/', headers } = request.raw;
  return {
    // Node leaves out the body of an answer to HEAD by itself.
    method: method === 'HEAD' ? 'GET' : method,
    host: headers.host ?? '',
    url,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : `${value}`,
      ]),
    ),
    address: request.ip,
    ...(typeof request.body === 'string' ? { body: request.body } : {}),
  };
}

async function send(reply: FastifyReply, { status, headers, body }: ApiResponse, asked?: ApiRequest) {
  reply.code(status).headers(headers);
  const small = await gzipped(body, asked?.headers['accept-encoding']);
  if (small === undefined) return reply.send(body);
  return reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').send(small);
}

/** An error as Open-Meteo writes it. */
export function refusal(status: number, reason: string): ApiResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ error: true, reason }),
  };
}
