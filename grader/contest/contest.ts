import type { ContestEvent, Result } from './event.ts';

type Created = Extract<ContestEvent, { type: 'created' }>;

/** Everything that the journal says, as of its last entry. Only `advance` of fold.ts changes it. */
export interface Contest {
  readonly settings: Omit<Created, 'type'>;
  readonly people: ReadonlyMap<string, Person>;
  readonly submissions: ReadonlyMap<string, Submission>;
  readonly clock: ContestClock;
  readonly regrades: ReadonlyMap<string, Regrade>;
  readonly messages: readonly { readonly atMs: number; readonly text: string }[];
  readonly isBoardShown: boolean;
  readonly endedMs: number | undefined;
  /** So many places are told, from the last one up. */
  readonly revealedPlaces: number;
  readonly isClosed: boolean;
  readonly lastId: number;
}

export interface ContestClock {
  readonly startMs: number | undefined;
  /** Added for everyone. */
  readonly extendedMs: number;
  /** Intervals that do not count. */
  readonly cuts: readonly Interval[];
  readonly pausedMs: number | undefined;
  /** The freeze that had begun when the clock was changed: it stays where it was. */
  readonly frozenMs: number | undefined;
}

export interface Interval {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Person {
  readonly id: string;
  readonly nick: string;
  readonly joinedMs: number;
  readonly isLate: boolean;
  readonly isKicked: boolean;
  /** Extra time: the length times `factor`, and `extraMs` more. */
  readonly factor: number;
  readonly extraMs: number;
  /** The window begins so much later. */
  readonly delayMs: number;
  /** The newest version that was checked on the own machine. */
  readonly checked: Checked | undefined;
  readonly checks: number;
}

export interface Checked {
  readonly atMs: number;
  readonly points: number;
  readonly mistakes: readonly string[];
}

export interface Submission {
  readonly id: string;
  readonly person: string;
  readonly sha256: string;
  readonly receivedMs: number;
  readonly queuedMs: number | undefined;
  readonly via: Extract<ContestEvent, { type: 'submitted' }>['via'];
  readonly result: Result | undefined;
  readonly unjudged: string | undefined;
  readonly isAdmitted: boolean;
  /** A newer one of the same person came before its turn: it is not graded. */
  readonly isReplaced: boolean;
}

export interface Regrade {
  readonly atMs: number;
  readonly results: Readonly<Record<string, Result>>;
  readonly state: 'proposed' | 'applied' | 'dropped';
}
