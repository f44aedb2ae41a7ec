import pg from 'pg';
import type { Database } from './database.ts';

/** An open ear on a channel of NOTIFY. */
export interface Ear {
  readonly stop: () => Promise<void>;
}

export interface ListenOptions {
  readonly isForUs: (payload: string) => boolean;
  /** Called once at the start, after every notice, after every new connection, and now and then. Never twice at once. */
  readonly wake: () => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
  /** Put on the connection before it listens, every time it is made anew. */
  readonly prepare?: (client: pg.Client) => Promise<void>;
}

const CONNECT_AGAIN_MS = 200;
/** A connection can die without a word, for example when a laptop sleeps. */
const LOOK_ANYWAY_MS = 5_000;

/**
 * Listens on a connection of its own and connects again when that is lost. Listening begins before the first wake-up, so
 * nothing falls between reading and listening.
 */
export async function listen(
  { url }: Pick<Database, 'url'>,
  channel: string,
  options: ListenOptions,
): Promise<Ear> {
  const { isForUs, wake, onTrouble, prepare } = options;
  const state: { client: pg.Client | undefined; isStopped: boolean; again: NodeJS.Timeout | undefined } = {
    client: undefined,
    isStopped: false,
    again: undefined,
  };
  const bell = inTurn(wake, onTrouble);

  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    client.on('notification', ({ payload = '' }) => {
      if (isForUs(payload)) bell.ring();
    });
    await client.connect();
    client.once('end', reconnect);
    try {
      await prepare?.(client);
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      client.off('end', reconnect);
      await client.end().catch(() => undefined);
      throw error;
    }
    state.client = client;
  };
  const reconnect = (): void => {
    if (state.isStopped) return;
    state.again = setTimeout(() => {
      connect().then(bell.ring, (error) => {
        onTrouble(error);
        reconnect();
      });
    }, CONNECT_AGAIN_MS);
  };

  await connect();
  bell.ring();
  const anyway = setInterval(bell.ring, LOOK_ANYWAY_MS);
  return {
    stop: async () => {
      state.isStopped = true;
      clearInterval(anyway);
      clearTimeout(state.again);
      await state.client?.end().catch(() => undefined);
      await bell.silent();
    },
  };
}

/** Runs the work once for all rings that came since it began; a failed one is done again at the next ring. */
function inTurn(
  work: () => Promise<void>,
  onTrouble: (error: unknown) => void,
): { readonly ring: () => void; readonly silent: () => Promise<void> } {
  const state: { running: Promise<void> | undefined; isAskedAgain: boolean } = {
    running: undefined,
    isAskedAgain: false,
  };
  const run = async (): Promise<void> => {
    do {
      state.isAskedAgain = false;
      await work().catch(onTrouble);
    } while (state.isAskedAgain);
    state.running = undefined;
  };
  return {
    ring: () => {
      if (state.running) state.isAskedAgain = true;
      else state.running = run();
    },
    silent: async () => {
      await state.running;
    },
  };
}
