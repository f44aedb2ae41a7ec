/** @import { BoardRow, View } from '../../viewer.ts' */
/** @import { MistakeNames, Task } from '../contract.ts' */
import { counted, secondsText } from './clock-text.js';

/** Of the snapshot's hash: enough to compare by eye. */
export const HASH_LENGTH = 12;

/** @type {Readonly<Record<View['phase'], string>>} */
export const PHASES = {
  lobby: 'Lobby',
  countdown: 'Starting',
  race: 'Race',
  freeze: 'Frozen',
  over: 'Time is up',
  reveal: 'Results',
  closed: 'Final',
};

/** @type {Readonly<Record<string, { mark: string, word: string }>>} */
export const VERDICTS = {
  passed: { mark: '✓', word: 'passed' },
  failed: { mark: '✗', word: 'not yet' },
  unchecked: { mark: '–', word: 'not checked' },
};

/**
 * @example mistakeText('utc-as-local', { 'utc-as-local': 'reading UTC as local time' }) // 'reading UTC as local time'
 * @param {string} id
 * @param {MistakeNames} names
 */
export const mistakeText = (id, names) =>
  Object.hasOwn(names, id) ? (names[id] ?? id) : id.replaceAll('-', ' ');

/**
 * The title of a part or a trial, by its id.
 *
 * @example titleOf('nulls', task?.trials) // 'hours without a value'
 * @param {string} id
 * @param {readonly { id: string, title: string }[]} [list]
 */
export const titleOf = (id, list) => list?.find((one) => one.id === id)?.title ?? id;

/**
 * What a row of the board says when it is read aloud.
 *
 * @example rowText(row) // '1. Ada, 100 points, 7:21'
 * @param {BoardRow} row
 */
export function rowText({ place, nick, points, timeS }) {
  if (nick === undefined) return `Place ${place}, not told yet`;
  const time = timeS === undefined ? '' : `, time ${secondsText(timeS)}`;
  return `Place ${place}: ${nick}, ${counted(points ?? 0, 'point')}${time}`;
}

/**
 * Where the numbers of the board come from, and until when.
 *
 * @param {View['phase']} phase
 * @param {Task | undefined} task
 */
export function pointsText(phase, task) {
  if (phase === 'reveal' || phase === 'closed') return task ? `points of ${task.points.all}` : 'points';
  return task ? `visible points of ${task.points.visible}` : 'visible points';
}
