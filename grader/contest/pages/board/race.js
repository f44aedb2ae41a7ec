/** @import { Shown } from './board.js' */
import { ClockFace } from '../look/clock-face.js';
import { h } from '../look/preact.js';
import { counted } from '../race/clock-text.js';
import { mistakeText } from '../race/words.js';
import { Passes } from './passes.js';
import { Top } from './top.js';

/** More than these are not read from the last row. */
const MOST_MISTAKES = 3;

/** @param {Shown} shown */
export function Race(shown) {
  const { view, moment, link } = shown;
  return h(
    'div',
    { class: 'race' },
    h(
      'div',
      { class: 'race-side' },
      h(
        'section',
        { class: 'card race-clock', 'aria-label': 'Clock' },
        moment.phase === 'over' &&
          h('p', { class: 'bell' }, h('span', { class: 'bell-mark' }), 'Time is up.'),
        h(ClockFace, { moment, link, freezeMinutes: view.settings.freezeMinutes }),
      ),
      h(Passes, shown),
    ),
    h('div', { class: 'race-side is-right' }, h(Top, shown), h(Mistakes, shown)),
  );
}

/** @param {Shown} props */
function Mistakes({ view, moment, names }) {
  const isHidden = moment.phase === 'freeze' || moment.phase === 'over';
  const waiting = view.waiting > 0 ? `${counted(view.waiting, 'answer')} in the queue` : 'the queue is empty';
  return h(
    'section',
    { class: 'card mistakes', 'aria-labelledby': 'mistakes-title' },
    h(
      'h2',
      { id: 'mistakes-title' },
      'Met on the way',
      moment.phase === 'race' && h('span', { class: 'quiet queue' }, ` ${waiting}`),
    ),
    isHidden
      ? h('p', { class: 'quiet' }, 'Counted again when the results are told.')
      : view.mistakes.length === 0
        ? h('p', { class: 'quiet' }, 'No known mistake so far.')
        : h(
            'ul',
            {},
            view.mistakes
              .slice(0, MOST_MISTAKES)
              .map(({ id, people }) =>
                h('li', { key: id }, h('strong', {}, `${people} ×`), ' ', mistakeText(id, names)),
              ),
          ),
  );
}
