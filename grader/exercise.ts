import type { Source } from '../src/classroom/source.ts';
import type { GraphQuestions } from './graphs/ask.ts';
import type { UpstreamReply, UpstreamRequest } from './sandbox/run.ts';

/** A city as an exercise hands it to the student's functions. */
export interface City {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  /** IANA name, for example `Europe/Copenhagen`. */
  readonly timezone: string;
}

/** The data and the moment of one run. Everything that is expected follows from it. */
export interface World {
  readonly source: Source;
  readonly nowMs: number;
  readonly cities: readonly City[];
  /** Decides the data of services that are not the air: jokes, rates. 0 is the visible data. @default 0 */
  readonly salt?: number;
}

/** What answers an answer's requests in one run. */
export type Upstream = (request: UpstreamRequest) => UpstreamReply;

/** One call of an exported function of the answer. `Date` values travel as `{ $date: ISO }`. */
export interface Call {
  /** Unique within a run, for example `hourly:Roskilde`. */
  readonly id: string;
  /** Id of the part it belongs to. */
  readonly part: string;
  /** Name of the exported function. */
  readonly export: string;
  readonly args: readonly unknown[];
  /** What is asked of the server that the function gives: it is started, and the value of the call is a `Served`. */
  readonly visits?: readonly Wave[];
}

/** Requests that are sent to a server at the same time. */
export interface Wave {
  /** Passes before they are sent, on the virtual clock. @default 0 */
  readonly pauseMs?: number;
  readonly asks: readonly Ask[];
}

/** One request to a student's server. */
export interface Ask {
  readonly method: string;
  /** With the query: `/pm25?city=Roskilde` */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a student's server said to one request. */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Content-Type, empty when there is none. */
      readonly type: string;
      readonly body: string;
      /** On the virtual clock: only waiting counts. */
      readonly tookMs: number;
    }
  /** No HTTP, or not to its end. */
  | { readonly kind: 'broken'; readonly why: string }
  /** Nothing for 20 s. Nothing was asked of the server afterwards. */
  | { readonly kind: 'silent' };

/** What came of the visits, in the order of the asks; fewer replies than asks when the server fell silent. */
export type Served =
  | { readonly replies: readonly Reply[] }
  /** It does not listen by itself, and has no `listen` either. */
  | { readonly problem: 'no server'; readonly given: unknown }
  /** It was started by the answer, on a port that somebody else may have. */
  | { readonly problem: 'own port'; readonly port: number };

/** What came back from one call: data only, it has crossed a process border as JSON. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly name: string; readonly message: string; readonly at?: string }
  | { readonly kind: 'missing'; readonly found: readonly string[] }
  | { readonly kind: 'unfinished'; readonly why: string };

/** Judgement of one part of the answer in one run. */
export type PartVerdict =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly finding: Finding }
  | { readonly kind: 'unchecked'; readonly why: string };

/** What is wrong, in words and as a picture. */
export interface Finding {
  /** One sentence: what differs, by how much, where first. */
  readonly says: string;
  /** The known mistake that reproduces the student's numbers, when one does. */
  readonly mistake?: { readonly id: string; readonly says: string };
  readonly expected?: string;
  readonly actual?: string;
  /** Two series and the index at which they part, for the plot. Only ever sent for the visible data. */
  readonly series?: {
    readonly hours: readonly string[];
    readonly expected: readonly (number | null)[];
    readonly actual: readonly (number | null)[];
    readonly partAt: number;
    readonly unit: string;
  };
}

/** An exported function that the exercise asks for. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly export: string;
}

/** One run of the answer on one view of the data. */
export interface Trial {
  readonly id: string;
  readonly title: string;
  readonly tier: 'visible' | 'hidden' | 'robust';
  /** Points by part id; a robust trial has its points under the part that it calls. */
  readonly points: Readonly<Record<string, number>>;
  /** Changes the sealed world; the identity for the visible trial. Deterministic in the seed. */
  readonly change: (world: World, seed: number) => World;
  /** Trouble that the upstream makes in this trial. */
  readonly fault?: FaultName;
}

export type FaultName = '429' | '503' | 'hang' | 'cut' | 'slow';

/** Everything that `grade NAME` knows of an exercise. */
export interface Exercise {
  readonly name: string;
  readonly title: string;
  readonly minutes: number;
  readonly parts: readonly Part[];
  readonly trials: readonly Trial[];
  /** The trial whose failure takes the points of the part everywhere (hard-coded answers score 0). */
  readonly gate: string;
  /** Three rungs a part: a question, a pointer, a skeleton. */
  readonly hints: readonly { readonly part: string; readonly rungs: readonly string[] }[];
  readonly cities: readonly City[];
  readonly calls: (world: World, trial: Trial) => readonly Call[];
  /** Pure. */
  readonly judge: (part: Part, outcomes: ReadonlyMap<string, Outcome>, judging: Judging) => PartVerdict;
  /** What the data is when it is not the air, in words: `jokes invented by airlab`. Then nothing is sealed or asked. */
  readonly invented?: string;
  /**
   * The calls give SQL: each text is asked of a database that this script makes, in a sandbox of its own, and its rows
   * are the value of the call (`Rows` of `queries/runner.ts`).
   */
  readonly database?: (world: World, trial: Trial) => string;
  /** The calls give Cypher: each text is asked of this graph, and the value of the call is a `GraphAnswer`. */
  readonly graph?: (world: World, trial: Trial) => GraphQuestions;
  /** The services of the exercise, made anew for every run. @default Open-Meteo on the world's source */
  readonly upstream?: (world: World) => Upstream;
}

/** What a judgement depends on, besides what came back. */
export interface Judging {
  readonly trial: Trial;
  readonly world: World;
  /** The unchanged world, so that an answer frozen on it can be named. */
  readonly base: World;
  /** What the answer asked for, in order: for exercises on politeness. */
  readonly requests: readonly UpstreamRequest[];
}
