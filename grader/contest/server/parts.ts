import type { Exercise } from '../../exercise.ts';
import type { ContestEvent } from '../event.ts';
import type { ConsoleView } from '../pages/contract.ts';
import type { ContestData } from '../store/contests.ts';
import type { Database } from '../store/database.ts';
import type { Journal } from '../store/journal.ts';
import type { Queue } from '../store/queue.ts';
import type { Access } from './access.ts';
import type { Host } from './host.ts';
import type { Regrading } from './regrading.ts';
import type { Streams } from './streams.ts';

/** What the routes of one contest share. */
export interface Parts {
  readonly database: Database;
  readonly queue: Queue;
  readonly journal: Journal;
  readonly host: Host;
  readonly streams: Streams;
  readonly access: Access;
  readonly data: ContestData;
  readonly exercise: Exercise;
  readonly regrading: Regrading;
  readonly workers: () => ConsoleView['workers'];
  /** The starter by file ending. */
  readonly starters: Readonly<Record<string, string>>;
  readonly about: About;
  /** Writes to the journal, and knows it at once. */
  readonly write: (...events: ContestEvent[]) => Promise<void>;
}

/** What this server tells of itself. */
export interface About {
  readonly joinUrls: readonly string[];
  /** The first address as a code that can be typed. */
  readonly code: string;
  /** Walls around student code on this machine, and what is missing. */
  readonly sandbox: ConsoleView['sandbox'];
  readonly upstream: ConsoleView['upstream'];
}
