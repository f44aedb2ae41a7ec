import { put } from './lock.ts';

/** Where undici keeps the dispatcher that its users have chosen for everyone; Node's `fetch` heeds it too. */
const CHOSEN = Symbol.for('undici.globalDispatcher.1');

/**
 * Lets Node's `fetch` reach the upstream through `dispatcher`. One that the answer has chosen, for one request or for
 * all, counts instead, as it does outside. So does a connection to a server of the answer's own (`isOwn`).
 */
export function putFetch(dispatcher: object, isOwn: (url: unknown) => boolean): void {
  const { fetch: real, Request: OwnRequest } = globalThis;
  // Loads Node's own client, which chooses a dispatcher by itself if there is none.
  new Response();
  const nodes: { own?: unknown } = { own: Reflect.get(globalThis, CHOSEN) };
  const short = (init: unknown): object | undefined => {
    const chosen: unknown = Reflect.get(globalThis, CHOSEN);
    nodes.own ??= chosen;
    if (chosen !== nodes.own) return undefined;
    if (init === undefined || init === null) return { dispatcher };
    return isPlain(init) && !('dispatcher' in init) ? { ...init, dispatcher } : undefined;
  };
  function fetch(this: unknown, ...args: unknown[]): unknown {
    // A Request may carry a dispatcher, and does not show it.
    const [first] = args;
    const goesOut = args.length > 0 && !(first instanceof OwnRequest) && !isOwn(first);
    const init = goesOut ? short(args[1]) : undefined;
    return Reflect.apply(real, this, init ? [args[0], init] : args);
  }
  Object.defineProperty(fetch, 'length', { value: 1 });
  put(globalThis, 'fetch', fetch);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
