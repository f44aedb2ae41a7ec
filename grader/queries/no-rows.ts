import type { Finding, Outcome } from '../exercise.ts';

interface Known {
  readonly pattern: RegExp;
  readonly mistake: { readonly id: string; readonly says: string };
}

const KNOWN_ERRORS: readonly Known[] = [
  {
    pattern: /misuse of aggregate/,
    mistake: { id: 'aggregate-in-where', says: 'a condition on groups in WHERE, which sees rows only' },
  },
  {
    pattern: /misuse of window/,
    mistake: { id: 'window-in-where', says: 'a window in WHERE; it is computed after it' },
  },
  {
    pattern: /ambiguous column/,
    mistake: { id: 'ambiguous-column', says: 'a column that two tables have' },
  },
];

/**
 * Why a query gave no rows. SQLite's words may hold digits and text of the student's own, so they are in `actual`, which
 * hidden data never shows. Pure.
 */
export function noRows(outcome: Extract<Outcome, { kind: 'unfinished' | 'threw' }>): Finding {
  if (outcome.kind === 'unfinished') {
    const isEndless = /computed|longer|memory/.test(outcome.why);
    return {
      says: 'does not finish',
      actual: outcome.why,
      ...(isEndless ? { mistake: { id: 'never-ends', says: 'a query that never ends' } } : {}),
    };
  }
  const known = KNOWN_ERRORS.find(({ pattern }) => pattern.test(outcome.message));
  return {
    says: 'SQLite refuses the query',
    actual: outcome.message,
    ...(known === undefined ? {} : { mistake: known.mistake }),
  };
}
