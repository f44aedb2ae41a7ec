import type { ExchangeRecord, Try } from './exchange.ts';

const BODY_LINES = 12;
const BODY_CHARACTERS = 800;
const LINE_CHARACTERS = 400;

/** Start line, headers and the first lines of the body, for a request and its response; then what happened on the way. */
export function exchangeText(record: ExchangeRecord): string {
  return [...requestLines(record), '', ...responseLines(record), '', ...notes(record)].join('\n');
}

/** The request as it was sent, line by line. */
export function requestLines({ request }: ExchangeRecord): readonly string[] {
  const { host, path } = parts(request.url);
  return [
    `${request.method} ${path} HTTP/1.1`,
    `host: ${host}`,
    ...headerLines(request.headers),
    ...(request.body ? ['', ...bodyLines(request.body)] : []),
  ];
}

/** The response as it came; one line in brackets when none came. */
export function responseLines({ request, response }: ExchangeRecord): readonly string[] {
  if (!response) return ['(no answer)'];
  const empty = request.method === 'HEAD' ? '(HEAD: headers only)' : '(empty body)';
  return [
    `HTTP/1.1 ${response.status} ${response.statusText}`.trimEnd(),
    ...headerLines(response.headers),
    '',
    ...(response.body ? bodyLines(response.body, response.bytes) : [empty]),
  ];
}

/** Tries, pauses, redirects, the cache and the time, a line each. */
export function notes({ tries, redirects, cache, ms }: ExchangeRecord): readonly string[] {
  const way = redirects.map((url, index) => `${index === 0 ? 'Asked' : 'Sent on to'} ${url}`);
  const repeated = tries.length > 1 ? tries.map(tryLine) : [];
  return [
    ...way,
    ...repeated,
    ...cacheLine(cache),
    `${tries.length === 1 ? '1 try' : `${tries.length} tries`}, ${span(ms)}`,
  ];
}

const tryLine = ({ outcome, waitMs }: Try, index: number): string =>
  `Try ${index + 1}: ${outcome}${waitMs === undefined ? '' : `; waited ${span(waitMs)}`}`;

function cacheLine(cache: ExchangeRecord['cache']): readonly string[] {
  switch (cache) {
    case 'none':
      return [];
    case 'fresh':
      return ['From the cache: the server was not asked, its last answer still counts'];
    case 'revalidated':
      return ['From the cache: the server was asked and said 304 Not Modified'];
    case 'stale':
      return ['From the cache, and older than the server allows: it could not be asked'];
  }
}

const headerLines = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers)
    .filter(([name]) => name !== 'host')
    .map(([name, value]) => clipped(`${name}: ${value}`));

function bodyLines(body: string, bytes = body.length): readonly string[] {
  const lines = body.slice(0, BODY_CHARACTERS).split('\n').slice(0, BODY_LINES).map(clipped);
  const whole = lines.join('\n').length >= body.length;
  return whole ? lines : [...lines, `… (${bytes} bytes in all)`];
}

const clipped = (line: string): string =>
  line.length <= LINE_CHARACTERS ? line : `${line.slice(0, LINE_CHARACTERS)} …`;

function parts(url: string): { host: string; path: string } {
  const [, host = '', path = ''] = /^\w+:\/\/([^/?#]+)([^#]*)/.exec(url) ?? [];
  return { host, path: path.startsWith('/') ? path : `/${path}` };
}

/** A time span for people: `84 ms`, `2.5 s`, `60 min`. */
export function span(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < 120_000 ? `${Number((ms / 1000).toFixed(1))} s` : `${Math.round(ms / 60_000)} min`;
}
