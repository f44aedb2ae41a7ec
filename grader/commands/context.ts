import type { Look } from '../report/look.ts';
import type { Report } from '../report/report.ts';
import type { KeySource } from '../watch/keys.ts';

/** What `--name value` and `--name` gave. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** Everything that a command may touch of the outside world. */
export interface Context {
  /** The folder whose `exercises/` is graded and whose `.airlab/` keeps progress. */
  readonly root: string;
  /** Where airlab itself lies. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  /** The look of the result on stdout. */
  readonly look: Look;
  /** Whether stderr can redraw a line. */
  readonly liveTalk: boolean;
  /** Whether stdout can redraw a line. */
  readonly liveOut: boolean;
  /** Opened only by those who read keys. */
  readonly stdin: () => KeySource;
  /** The result, to stdout. */
  readonly out: (text: string) => void;
  /** Talk beside the result, to stderr. */
  readonly talk: (text: string) => void;
}

/** A verb: gets the words after it, returns the exit code. Reads no argv and ends no process. */
export type Command = (words: readonly string[], options: Options, context: Context) => Promise<number>;

/** A report and what is to be said about keeping it. */
export interface Attempt {
  readonly report: Report;
  readonly notices: readonly string[];
}

/** A text option, or undefined when it was not given. */
export function text(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
