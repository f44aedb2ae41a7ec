/**
 * An answer on its way to the server. It is kept in the browser until the server has it.
 * @typedef {{
 *   id: string,
 *   kind: 'ts' | 'ipynb',
 *   source: string,
 *   madeMs: number,
 *   wasOffline: boolean,
 *   notBeforeMs: number,
 *   refused?: string,
 * }} Letter
 */

/** @typedef {readonly Letter[]} Outbox */

/**
 * What came of sending a letter.
 * @typedef {{ kind: 'sent' }
 *   | { kind: 'unreached' }
 *   | { kind: 'postponed', untilMs: number }
 *   | { kind: 'refused', why: string }} Outcome
 */

/**
 * The letter to send now: the oldest one that may go. Refused ones stay where they are, to be read.
 *
 * @example nextLetter(outbox, clock.nowMs)?.id
 * @param {Outbox} outbox
 * @param {number} nowMs
 */
export const nextLetter = (outbox, nowMs) =>
  outbox.find(({ refused, notBeforeMs }) => refused === undefined && notBeforeMs <= nowMs);

/**
 * The outbox after an attempt. Without an answer of the server the letter stays, marked as written without a link.
 *
 * @example settle(outbox, letter.id, { kind: 'sent' })
 * @param {Outbox} outbox
 * @param {string} id
 * @param {Outcome} outcome
 * @returns {Outbox}
 */
export function settle(outbox, id, outcome) {
  if (outcome.kind === 'sent') return outbox.filter((letter) => letter.id !== id);
  return outbox.map((letter) => (letter.id === id ? { ...letter, ...changeOf(outcome) } : letter));
}

/**
 * @param {Exclude<Outcome, { kind: 'sent' }>} outcome
 * @returns {Partial<Letter>}
 */
function changeOf(outcome) {
  switch (outcome.kind) {
    case 'unreached':
      return { wasOffline: true };
    case 'postponed':
      return { notBeforeMs: outcome.untilMs };
    case 'refused':
      return { refused: outcome.why };
  }
}

/**
 * What the server is asked to take: the moment only when the link was down then, since it is shown to the instructor.
 *
 * @param {Letter} letter
 */
export function addressOf({ id, kind, madeMs, wasOffline }) {
  const query = new URLSearchParams({ id, kind, via: 'page' });
  if (wasOffline) query.set('queuedMs', String(Math.round(madeMs)));
  return `/api/submissions?${query}`;
}

/**
 * Letters as they were kept; what is damaged is left out.
 *
 * @param {string | null} text
 * @returns {Outbox}
 */
export function readOutbox(text) {
  try {
    const kept = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isLetter) : [];
  } catch {
    return [];
  }
}

/** @param {any} kept */
const isLetter = (kept) =>
  typeof kept?.id === 'string' &&
  typeof kept.source === 'string' &&
  typeof kept.madeMs === 'number' &&
  typeof kept.notBeforeMs === 'number' &&
  (kept.kind === 'ts' || kept.kind === 'ipynb');
