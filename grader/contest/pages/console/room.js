/** @import { PersonRow } from '../../viewer.ts' */
/** @import { Shown } from './console.js' */
/** @import { Column, Kind } from './room-rows.js' */
import { h } from '../look/preact.js';
import { counted, secondsText } from '../race/clock-text.js';
import { mistakeText } from '../race/words.js';
import { chosenRows, KINDS, paceText, placedRows } from './room-rows.js';

/** @type {readonly { column: Column, title: string }[]} */
const COLUMNS = [
  { column: 'nick', title: 'Nickname' },
  { column: 'place', title: 'Place' },
  { column: 'visiblePoints', title: 'Visible' },
  { column: 'points', title: 'All' },
  { column: 'timeS', title: 'Time' },
  { column: 'submissions', title: 'Submitted' },
  { column: 'checks', title: 'Checked' },
  { column: 'mistakes', title: 'Stuck on' },
];

/** Everybody in the room. @param {Shown} shown */
export function Room(shown) {
  const { view, choice, set } = shown;
  const rows = chosenRows(placedRows(view), choice);
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'room-title' },
    h('h2', { id: 'room-title' }, 'The room'),
    h(
      'div',
      { class: 'line' },
      h('label', { for: 'filter' }, 'Find'),
      h('input', {
        id: 'filter',
        type: 'search',
        value: choice.text,
        onInput: (/** @type {Event} */ event) => set({ choice: { ...choice, text: chosen(event) } }),
      }),
      h('label', { for: 'kind', class: 'spoken' }, 'Show'),
      h(
        'select',
        {
          id: 'kind',
          // Border: the options are the kinds.
          onChange: (/** @type {Event} */ event) =>
            set({ choice: { ...choice, kind: /** @type {Kind} */ (chosen(event)) } }),
        },
        KINDS.map(({ kind, says }) =>
          h('option', { value: kind, key: kind, selected: kind === choice.kind }, says),
        ),
      ),
      h('span', { class: 'quiet', role: 'status' }, counted(rows.length, 'row')),
    ),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'room-title' },
      h(
        'table',
        { class: 'room' },
        h(
          'caption',
          { class: 'spoken' },
          'People in the room; the names of columns sort, the nickname opens what can be done',
        ),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            COLUMNS.map((one) => h(Heading, { key: one.column, ...one, choice, set })),
          ),
        ),
        h(
          'tbody',
          {},
          rows.map((row) => h(Row, { key: row.person, row, shown })),
        ),
      ),
    ),
  );
}

/** @param {{ column: Column, title: string, choice: Shown['choice'], set: Shown['set'] }} props */
function Heading({ column, title, choice, set }) {
  const isChosen = choice.column === column;
  const isDown = isChosen ? !choice.isDown : column !== 'nick' && column !== 'place';
  const order = choice.isDown ? 'descending' : 'ascending';
  return h(
    'th',
    { scope: 'col', 'aria-sort': isChosen ? order : 'none' },
    h(
      'button',
      { type: 'button', class: 'sort', onClick: () => set({ choice: { ...choice, column, isDown } }) },
      title,
      h('span', { 'aria-hidden': 'true' }, isChosen ? (choice.isDown ? ' ↓' : ' ↑') : ''),
    ),
  );
}

/** @param {{ row: PersonRow, shown: Shown }} props */
function Row({ row, shown: { names, set, view } }) {
  const { person, nick, place, points, visiblePoints, timeS, submissions, checks, mistakes } = row;
  const isTold = view.phase === 'reveal' || view.phase === 'closed';
  return h(
    'tr',
    { class: row.isKicked ? 'is-kicked' : '' },
    h(
      'th',
      { scope: 'row' },
      h(
        'button',
        { type: 'button', class: 'nick', onClick: () => set({ question: { kind: 'person', person } }) },
        nick,
      ),
      h('small', {}, ` ${notes(row)}`),
    ),
    h('td', {}, place ?? '–'),
    h('td', {}, isTold ? visiblePoints : h('strong', {}, visiblePoints)),
    h('td', {}, isTold ? h('strong', {}, points) : points),
    h('td', {}, timeS === undefined ? '–' : secondsText(timeS)),
    h('td', {}, submissions),
    h('td', {}, checks),
    h(
      'td',
      {},
      mistakes.map((id) => mistakeText(id, names)).join('; ') || h('span', { class: 'quiet' }, '–'),
    ),
  );
}

/** @param {PersonRow} row */
function notes(row) {
  const parts = [
    row.isKicked ? 'removed' : '',
    row.isLate ? 'joined late' : '',
    paceText(row),
    row.late.length === 0 ? '' : `${counted(row.late.length, 'answer')} after the bell`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** @param {Event} event */
const chosen = ({ target }) =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
