/** @import { BoardRow } from '../../viewer.ts' */
/** @import { Shown } from './board.js' */
import { h } from '../look/preact.js';
import { secondsText } from '../race/clock-text.js';
import { pointsText, rowText } from '../race/words.js';

/** The first places. @param {Shown} shown */
export function Top({ view, moment, task }) {
  return h(
    'section',
    { class: 'card top', 'aria-labelledby': 'top-title' },
    h('h2', { id: 'top-title' }, `Top ${view.reveal.of || 5}`),
    !view.isBoardShown
      ? h('p', { class: 'off' }, 'The board is off. Work on, your answers count.')
      : view.board.every(({ points }) => !points)
        ? h('p', { class: 'quiet' }, 'Nobody has points yet. The first is soon.')
        : h(Rows, { rows: view.board.filter(({ points }) => points), most: task?.points.visible }),
    view.isBoardShown &&
      h('p', { class: 'quiet' }, `${pointsText(moment.phase, task)}; hidden checks count at the end`),
  );
}

/**
 * Rows of the board; one without a name waits to be told.
 *
 * @param {{ rows: readonly BoardRow[], most: number | undefined }} props
 */
export function Rows({ rows, most }) {
  return h(
    'ol',
    { class: 'rows' },
    rows.map((row, index) =>
      // Told rows are new elements, so that they move in.
      h(Row, { key: row.nick === undefined ? `hidden ${index}` : `${index} ${row.nick}`, row, most }),
    ),
  );
}

/** @param {{ row: BoardRow, most: number | undefined }} props */
function Row({ row, most }) {
  const { place, nick, points, timeS, isLate } = row;
  const isTold = nick !== undefined;
  const share = most ? (points ?? 0) / most : 0;
  return h(
    'li',
    {
      class: `row ${isTold ? 'is-told' : 'is-hidden'} is-place-${place}`,
      style: { '--share': String(share) },
    },
    h('span', { class: 'spoken' }, rowText(row)),
    h(
      'span',
      { class: 'row-seen', 'aria-hidden': 'true' },
      h('span', { class: 'row-place' }, place),
      h('span', { class: 'row-nick' }, isTold ? nick : '· · ·', isLate && h('small', {}, ' joined late')),
      h('span', { class: 'row-points' }, isTold ? points : ''),
      h('span', { class: 'row-time' }, timeS === undefined ? '' : secondsText(timeS)),
    ),
  );
}
