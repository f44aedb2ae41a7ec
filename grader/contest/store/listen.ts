import pg from 'pg';
import { type Database, databaseTrouble } from './database.ts';

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

const CONNECT_MS = 10_000;
const CONNECT_AGAIN_MS = 200;
/** A connection can die without a word, for example when a laptop sleeps. */
const LOOK_ANYWAY_MS = 5_000;

/**
 * Listens on a connection of its own and connects again when that is lost. Listening begins before the first wake-up, so
 * nothing falls between reading and listening.
 *
 * @throws OutsideError `DATABASE_GONE` when the first connection cannot be made.
 */
export async function listen(
  { url }: Pick<Database, 'url'>,
  channel: string,
  options: ListenOptions,
): Promise<Ear> {
  const listening = new Listening(url, channel, options);
  await listening.start();
  return listening;
}

class Listening implements Ear {
  readonly #url: string;
  readonly #channel: string;
  readonly #options: ListenOptions;
  readonly #bell: Bell;
  #client: pg.Client | undefined;
  #again: NodeJS.Timeout | undefined;
  #anyway: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(url: string, channel: string, options: ListenOptions) {
    this.#url = url;
    this.#channel = channel;
    this.#options = options;
    this.#bell = inTurn(options.wake, options.onTrouble);
  }

  async start(): Promise<void> {
    await this.#connect();
    this.#bell.ring();
    this.#anyway = setInterval(this.#bell.ring, LOOK_ANYWAY_MS);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#anyway);
    clearTimeout(this.#again);
    await this.#client?.end().catch(() => undefined);
    await this.#bell.silent();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
    });
    // The end that follows is what counts.
    client.on('error', () => undefined);
    client.on('notification', ({ payload = '' }) => {
      if (this.#options.isForUs(payload)) this.#bell.ring();
    });
    try {
      await client.connect();
      await this.#options.prepare?.(client);
      await client.query(`LISTEN ${this.#channel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw databaseTrouble(error);
    }
    client.once('end', () => this.#connectAgain());
    this.#client = client;
    // It was stopped while the connection was made.
    if (this.#isStopped) await client.end();
  }

  #connectAgain(): void {
    if (this.#isStopped) return;
    this.#again = setTimeout(() => {
      this.#connect().then(this.#bell.ring, (error: unknown) => {
        this.#options.onTrouble(error);
        this.#connectAgain();
      });
    }, CONNECT_AGAIN_MS);
  }
}

interface Bell {
  readonly ring: () => void;
  /** Settles when nothing runs. */
  readonly silent: () => Promise<void>;
}

/** Runs the work once for all rings that came since it began; a failed one is done again at the next ring. */
function inTurn(work: () => Promise<void>, onTrouble: (error: unknown) => void): Bell {
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
