/** @import { View } from '../../viewer.ts' */
import { rowText } from '../race/words.js';

/**
 * What a screen reader is told when places of the result are told: those that had no name before.
 *
 * @example told(before, now) // ['Place 3: Ada, 91 points, time 7:21']
 * @param {View | undefined} before
 * @param {View} now
 * @returns {readonly string[]}
 */
export function told(before, now) {
  if (before === undefined || now.phase !== 'reveal') return [];
  const known = before.phase === 'reveal' ? before.board : [];
  return now.board
    .filter(({ nick }, index) => nick !== undefined && known[index]?.nick === undefined)
    .map(rowText)
    .reverse();
}
