/** @import { Shown } from './console.js' */
import { h } from '../look/preact.js';
import { Exports, Machine, Regrades, Stuck } from './cards.js';
import { Now } from './now.js';
import { Room } from './room.js';
import { Say } from './say.js';

/** @param {Shown} shown */
export function Main(shown) {
  return h(
    'div',
    { class: 'console' },
    h(
      'div',
      { class: 'side' },
      h(Now, shown),
      h(Regrades, shown),
      h(Say, shown),
      h(Machine, shown),
      h(Exports, shown),
    ),
    h('div', { class: 'wide' }, h(Stuck, shown), h(Room, shown)),
  );
}
