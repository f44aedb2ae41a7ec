/** @import { Shown } from './board.js' */
import { h } from '../look/preact.js';
import { momentText } from '../race/clock-text.js';

/** A message stays in large letters for so long. */
const MESSAGE_MS = 180_000;

/** @param {Shown & { nowMs: number }} props */
export function Alerts({ view, link, moment, nowMs }) {
  const message = view.messages.at(-1);
  const isFrozen = moment.phase === 'freeze' || (moment.phase === 'over' && view.isProvisional);
  return [
    link === 'lost' &&
      h(
        'p',
        { class: 'banner is-bad', key: 'link' },
        h('strong', {}, 'No link to the server.'),
        ' What stands here is old. The race goes on, and answers are kept.',
      ),
    moment.isPaused &&
      h(
        'p',
        { class: 'banner is-warn', key: 'pause' },
        h('strong', {}, 'Paused.'),
        ' The clock stands still for everyone.',
      ),
    isFrozen &&
      !moment.isPaused &&
      h(
        'p',
        { class: 'banner is-ice', key: 'freeze' },
        h('strong', {}, '❄ Frozen, provisional.'),
        ' New submissions count, and are shown when the results are told.',
      ),
    message &&
      nowMs - message.atMs < MESSAGE_MS &&
      h(
        'p',
        { class: 'banner is-note', key: `message ${message.atMs}` },
        h('span', { class: 'quiet' }, `${momentText(message.atMs)} `),
        h('strong', {}, message.text),
      ),
  ];
}
