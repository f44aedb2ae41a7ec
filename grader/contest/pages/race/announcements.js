/** @import { Moment } from './moment.js' */
import { spokenText } from './clock-text.js';

/** Remaining times worth a word: every second would drown everything else. */
const TOLD_MS = [600_000, 300_000, 180_000, 60_000, 10_000];
/** A clock that jumps by less was only set right. */
const EXTENDED_MS = 20_000;

/**
 * What a screen reader is told between two looks at the clock. Nothing at the first look but where the race is.
 *
 * @example announcements(before, now) // ['3 minutes left.']
 * @param {Moment | undefined} before
 * @param {Moment} now
 * @returns {readonly string[]}
 */
export function announcements(before, now) {
  if (before === undefined) return [];
  if (before.phase !== now.phase) return phaseWords(before, now);
  if (before.isPaused !== now.isPaused)
    return [now.isPaused ? 'The race is paused.' : `The race goes on. ${left(now)}`];
  if (now.isPaused || (now.phase !== 'race' && now.phase !== 'freeze')) return [];
  const was = before.remainingMs ?? 0;
  const is = now.remainingMs ?? 0;
  if (is - was > EXTENDED_MS) return [`More time. ${left(now)}`];
  return TOLD_MS.filter((ms) => was > ms && is <= ms)
    .slice(-1)
    .map((ms) => `${spokenText(ms)} left.`);
}

/**
 * @param {Moment} before
 * @param {Moment} now
 */
function phaseWords(before, now) {
  switch (now.phase) {
    case 'countdown':
      return [`The race starts in ${spokenText(now.startsInMs ?? 0)}.`];
    case 'race':
      return before.phase === 'freeze' ? [left(now)] : [`The race has started. ${left(now)}`];
    case 'freeze':
      return [`The board is frozen. ${left(now)}`];
    case 'over':
      return ['Time is up.'];
    case 'reveal':
      return ['The results are being told.'];
    case 'closed':
      return ['The results are final.'];
    case 'lobby':
      return [];
  }
}

/** @param {Moment} moment */
const left = ({ remainingMs }) => (remainingMs === undefined ? '' : `${spokenText(remainingMs)} left.`);
