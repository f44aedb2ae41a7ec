/** @import { Shown } from './board.js' */
import { h } from '../look/preact.js';
import { Lobby } from './lobby.js';
import { Race } from './race.js';
import { Results } from './results.js';

/** @param {Shown} shown */
export function Stage(shown) {
  switch (shown.moment.phase) {
    case 'lobby':
      return h(Lobby, shown);
    case 'countdown':
    case 'race':
    case 'freeze':
    case 'over':
      return h(Race, shown);
    case 'reveal':
    case 'closed':
      return h(Results, shown);
  }
}
