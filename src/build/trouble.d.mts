/** A step that failed: what happened, and the ways on, best first. */
export interface StepTrouble {
  readonly what: string;
  readonly ways: readonly string[];
  readonly log?: string | undefined;
}
export function troubleText(trouble: StepTrouble): string;
export function diskTrouble(error: unknown): StepTrouble | undefined;
