/** @import { Shown } from './board.js' */
import { h } from '../look/preact.js';
import { pointsText } from '../race/words.js';
import { Rows } from './top.js';

/** The results, told from the last place up; then the final board. @param {Shown} shown */
export function Results({ view, moment, task }) {
  const left = view.reveal.of - view.reveal.told;
  const isFinal = moment.phase === 'closed';
  return h(
    'section',
    { class: 'card results', 'aria-labelledby': 'results-title' },
    h('h2', { id: 'results-title' }, isFinal ? 'Final results' : 'The results'),
    !view.isBoardShown
      ? h('p', { class: 'off' }, 'The board is off. Everybody sees the own result on the own page.')
      : h(Rows, { rows: view.board, most: task?.points.all }),
    h(
      'p',
      { class: 'quiet' },
      isFinal
        ? `${pointsText('closed', task)}; ties are told apart by time, and equal ones share a place`
        : left > 0
          ? `provisional until all are told: ${left} to go`
          : 'all told',
    ),
  );
}
