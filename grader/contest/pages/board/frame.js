/** @import { Bell } from './bell.js' */
/** @import { Shown } from './board.js' */
import { h } from '../look/preact.js';
import { counted } from '../race/clock-text.js';
import { HASH_LENGTH, PHASES } from '../race/words.js';

/** @param {Shown & { bell: Bell, draw: () => void }} props */
export function Head({ view, moment, task, link, bell, draw }) {
  const toggle = () => {
    bell.toggle();
    draw();
  };
  const phase = moment.isPaused ? 'Paused' : PHASES[moment.phase];
  return [
    h(
      'div',
      { class: 'head-title' },
      h('img', { src: '/assets/look/icon.svg', alt: '', class: 'head-icon' }),
      h(
        'div',
        {},
        h('h1', {}, task?.title ?? view.settings.exercise),
        h('p', { class: 'quiet' }, view.settings.exercise, ` · ${counted(view.settings.minutes, 'minute')}`),
      ),
    ),
    h(
      'p',
      { class: 'head-state' },
      h(
        'button',
        { type: 'button', class: 'sound', 'aria-pressed': String(bell.isOn), onClick: toggle },
        h('span', { class: 'bell-mark' }),
        bell.isOn ? 'bell on' : 'bell off',
      ),
      h('span', { class: `pill is-${moment.isPaused ? 'paused' : moment.phase}` }, phase),
      h(
        'span',
        { class: `link is-${link}` },
        link === 'up' ? 'live' : link === 'lost' ? 'no link' : 'connecting',
      ),
    ),
  ];
}

/** @param {Shown} props */
export function Foot({ view, moment, invitation }) {
  const [url] = invitation?.urls ?? [];
  const isOpen = moment.phase === 'countdown' || moment.phase === 'race' || moment.phase === 'freeze';
  return [
    isOpen &&
      url !== undefined &&
      h('p', {}, 'Join: ', h('strong', {}, url), ' · code ', h('strong', {}, invitation?.code)),
    h('p', {}, h('strong', {}, view.people), ' in'),
    invitation && h('p', { class: 'foot-data' }, `Data: ${invitation.data}`),
    h('p', {}, 'Snapshot ', h('code', {}, view.settings.snapshotSha256.slice(0, HASH_LENGTH))),
  ];
}
