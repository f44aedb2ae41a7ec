/** What the doctor found out about one thing. `blocks`: grading or the lab does not work; `warn`: something is missing. */
export interface DoctorFinding {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'blocks';
  readonly says: string;
  /** What to type or do, when something is to be done. */
  readonly fix?: string;
}

/** The effects that the examination needs; a test replaces them. */
export interface DoctorTools {
  readonly root: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  /** Runs a program; resolves with what it printed, or undefined when it is missing, fails or takes over five seconds. */
  readonly run: (command: string, args: readonly string[]) => Promise<string | undefined>;
  readonly fetch: typeof fetch;
}

export const ok = (name: string, says: string): DoctorFinding => ({ name, state: 'ok', says });

export const warn = (name: string, says: string, fix: string): DoctorFinding => ({
  name,
  state: 'warn',
  says,
  fix,
});

export const blocks = (name: string, says: string, fix: string): DoctorFinding => ({
  name,
  state: 'blocks',
  says,
  fix,
});
