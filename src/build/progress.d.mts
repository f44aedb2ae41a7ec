export interface ProgressStep {
  /** Replaces the text between the label and the seconds. */
  note(text: string): void;
  end(outcome: 'done' | 'failed'): void;
}
export interface Progress {
  step(label: string): ProgressStep;
}
export function createProgress(options: {
  write: (text: string) => void;
  terminal: boolean;
  now?: () => number;
}): Progress;
