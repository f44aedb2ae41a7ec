import type { Finding } from '../exercise.ts';

/** Result of one part in one trial, ready to be shown. */
export interface Row {
  readonly part: string;
  readonly trial: string;
  readonly tier: 'visible' | 'hidden' | 'robust';
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'unchecked';
  readonly points: number;
  readonly worth: number;
  /** Full for the visible tier; for hidden tiers `says` and the mistake's name, never the data. */
  readonly finding?: Finding;
  readonly why?: string;
}

/** The one record behind every face: terminal, JSON, JUnit, notebook. Schema in `report/schema.json`. */
export interface Report {
  readonly format: 'airlab-report-1';
  readonly exercise: { readonly name: string; readonly title: string };
  readonly answer: { readonly path: string; readonly sha256: string };
  readonly verdict: 'passed' | 'not yet' | 'could not check';
  readonly points: number;
  readonly worth: number;
  readonly rows: readonly Row[];
  /** Parts in order, with their titles, for grouping the rows. */
  readonly parts: readonly { readonly id: string; readonly title: string; readonly export: string }[];
  readonly data: {
    readonly kind: 'open-meteo' | 'simulated';
    readonly label: string;
    readonly takenAt: string;
    readonly sha256: string;
    readonly licence: string;
    readonly notice?: string;
  };
  /** One next step, in words. */
  readonly next: string;
  readonly advice: readonly string[];
  readonly output: string;
  readonly sandbox: { readonly layers: readonly string[]; readonly warning?: string };
  readonly seed: number;
  readonly tookMs: number;
  readonly gradedAt: string;
  /** The practice clock, when one runs. */
  readonly clock?: { readonly startedAt: string; readonly endsAt: string };
  /** When the verdict is `could not check`. */
  readonly trouble?: { readonly whose: 'theirs' | 'ours'; readonly says: string; readonly hint: string };
}
