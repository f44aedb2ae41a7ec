/**
 * What can happen in a contest. The journal of these events is the contest: board, freeze, reveal and exports are folds
 * of it. Times are ms since 1970 by the clock of the database, which all servers share.
 */
export type ContestEvent =
  | {
      readonly type: 'created';
      readonly exercise: string;
      readonly minutes: number;
      /** Before the end, in minutes: the public board stands still. */
      readonly freezeMinutes: number;
      /** SHA-256 of the sealed snapshot and of the seed, which is told at the reveal. */
      readonly snapshotSha256: string;
      readonly seedSha256: string;
    }
  | { readonly type: 'joined'; readonly person: string; readonly nick: string }
  | { readonly type: 'renamed'; readonly person: string; readonly nick: string }
  | { readonly type: 'kicked'; readonly person: string }
  /** Time on the person's own clock: private. The length is multiplied, or minutes are added to it. */
  | { readonly type: 'paced'; readonly person: string; readonly factor: number; readonly minutes: number }
  /** The race begins, after the countdown. */
  | { readonly type: 'started'; readonly startMs: number }
  | { readonly type: 'paused' }
  | { readonly type: 'continued' }
  /** An interval that never was: the room had no power, the link was down. */
  | { readonly type: 'cut'; readonly fromMs: number; readonly toMs: number }
  | { readonly type: 'extended'; readonly minutes: number }
  /** Our own fault kept one person waiting: the window moves. */
  | { readonly type: 'delayed'; readonly person: string; readonly minutes: number }
  | { readonly type: 'told'; readonly text: string }
  | { readonly type: 'board'; readonly isShown: boolean }
  /** A version that the student checked on the own machine. */
  | {
      readonly type: 'checked';
      readonly person: string;
      readonly sha256: string;
      readonly points: number;
      readonly mistakes: readonly string[];
    }
  | {
      readonly type: 'submitted';
      readonly person: string;
      readonly submission: string;
      readonly sha256: string;
      /** When the first byte came. */
      readonly receivedMs: number;
      readonly via: 'cli' | 'notebook' | 'page' | 'rehearsal';
      /** When the student sent it, as the student's machine says, if the link was down then. Shown, never counted. */
      readonly queuedMs?: number;
      /** The own older submission that was still waiting, and now is not graded. */
      readonly replaces?: string;
    }
  | { readonly type: 'judged'; readonly submission: string; readonly result: Result }
  /** The judge failed as often as it may: the submission counts neither for nor against. */
  | { readonly type: 'unjudged'; readonly submission: string; readonly why: string }
  /** The instructor counts a submission that came after the bell: the link was down, and the student had sent it. */
  | { readonly type: 'admitted'; readonly submission: string }
  | { readonly type: 'ended' }
  | {
      readonly type: 'regraded';
      readonly regrade: string;
      readonly results: Readonly<Record<string, Result>>;
    }
  | { readonly type: 'applied'; readonly regrade: string }
  | { readonly type: 'dropped'; readonly regrade: string }
  /** So many places are told, from the last one up. */
  | { readonly type: 'revealed'; readonly places: number }
  | { readonly type: 'closed' };

/** What one grading found, as the contest counts it. */
export interface Result {
  readonly verdict: 'passed' | 'not yet' | 'could not check';
  readonly points: number;
  readonly worth: number;
  /** Shown at once: points of the visible trial, and its parts. */
  readonly visiblePoints: number;
  readonly visible: Readonly<Record<string, 'passed' | 'failed' | 'unchecked'>>;
  /** Shown at the end: by trial, without its data. */
  readonly hidden: Readonly<Record<string, 'passed' | 'failed' | 'unchecked'>>;
  /** Ids of the named mistakes. */
  readonly mistakes: readonly string[];
  /** False when the answer could not even be compiled: costs no penalty. */
  readonly hasRun: boolean;
  readonly gradedMs: number;
}

/** An event as the journal keeps it. */
export interface Entry {
  /** Position in the journal, from 1, without gaps. */
  readonly id: number;
  readonly atMs: number;
  readonly event: ContestEvent;
}
