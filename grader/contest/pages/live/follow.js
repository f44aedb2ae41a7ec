/** @import { ServerClock } from './server-clock.js' */

/** After so much silence the page asks whether the server is still there: a dead Wi-Fi says nothing. */
const SILENCE_MS = 10_000;
const SYNC_MS = 45_000;
const WATCH_MS = 1_000;
const RETRY_MS = [1_000, 2_000, 4_000, 5_000];

/** @typedef {'connecting' | 'up' | 'lost'} Link */

/** @typedef {{ clock: ServerClock, onView: (view: any) => void, onLink: (link: Link) => void }} Listeners */

/**
 * Follows the contest for as long as the page is open: every new view, and whether the link to the server is up. The
 * clock is set before the link is called up, and now and then.
 *
 * @example follow('/api/events', { clock, onView: draw, onLink: warn });
 * @param {string} path of the event stream
 * @param {Listeners} listeners
 * @returns {{ open: () => Promise<void> }} `open` begins anew, as somebody else
 */
export function follow(path, listeners) {
  const following = new Following(path, listeners);
  void following.open();
  setInterval(() => following.watch(), WATCH_MS);
  addEventListener('offline', () => following.lose());
  addEventListener('online', () => following.comeBack());
  document.addEventListener('visibilitychange', () => following.wake());
  return following;
}

class Following {
  /** @type {Link} */
  #link = 'connecting';
  /** @type {EventSource | undefined} */
  #source;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  #failures = 0;
  #heardMs = 0;
  #syncedMs = 0;

  /**
   * @param {string} path
   * @param {Listeners} listeners
   */
  constructor(path, listeners) {
    this.path = path;
    this.listeners = listeners;
  }

  async open() {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#source?.close();
    if (!(await this.#sync()) || this.#retry !== undefined) return;
    const source = new EventSource(this.path);
    this.#source = source;
    source.addEventListener('error', () => this.lose());
    source.addEventListener('view', ({ data }) => {
      if (source !== this.#source) return;
      this.#failures = 0;
      this.#heardMs = performance.now();
      this.#set('up');
      this.listeners.onView(JSON.parse(data));
    });
  }

  lose() {
    this.#set('lost');
    this.#source?.close();
    this.#source = undefined;
    if (this.#retry !== undefined) return;
    const waitMs = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 0;
    this.#failures += 1;
    // Sixty pages that lost the same server do not come back in the same moment.
    this.#retry = setTimeout(() => void this.open(), waitMs * (0.75 + Math.random() / 2));
  }

  comeBack() {
    if (this.#link === 'lost') void this.open();
  }

  /** A page that was hidden may have slept. */
  wake() {
    if (!document.hidden && this.#link === 'up') void this.#sync();
  }

  watch() {
    const nowMs = performance.now();
    if (this.#link !== 'up') return;
    if (nowMs - this.#syncedMs > SYNC_MS || nowMs - this.#heardMs > SILENCE_MS) void this.#sync();
  }

  /** Whether the server was reached. */
  async #sync() {
    this.#syncedMs = performance.now();
    // Asked once at a time: the answer may take its time.
    this.#heardMs = this.#syncedMs;
    try {
      await this.listeners.clock.sync();
      return true;
    } catch {
      this.lose();
      return false;
    }
  }

  /** @param {Link} link */
  #set(link) {
    if (this.#link === link) return;
    this.#link = link;
    this.listeners.onLink(link);
  }
}
