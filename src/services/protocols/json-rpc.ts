/** A method of the server: it gets the parameters as they came. */
export type Method = (params: unknown) => unknown;

/** Thrown by a method to answer with that code. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export const INVALID_PARAMS = -32602;

const PARSE_ERROR = { code: -32700, message: 'Parse error' };
const INVALID_REQUEST = { code: -32600, message: 'Invalid Request' };
const METHOD_NOT_FOUND = { code: -32601, message: 'Method not found' };
const INTERNAL_ERROR = { code: -32603, message: 'Internal error' };
/** A batch that is longer is refused as a whole. */
const MOST_IN_A_BATCH = 100;

type Id = string | number | null;

/**
 * Answers a JSON-RPC 2.0 text: single, batch, notifications (no `id`, no answer). Undefined when there is nothing to
 * answer. Own code, because the packages that we tried do not keep to the specification for batches of one.
 *
 * @example
 * answerRpc('{"jsonrpc":"2.0","method":"air.cities","id":1}', methods); // { jsonrpc: '2.0', result: […], id: 1 }
 */
export function answerRpc(text: string, methods: Readonly<Record<string, Method>>): unknown {
  const request = parsed(text);
  if (request === undefined) return failure(PARSE_ERROR, null);
  if (!Array.isArray(request)) return answerOne(request, methods);
  if (request.length === 0 || request.length > MOST_IN_A_BATCH) return failure(INVALID_REQUEST, null);
  const answers = request
    .map((one: unknown) => answerOne(one, methods))
    .filter((answer) => answer !== undefined);
  return answers.length === 0 ? undefined : answers;
}

function answerOne(request: unknown, methods: Readonly<Record<string, Method>>): unknown {
  if (!isRequest(request)) return failure(INVALID_REQUEST, null);
  const { id } = request;
  const answer = resultOf(request, methods);
  return id === undefined ? undefined : { jsonrpc: '2.0', ...answer, id };
}

function resultOf({ method, params }: Request, methods: Readonly<Record<string, Method>>) {
  const act = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (act === undefined) return { error: METHOD_NOT_FOUND };
  try {
    return { result: act(params) ?? null };
  } catch (error) {
    return {
      error: error instanceof RpcError ? { code: error.code, message: error.message } : INTERNAL_ERROR,
    };
  }
}

interface Request {
  readonly method: string;
  readonly params?: unknown;
  readonly id?: Id;
}

function isRequest(value: unknown): value is Request {
  if (typeof value !== 'object' || value === null) return false;
  const { jsonrpc, method, params, id }: Record<string, unknown> = { ...value };
  return (
    jsonrpc === '2.0' &&
    typeof method === 'string' &&
    (params === undefined || (typeof params === 'object' && params !== null)) &&
    (id === undefined || id === null || typeof id === 'string' || typeof id === 'number')
  );
}

function failure(error: { readonly code: number; readonly message: string }, id: Id) {
  return { jsonrpc: '2.0', error, id };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
