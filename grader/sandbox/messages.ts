import type { Call } from '../exercise.ts';

/** The pipe between parent and child: beside standard input, output and error. */
export const CHANNEL_FD = 3;

/** What the child is told at the start, beside the code of the answer. */
export interface Assignment {
  /** Where the answer comes from, for stack positions. */
  readonly path: string;
  readonly calls: readonly Call[];
  readonly nowMs: number;
  readonly virtualMs: number;
}

/** What the child is told about one of its requests, beside the body. */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly delayMs: number;
      /** Bytes of the body to send before the connection ends; all of them without it. */
      readonly cutAt?: number;
    }
  | { readonly kind: 'hang' };

/** An error as it can be told. `stack` is mapped to the student's lines by the parent. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Everything that the child can say. The parent believes none of it: see `parseMessage`. */
export type Message =
  /** The walls stand: what goes wrong from here on is the answer's. */
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'request';
      readonly method: string;
      readonly origin: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly atMs: number;
    }
  | { readonly kind: 'value'; readonly id: string; readonly value: unknown }
  | { readonly kind: 'threw'; readonly id: string; readonly failure: Failure }
  | { readonly kind: 'missing'; readonly id: string; readonly found: readonly string[] }
  | { readonly kind: 'unfinished'; readonly id: string; readonly why: string }
  | { readonly kind: 'crashed'; readonly failure: Failure }
  /** The virtual clock reached its end; `request` is the one that was waited for longest. */
  | { readonly kind: 'waited'; readonly request?: number; readonly forMs: number }
  | { readonly kind: 'exited'; readonly code: number; readonly stack: string }
  | { readonly kind: 'used'; readonly virtualMs: number; readonly rssMb: number };

/** Larger messages are refused; a value of 2 MB fits. */
export const LARGEST_MESSAGE = 4_000_000;
/** Deeper values are refused, so that nobody downstream runs out of stack. */
export const DEEPEST_VALUE = 64;

const MESSAGE_TEXT = 1_000;
const STACK_TEXT = 8_000;
const URL_TEXT = 16_000;
const BODY_TEXT = 1_000_000;

/** Reads one line of the child; undefined for anything that the child's own code would not have written. */
export function parseMessage(line: string): Message | undefined {
  const data = parsed(line);
  if (!isRecord(data)) return undefined;
  const { id } = data;
  if (data.kind === 'ready') return { kind: 'ready' };
  if (data.kind === 'request') return request(data);
  if (data.kind === 'crashed') return { kind: 'crashed', failure: failure(data.failure) };
  if (data.kind === 'exited')
    return { kind: 'exited', code: count(data.code), stack: text(data.stack, STACK_TEXT) };
  if (data.kind === 'used')
    return { kind: 'used', virtualMs: count(data.virtualMs), rssMb: count(data.rssMb) };
  if (data.kind === 'waited')
    return {
      kind: 'waited',
      ...(typeof data.request === 'number' ? { request: data.request } : {}),
      forMs: count(data.forMs),
    };
  if (typeof id !== 'string') return undefined;
  if (data.kind === 'value')
    return depthWithin(data.value, DEEPEST_VALUE) ? { kind: 'value', id, value: data.value } : undefined;
  if (data.kind === 'threw') return { kind: 'threw', id, failure: failure(data.failure) };
  if (data.kind === 'missing') return { kind: 'missing', id, found: names(data.found) };
  if (data.kind === 'unfinished') return { kind: 'unfinished', id, why: text(data.why, MESSAGE_TEXT) };
  return undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function request(data: Fields): Message | undefined {
  const origin = text(data.origin, URL_TEXT);
  if (!URL.canParse(origin)) return undefined;
  const headers = isRecord(data.headers) ? Object.entries(data.headers).slice(0, 200) : [];
  return {
    kind: 'request',
    method: text(data.method, 40),
    origin,
    url: text(data.url, URL_TEXT),
    headers: Object.fromEntries(headers.map(([name, value]) => [name, text(value, URL_TEXT)])),
    body: text(data.body, BODY_TEXT),
    atMs: count(data.atMs),
  };
}

function failure(data: unknown): Failure {
  const fields: Fields = isRecord(data) ? data : {};
  return {
    name: text(fields.name, 100),
    message: text(fields.message, MESSAGE_TEXT),
    stack: text(fields.stack, STACK_TEXT),
  };
}

const names = (data: unknown): string[] =>
  Array.isArray(data) ? data.slice(0, 50).map((name) => text(name, 100)) : [];

const text = (data: unknown, most: number): string => (typeof data === 'string' ? data.slice(0, most) : '');

const count = (data: unknown): number =>
  typeof data === 'number' && Number.isFinite(data) && data >= 0 ? data : 0;

function depthWithin(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((inner) => depthWithin(inner, left - 1));
}
