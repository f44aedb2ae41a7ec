/** @import { Shown } from './student.js' */
import { h } from '../look/preact.js';
import { placeText } from './submission-text.js';

/** The own place, also while the board is frozen. @param {Shown} props */
export function Place({ view }) {
  if (!view.own) return null;
  const { main, under } = placeText(view.own, view.isProvisional);
  return h(
    'section',
    { class: 'card place', 'aria-labelledby': 'place-title' },
    h('h2', { id: 'place-title' }, 'Your place'),
    h('p', {}, h('strong', { class: 'place-number' }, main), ' ', h('span', {}, under)),
    view.own.isLate && h('p', { class: 'quiet' }, 'You joined late; your time counts from the start.'),
  );
}
