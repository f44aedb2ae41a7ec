/** @import { Shown } from './console.js' */
import { ClockFace } from '../look/clock-face.js';
import { h } from '../look/preact.js';
import { clockText } from '../race/clock-text.js';
import { PHASES } from '../race/words.js';

/** @param {Shown} props */
export function Head({ view, moment, task, link, nowMs }) {
  return [
    h(
      'div',
      { class: 'head-title' },
      h('img', { src: '/assets/look/icon.svg', alt: '', class: 'head-icon' }),
      h(
        'div',
        {},
        h('h1', {}, task?.title ?? view.settings.exercise),
        h(
          'p',
          { class: 'quiet' },
          'Console · ',
          h('a', { href: '/board', target: '_blank' }, 'open the board'),
        ),
      ),
    ),
    h(ClockFace, { moment, link, freezeMinutes: view.settings.freezeMinutes }),
    h(
      'p',
      { class: 'head-state' },
      h(
        'span',
        { class: `pill is-${moment.isPaused ? 'paused' : moment.phase}` },
        moment.isPaused ? 'Paused' : PHASES[moment.phase],
      ),
      h(
        'span',
        { class: `link is-${link}` },
        link === 'up' ? 'live' : link === 'lost' ? 'no link' : 'connecting',
      ),
      h('span', { class: 'quiet' }, lastClock(view, { moment, nowMs })),
    ),
  ];
}

/**
 * Extra time goes on after the bell, unless the race was ended for everyone.
 *
 * @param {Shown['view']} view
 * @param {{ moment: Shown['moment'], nowMs: number }} options
 */
function lastClock({ room, clock }, { moment, nowMs }) {
  const isRunning = moment.phase === 'race' || moment.phase === 'freeze';
  const isAfterBell = moment.phase === 'over' && nowMs >= (clock.endMs ?? 0);
  if (!isRunning && !isAfterBell) return '';
  const lastMs = Math.max(...room.filter(({ isKicked }) => !isKicked).map(({ endMs }) => endMs ?? 0), 0);
  const leftMs = lastMs - nowMs;
  return leftMs > (moment.remainingMs ?? 0) + 1000 ? `last clock (extra time): ${clockText(leftMs)}` : '';
}
