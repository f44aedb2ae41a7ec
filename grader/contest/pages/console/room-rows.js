/** @import { PersonRow } from '../../viewer.ts' */
/** @import { ConsoleView } from '../contract.ts' */

/** @typedef {'nick' | 'place' | 'visiblePoints' | 'points' | 'timeS' | 'submissions' | 'checks' | 'mistakes'} Column */
/** @typedef {'all' | 'stuck' | 'silent' | 'late' | 'extra'} Kind */
/** @typedef {{ column: Column, isDown: boolean, text: string, kind: Kind }} Choice */

/** @type {readonly { kind: Kind, says: string }[]} */
export const KINDS = [
  { kind: 'all', says: 'everybody' },
  { kind: 'stuck', says: 'stuck on a named mistake' },
  { kind: 'silent', says: 'nothing submitted yet' },
  { kind: 'late', says: 'with answers after the bell' },
  { kind: 'extra', says: 'with extra time' },
];

/** @type {Readonly<Record<Kind, (row: PersonRow) => boolean>>} */
const IS_KIND = {
  all: () => true,
  stuck: ({ mistakes }) => mistakes.length > 0,
  silent: ({ submissions }) => submissions === 0,
  late: ({ late }) => late.length > 0,
  extra: (row) => paceText(row) !== '',
};

/**
 * The room with the places and times that count: of all points once they are being told, of the visible ones before.
 *
 * @param {Pick<ConsoleView, 'room' | 'board' | 'phase'>} view
 * @returns {readonly PersonRow[]}
 */
export function placedRows({ room, board, phase }) {
  if (phase !== 'reveal' && phase !== 'closed') return room;
  const final = new Map(board.map((row) => [row.nick, row]));
  return room.map((row) => {
    const { place, timeS } = final.get(row.nick) ?? row;
    return { ...row, place, timeS };
  });
}

/**
 * The rows of the room that were chosen, in the chosen order. Who was removed comes last.
 *
 * @example chosenRows(view.room, { column: 'points', isDown: true, text: '', kind: 'stuck' })
 * @param {readonly PersonRow[]} room
 * @param {Choice} choice
 */
export function chosenRows(room, { column, isDown, text, kind }) {
  const wanted = text.trim().toLowerCase();
  const sign = isDown ? -1 : 1;
  return room
    .filter((row) => IS_KIND[kind](row) && row.nick.toLowerCase().includes(wanted))
    .sort(
      (one, other) =>
        Number(one.isKicked) - Number(other.isKicked) ||
        sign * compare(one, other, column) ||
        byName(one.nick, other.nick),
    );
}

/**
 * @param {PersonRow} one
 * @param {PersonRow} other
 * @param {Column} column
 */
function compare(one, other, column) {
  switch (column) {
    case 'nick':
      return byName(one.nick, other.nick);
    case 'mistakes':
      return one.mistakes.join().localeCompare(other.mistakes.join());
    case 'place':
      return (one.place ?? Number.MAX_SAFE_INTEGER) - (other.place ?? Number.MAX_SAFE_INTEGER);
    default:
      return (one[column] ?? 0) - (other[column] ?? 0);
  }
}

/**
 * Extra time in short: private, so only the console says it.
 *
 * @example paceText({ factor: 1.25, extraMs: 120_000, delayMs: 0 }) // '× 1.25, + 2 min'
 * @param {Pick<PersonRow, 'factor' | 'extraMs' | 'delayMs'>} row
 */
export function paceText({ factor, extraMs, delayMs }) {
  const parts = [
    factor === 1 ? '' : `× ${factor}`,
    extraMs === 0 ? '' : `+ ${extraMs / 60_000} min`,
    delayMs === 0 ? '' : `${delayMs / 60_000} min later`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/**
 * Who is stuck on what: each mistake with the people who have met it last, the most frequent first.
 *
 * @param {readonly PersonRow[]} room
 * @returns {readonly { id: string, nicks: readonly string[] }[]}
 */
export function stuckOn(room) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const { nick, mistakes, isKicked } of room)
    for (const id of isKicked ? [] : mistakes) found.set(id, [...(found.get(id) ?? []), nick]);
  return [...found]
    .map(([id, nicks]) => ({ id, nicks }))
    .sort((one, other) => other.nicks.length - one.nicks.length || one.id.localeCompare(other.id));
}

/**
 * Ada 2 before Ada 10.
 * @param {string} one
 * @param {string} other
 */
const byName = (one, other) => one.localeCompare(other, undefined, { numeric: true });
