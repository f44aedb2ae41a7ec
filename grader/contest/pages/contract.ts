import type { Move } from '../regrade.ts';
import type { PersonRow, View } from '../viewer.ts';

/** `GET /api/join`: how to come in, for everybody who sees the projector. */
export interface Invitation {
  readonly code: string;
  /** Addresses of this server on the local network, the most likely one first. */
  readonly urls: readonly string[];
  /** Where the numbers come from, in words: `simulated, seed 1`, or the moment of the recording. */
  readonly data: string;
}

/** `GET /api/task`: what there is to do. */
export interface Task {
  readonly exercise: string;
  readonly title: string;
  /** The story of the exercise, plain text. */
  readonly text?: string;
  readonly starter: { readonly ts: string };
  readonly parts: readonly { readonly id: string; readonly title: string }[];
  readonly trials: readonly {
    readonly id: string;
    readonly title: string;
    readonly tier: 'visible' | 'hidden' | 'robust';
  }[];
  /** That can be had: of what is shown at once, and of all. */
  readonly points: { readonly visible: number; readonly all: number };
}

/** `GET /api/mistakes`: what the named mistakes are called. */
export type MistakeNames = Readonly<Record<string, string>>;

/** `POST /api/join`. */
export interface Joined {
  readonly person: string;
  readonly token: string;
  readonly nick: string;
}

/** `POST /api/submissions`, 202. */
export interface Receipt {
  readonly submission: string;
  readonly receivedMs: number;
}

/** The body of every 4xx and 5xx. */
export interface Problem {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}

/** `GET /api/console`, and the `view` events of `GET /api/console/events`. */
export interface ConsoleView extends View {
  readonly room: readonly PersonRow[];
  readonly code: string;
  readonly joinUrls: readonly string[];
  readonly workers: readonly WorkerView[];
  /** The walls around students' code, and what is missing. */
  readonly sandbox: { readonly layers: readonly string[]; readonly warning?: string };
  /** What answers the answers: the label of the data, and what is wrong with it. */
  readonly upstream: { readonly label: string; readonly warning?: string };
  readonly regrades: readonly RegradeView[];
  /** A regrade under way. */
  readonly regrading?: { readonly graded: number; readonly of: number; readonly failed?: string };
}

export interface WorkerView {
  readonly name: string;
  readonly state: 'idle' | 'grading' | 'lost';
  readonly graded: number;
}

export interface RegradeView {
  readonly regrade: string;
  readonly atMs: number;
  readonly state: 'proposed' | 'applied' | 'dropped';
  readonly moves: readonly Move[];
}
