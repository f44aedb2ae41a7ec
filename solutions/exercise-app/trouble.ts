import { isHttpError, StatusError, TimeoutError } from 'airlab';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { troublePage } from './pages.ts';

/** An answer that is no success, in words: what happened, and what the visitor can do next. */
export interface Trouble {
  readonly status: number;
  readonly error: string;
  readonly next: string;
}

/** A question that has no answer. */
export class Refusal extends Error implements Trouble {
  readonly status: number;
  readonly next: string;

  constructor(status: number, error: string, next: string) {
    super(error);
    this.status = status;
    this.next = next;
  }

  get error(): string {
    return this.message;
  }
}

/** Says whose trouble it is: 4xx the visitor's question, 502 and 504 Open-Meteo, 500 our own program. */
export function troubleOf(error: FastifyError | Error): Trouble {
  if (error instanceof Refusal) return error;
  if ('validation' in error && error.validation)
    return { status: 400, error: `This question has the wrong form: ${error.message}.`, next: SEARCH };
  // Open-Meteo has understood, and refuses: the period is too far away, for example.
  if (error instanceof StatusError && error.status === 400)
    return { status: 400, error: error.message, next: 'Change what you asked for.' };
  if (isHttpError(error))
    return {
      status: error instanceof TimeoutError ? 504 : 502,
      error: `The service behind this page does not answer as it should: ${error.message}`,
      next: 'Try again in a minute. Without a network, start the app without AIRLAB_LIVE.',
    };
  if ('statusCode' in error && error.statusCode && error.statusCode < 500)
    return { status: error.statusCode, error: error.message, next: SEARCH };
  return {
    status: 500,
    error: 'This app has a bug.',
    next: 'Its terminal says more: start there.',
  };
}

const SEARCH = 'Search for a city by its name.';

/** One place for everything that handlers throw. */
export function onError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const trouble = troubleOf(error);
  if (trouble.status === 500) console.error(error);
  send(trouble, request, reply);
}

/** Nothing lives at this address. */
export function unknownAddress(request: FastifyRequest, reply: FastifyReply): void {
  send({ status: 404, error: 'Nothing lives at this address.', next: SEARCH }, request, reply);
}

/** Programs get JSON, people get a page; both get the status. */
function send({ status, error, next }: Trouble, { url }: FastifyRequest, reply: FastifyReply): void {
  reply.code(status);
  if (url.startsWith('/api/')) reply.send({ error, next });
  else reply.type('text/html; charset=utf-8').send(troublePage({ status, error, next }));
}
