import { lastEndMs, phaseAt } from '../clock.ts';
import type { Contest } from '../contest.ts';
import type { Entry } from '../event.ts';
import { advance, fold, type Growing } from '../fold.ts';
import type { Following, Journal } from '../store/journal.ts';
import { view } from '../view.ts';
import type { View, Viewer } from '../viewer.ts';
import type { Told } from './streams.ts';

/** Changes come together; nobody reads faster. */
const PACE_MS = 250;
/** The clock alone changes phases as well. */
const TICK_MS = 1_000;

export interface HostTools {
  readonly journal: Journal;
  /** The clock of the database. */
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
}

/**
 * The contest as this server knows it: it follows the journal, so several servers on one database tell the same.
 *
 * @example
 * const host = await Host.open({ journal, now: database.now, onTrouble });
 * host.view({ kind: 'public' }).phase // 'lobby'
 */
export class Host {
  readonly #tools: HostTools;
  readonly #listeners = new Set<() => void>();
  #contest: Growing | undefined;
  #following: Following | undefined;
  #timer: NodeJS.Timeout | undefined;
  #tick: NodeJS.Timeout | undefined;
  #told = '';
  #toldMs = 0;
  #shared: { readonly state: string; readonly told: Told } | undefined;

  private constructor(tools: HostTools) {
    this.#tools = tools;
  }

  /** Reads the journal to its end, and goes on following it. */
  static async open(tools: HostTools): Promise<Host> {
    const host = new Host(tools);
    host.#contest = fold(await tools.journal.readAll());
    host.#following = await tools.journal.follow((more) => host.#hear(more), {
      afterId: host.#contest.lastId,
      onTrouble: tools.onTrouble,
    });
    host.#tick = setInterval(() => host.#tell(), TICK_MS);
    host.#tick.unref();
    return host;
  }

  get contest(): Contest {
    if (!this.#contest) throw new Error('The journal has not been read.');
    return this.#contest;
  }

  get nowMs(): number {
    return this.#tools.now();
  }

  view(viewer: Viewer): View {
    return view(this.contest, { asOfMs: this.nowMs, viewer });
  }

  /**
   * The view as streams send it: without the moment, so that nothing is sent while nothing changes. What many see is
   * made once for each change.
   */
  told(viewer: Viewer): Told {
    const { lastId } = this.contest;
    if (viewer.kind !== 'public') return { id: lastId, json: this.#json(viewer) };
    const state = this.#state();
    if (this.#shared?.state !== state)
      this.#shared = { state, told: { id: lastId, json: this.#json(viewer) } };
    return this.#shared.told;
  }

  #json(viewer: Viewer): string {
    const { clock, ...rest } = this.view(viewer);
    return JSON.stringify({ ...rest, clock: { ...clock, asOfMs: undefined } });
  }

  #state(): string {
    return `${this.contest.lastId} ${phaseAt(this.contest, this.nowMs)}`;
  }

  /** Whether the last clock in the room has stopped. */
  get isOver(): boolean {
    const end = lastEndMs(this.contest);
    return this.contest.endedMs !== undefined || (end !== undefined && this.nowMs >= end);
  }

  /** Reads what has come since: afterwards this server knows all that it has written itself. */
  async refresh(): Promise<void> {
    this.#hear(await this.#tools.journal.read(this.contest.lastId));
  }

  /** Calls back after something has changed that a viewer could see, a few times a second at most. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    clearInterval(this.#tick);
    clearTimeout(this.#timer);
    await this.#following?.stop();
  }

  #hear(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    for (const entry of entries) if (this.#contest) advance(this.#contest, entry);
    const waitMs = Math.max(0, this.#toldMs + PACE_MS - performance.now());
    this.#timer ??= setTimeout(() => this.#tell(), waitMs);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const state = this.#state();
    if (state === this.#told) return;
    this.#told = state;
    this.#toldMs = performance.now();
    for (const listener of this.#listeners) listener();
  }
}
