/** @import { Moment } from '../race/moment.js' */
/** @import { Link } from '../live/follow.js' */
import { clockText, clockTexts } from '../race/clock-text.js';
import { h } from './preact.js';

/**
 * The clock of a page: remaining time large, elapsed time beside it, and a bar with the freeze. Hollow when the server
 * cannot be heard, since it may have been changed there. Screen readers are told at the announced moments instead.
 *
 * @param {{ moment: Moment, link: Link, freezeMinutes: number }} props
 */
export function ClockFace({ moment, link, freezeMinutes }) {
  const { phase, lengthMs, remainingMs, isPaused, startsInMs } = moment;
  const { main, under } = words(moment);
  const share = remainingMs === undefined ? 0 : 1 - remainingMs / lengthMs;
  const state = isPaused ? 'paused' : phase;
  return h(
    'div',
    { class: `clock is-${state} ${link === 'lost' ? 'is-hollow' : ''}`, role: 'timer', 'aria-live': 'off' },
    h('p', { class: 'clock-main' }, main, h('span', { class: 'spoken' }, ' left')),
    h('p', { class: 'clock-under' }, under, link === 'lost' ? ' · not confirmed by the server' : ''),
    startsInMs === undefined &&
      phase !== 'lobby' &&
      h(Bar, { share, freezeShare: (freezeMinutes * 60_000) / lengthMs }),
  );
}

/** @param {{ share: number, freezeShare: number }} props */
function Bar({ share, freezeShare }) {
  const style = { '--share': String(share), '--freeze': String(Math.min(1, freezeShare)) };
  return h(
    'div',
    { class: 'clock-bar', style, 'aria-hidden': 'true' },
    h('span', { class: 'clock-bar-gone' }),
  );
}

/** @param {Moment} moment */
function words({ phase, startsInMs, remainingMs, lengthMs, isPaused }) {
  if (phase === 'lobby') return { main: clockText(lengthMs), under: 'not started yet' };
  if (startsInMs !== undefined) return { main: clockText(startsInMs), under: 'until the start' };
  if (remainingMs === undefined) return { main: '–:––', under: 'paused' };
  const { remaining, elapsed } = clockTexts({ remainingMs, lengthMs });
  const of = ` elapsed of ${clockText(lengthMs)}`;
  return { main: remaining, under: [h('b', {}, elapsed), isPaused ? `${of}, paused` : of] };
}
