/** One way to answer a question. A wrong one stands for a belief that people really hold. */
export interface Option {
  /** `a`, `b`, … */
  readonly key: string;
  readonly says: string;
  /** Why it is right, or why it tempts and where it fails. Shown after an answer, never before. */
  readonly why: string;
  /** Id in the misconception bank, for wrong options. */
  readonly misconception?: string;
}

/** A question with one right option, asked before a cell runs or at the start of a later lesson. */
export interface Question {
  /** Number of the lesson and of the question: `2.3`. */
  readonly id: string;
  readonly asks: string;
  readonly options: readonly Option[];
  /** Key of the right option. */
  readonly right: string;
}

/** What a check found. */
export type Judgement =
  | { readonly kind: 'passed'; readonly says?: string }
  | {
      readonly kind: 'not yet';
      /** What differs and by how much, never the expected answer itself. */
      readonly says: string;
      /** A known mistake that gives just this answer. `says` completes "consistent with …". */
      readonly mistake?: { readonly id: string; readonly says: string };
    }
  | { readonly kind: 'not tried'; readonly says?: string }
  | { readonly kind: 'could not check'; readonly why: string };

/** Something that a student does in a cell and that can be proved. */
export interface Check {
  readonly id: string;
  readonly title: string;
  /** A question, a pointer, a skeleton. */
  readonly hints: readonly [string, string, string];
  /** Code or text of a model answer, with its reason and one rejected alternative. */
  readonly solution: string;
  /** Pure, or a promise when the answer is a function that must be called. `undefined` never arrives here. */
  readonly judge: (answer: unknown) => Judgement | Promise<Judgement>;
}

/** What a student can do after a lesson, and the check that proves it. */
export interface Objective {
  readonly says: string;
  /** Id of a check or of an exercise: `2.5`, `exercise-jokes`. */
  readonly provedBy: string;
}

/** The questions and checks of one notebook. The text and the cells are in `notebooks/source/`. */
export interface Lesson {
  /** Two digits, as in the notebook's file name: `02`. */
  readonly number: string;
  readonly title: string;
  readonly objectives: readonly Objective[];
  /** Asked with `predict`, before a cell runs. */
  readonly predictions: readonly Question[];
  readonly checks: readonly Check[];
  /** Asked with `recall` at the start of later lessons. */
  readonly recall: readonly Question[];
}
