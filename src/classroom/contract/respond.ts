import type { ApiRequest, ApiResponse } from '../answer.ts';

/** What an endpoint gives back, before the headers that every answer has. */
export interface Reply {
  readonly status: number;
  /** Absent: a body without a type. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export const JSON_TYPE = 'application/json; charset=utf-8';

/** The service's form of an error. */
export function errorReply(reason: string, status: number): Reply {
  return { status, type: JSON_TYPE, body: JSON.stringify({ error: true, reason }) };
}

/**
 * Adds what every answer carries: where the numbers come from, and permission for other web pages when a page asks.
 */
export function respond(request: ApiRequest, label: string, reply: Reply): ApiResponse {
  return {
    status: reply.status,
    headers: {
      ...(reply.type === undefined ? {} : { 'content-type': reply.type }),
      ...reply.headers,
      ...(request.headers.origin === undefined ? {} : FOR_OTHER_PAGES),
      'x-airlab-data': headerText(label),
    },
    body: request.method === 'HEAD' ? '' : reply.body,
  };
}

/** A browser asks with OPTIONS before it sends a request of another page. */
export function isPreflight({ method, headers }: ApiRequest): boolean {
  return (
    method === 'OPTIONS' &&
    headers.origin !== undefined &&
    headers['access-control-request-method'] !== undefined
  );
}

const FOR_OTHER_PAGES = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'accept, authorization, content-type, origin, x-requested-with',
  'access-control-expose-headers': 'x-airlab-data',
  'access-control-max-age': '600',
};

/** Headers hold visible ASCII only. */
function headerText(label: string): string {
  return label.replace(/[^\x20-\x7e]/g, '?');
}
