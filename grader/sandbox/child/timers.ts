import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { promisify } from 'node:util';
import type { VirtualClock } from './clock.ts';
import { put } from './lock.ts';
import { Timeout } from './timeout.ts';

/** Puts timers on the virtual clock: the global ones, `node:timers`, `node:timers/promises` and `AbortSignal.timeout`. */
export function putTimers(clock: VirtualClock): void {
  const start = (repeats: boolean) => {
    return (callback: unknown, delay?: unknown, ...args: unknown[]): Timeout => {
      if (typeof callback !== 'function') throw invalidCallback(callback);
      const timeout = new Timeout(clock, {
        run: () => void Reflect.apply(callback, timeout, args),
        delay,
        repeats,
      });
      numbered.set(Number(timeout), new WeakRef(timeout));
      return timeout;
    };
  };
  const numbered = new Map<number, WeakRef<Timeout>>();
  const stop = (given: unknown): void => {
    if (given instanceof Timeout) given.close();
    else if (typeof given === 'number' || typeof given === 'string')
      numbered.get(Number(given))?.deref()?.close();
  };
  const promised = promisedTimers(clock);
  const setTimeout = Object.assign(start(false), { [promisify.custom]: promised.setTimeout });
  const functions = { setTimeout, setInterval: start(true), clearTimeout: stop, clearInterval: stop };
  for (const [name, value] of Object.entries(functions)) {
    Object.defineProperty(value, 'name', { value: name });
    put(globalThis, name, value);
    put(timers, name, value);
  }
  put(timersPromises, 'setTimeout', promised.setTimeout);
  put(timersPromises, 'setInterval', promised.setInterval);
  put(timersPromises.scheduler, 'wait', (ms?: unknown, options?: Waiting) =>
    promised.setTimeout(ms, undefined, options),
  );
  put(AbortSignal, 'timeout', (ms: unknown) => timeoutSignal(clock, ms));
}

interface Waiting {
  readonly signal?: AbortSignal;
  readonly ref?: boolean;
}

function promisedTimers(clock: VirtualClock) {
  const wait = <Value>(
    delay: unknown,
    value?: Value,
    { signal, ref = true }: Waiting = {},
  ): Promise<Value | undefined> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(aborted(signal));
      const stop = (): void => {
        timeout.close();
        reject(aborted(signal));
      };
      const run = (): void => {
        signal?.removeEventListener('abort', stop);
        resolve(value);
      };
      const timeout = new Timeout(clock, { run, delay, repeats: false });
      if (!ref) timeout.unref();
      signal?.addEventListener('abort', stop, { once: true });
    });
  async function* every<Value>(
    delay?: unknown,
    value?: Value,
    options: Waiting = {},
  ): AsyncGenerator<Value | undefined> {
    for (;;) yield await wait(delay, value, options);
  }
  return { setTimeout: wait, setInterval: every };
}

function timeoutSignal(clock: VirtualClock, ms: unknown): AbortSignal {
  if (typeof ms !== 'number') throw new TypeError('The "delay" argument must be of type number.');
  const controller = new AbortController();
  const late = (): void =>
    controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  new Timeout(clock, { run: late, delay: ms, repeats: false }).unref();
  return controller.signal;
}

function aborted(signal: AbortSignal | undefined): Error {
  const error = new Error('The operation was aborted', { cause: signal?.reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}

function invalidCallback(given: unknown): TypeError {
  const error = new TypeError(`The "callback" argument must be of type function. Received ${typeof given}`);
  return Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' });
}
