import type { VirtualClock } from './clock.ts';
import { type Connector, type Scheme, VirtualSocket } from './sockets.ts';

const DEFAULT_PORT: Readonly<Record<Scheme, string>> = { http: '80', https: '443' };

/**
 * Makes connections that end at `serve` instead of in the network. Whatever host is asked for is connected; which
 * ones have something to say is decided by who serves.
 */
export function connector(clock: VirtualClock, serve: (socket: VirtualSocket) => void): Connector {
  return (scheme, args) => {
    const { options, done } = readArguments(args);
    const { client, service } = VirtualSocket.pair(clock, originOf(scheme, options));
    const opened = scheme === 'https' ? 'secureConnect' : 'connect';
    if (done) client.once(opened, done);
    const timeoutMs = Number(options.timeout ?? 0);
    if (timeoutMs > 0) client.setTimeout(timeoutMs);
    client.connecting = true;
    process.nextTick(() => {
      if (client.destroyed) return;
      if (typeof options.path === 'string') {
        client.destroy(new Error(`Only http and https are open while grading, not ${options.path}`));
        return;
      }
      client.connecting = false;
      serve(service);
      client.emit('connect');
      if (scheme === 'https') client.emit('secureConnect');
      client.emit('ready');
    });
    return client;
  };
}

type Options = Readonly<Record<string, unknown>>;

/** The forms of `net.connect` and `tls.connect`: (options), (port, host?, options?), (path, options?), each with a callback. */
function readArguments(args: readonly unknown[]): { options: Options; done?: () => void } {
  const last = args.at(-1);
  const done = typeof last === 'function' ? { done: () => void Reflect.apply(last, undefined, []) } : {};
  const given = args.find((value) => isOptions(value)) ?? {};
  const [first, second] = args;
  if (isOptions(first)) return { options: first, ...done };
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first));
  const place = isPort
    ? { port: first, ...(typeof second === 'string' ? { host: second } : {}) }
    : { path: first };
  return { options: { ...(isOptions(given) ? given : {}), ...place }, ...done };
}

const isOptions = (value: unknown): value is Options => typeof value === 'object' && value !== null;

function originOf(scheme: Scheme, { host, hostname, port }: Options): string {
  const name = String(host ?? hostname ?? 'localhost');
  const shown = name.includes(':') && !name.startsWith('[') ? `[${name}]` : name;
  const number = String(port || DEFAULT_PORT[scheme]);
  return `${scheme}://${shown}${number === DEFAULT_PORT[scheme] ? '' : `:${number}`}`;
}
