import type { Phase } from './clock.ts';
import type { Contest } from './contest.ts';
import type { Result } from './event.ts';

/** Who looks. */
export type Viewer =
  | { readonly kind: 'public' }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'instructor' };

/** Everything that one viewer may see at one moment: what pages, API and exports are made of. */
export interface View {
  readonly settings: Contest['settings'];
  readonly phase: Phase;
  readonly clock: ClockView;
  readonly people: number;
  /** How many of them have checked something on their own machine: in the lobby, who is ready. */
  readonly checkers: number;
  /** Until the results are told; then they count. */
  readonly isProvisional: boolean;
  /** The instructor's switch; the instructor's own board has its rows all the same. */
  readonly isBoardShown: boolean;
  /** Rows of the board, the first one first. A row that waits to be revealed has no name. */
  readonly board: readonly BoardRow[];
  /** Places that are told so far, and how many there are to tell. */
  readonly reveal: { readonly told: number; readonly of: number };
  /** For the chart of the race; a person's own view has none. */
  readonly passes: PassesView;
  /** How many people have met each named mistake last; empty from the freeze until the end. */
  readonly mistakes: readonly { readonly id: string; readonly people: number }[];
  readonly messages: Contest['messages'];
  /** Submissions without a verdict. */
  readonly waiting: number;
  readonly own?: OwnView;
  readonly room?: readonly PersonRow[];
}

export interface ClockView {
  readonly asOfMs: number;
  readonly startMs: number | undefined;
  readonly freezeMs: number | undefined;
  /** For everyone without extra time; unknown while paused. */
  readonly endMs: number | undefined;
  readonly isPaused: boolean;
  /** Of running clock, for everyone without extra time. */
  readonly lengthMs: number;
  /** What the running clock shows while it stands still; undefined while it runs. */
  readonly stoppedMs: number | undefined;
}

export interface PassesView {
  /** Of running clock between two counts. */
  readonly stepMs: number;
  readonly checks: readonly {
    readonly check: string;
    /** How many people had passed after so many steps, from 0 on. */
    readonly people: readonly number[];
    readonly now: number;
  }[];
}

export interface BoardRow {
  readonly place: number;
  readonly nick: string | undefined;
  readonly points: number | undefined;
  readonly timeS: number | undefined;
  readonly isLate: boolean;
  readonly isOwn: boolean;
}

export interface OwnView {
  readonly person: string;
  readonly nick: string;
  readonly place: number;
  readonly of: number;
  readonly isLate: boolean;
  readonly isKicked: boolean;
  /** The own end, with extra time: absolute, and only here. */
  readonly endMs: number | undefined;
  readonly lengthMs: number;
  /** What the own running clock shows while it stands still. */
  readonly stoppedMs: number | undefined;
  readonly submissions: readonly SubmissionView[];
}

export interface SubmissionView {
  readonly id: string;
  readonly sha256: string;
  readonly receivedMs: number;
  readonly queuedMs: number | undefined;
  readonly state: 'waiting' | 'replaced' | 'judged' | 'unjudged' | 'late';
  /** Place in the queue, from 1. */
  readonly queuePlace: number | undefined;
  readonly visible: Result['visible'] | undefined;
  readonly visiblePoints: number | undefined;
  /** Told at the end, as everything that follows. */
  readonly hidden: Result['hidden'] | undefined;
  readonly points: number | undefined;
  readonly verdict: Result['verdict'] | undefined;
}

/** One person as the instructor sees it. */
export interface PersonRow {
  readonly person: string;
  readonly nick: string;
  readonly isLate: boolean;
  readonly isKicked: boolean;
  readonly factor: number;
  readonly extraMs: number;
  readonly delayMs: number;
  readonly endMs: number | undefined;
  readonly place: number | undefined;
  readonly visiblePoints: number;
  readonly points: number;
  readonly timeS: number | undefined;
  readonly submissions: number;
  readonly checks: number;
  /** The named mistakes of the newest version, checked or judged. */
  readonly mistakes: readonly string[];
  readonly late: readonly string[];
}
